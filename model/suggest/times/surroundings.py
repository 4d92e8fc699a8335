"""What the words around a phrase say about whether it is a time at all."""

from collections.abc import Sequence

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.patterns import Phrase
from model.suggest.phrases.word_lists import word_list
from model.suggest.times.structures import Amounts


def _words(name: str) -> frozenset[str]:
    return word_list("times", name)


def _before(phrase: Phrase, back: int = 1) -> Lexeme | None:
    index = phrase.start - back
    return phrase.lexemes[index] if index >= 0 else None


def _after(phrase: Phrase) -> Lexeme | None:
    return phrase.lexemes[phrase.end] if phrase.end < len(phrase.lexemes) else None


def _after_by(phrase: Phrase, further: int) -> Lexeme | None:
    index = phrase.end + further
    return phrase.lexemes[index] if index < len(phrase.lexemes) else None


def _is(lexeme: Lexeme | None, *kinds: str) -> bool:
    return lexeme is not None and any(kind in lexeme.values for kind in kinds)


def _noun_before(phrase: Phrase) -> str:
    """The word before, its article aside; empty when there is none."""
    before = _before(phrase)
    if before is None or not _is(before, "word"):
        return ""
    text = before.text
    return next(
        (
            stem
            for stem in (text, text[1:], text[2:])
            if stem in _words("named_after_years") | _words("event_nouns") | _words("named_after_days")
        ),
        text,
    )


def inside_name(phrase: Phrase, *, dated: bool) -> bool:
    """Whether a day and month are part of a name (جسر 14 تموز، قوى 8 آذار و14 آذار); not when a year stands there."""
    if dated:
        return False
    if _noun_before(phrase) in _words("named_after_days"):
        return True
    return _is_march_camp(phrase)


def _is_march_camp(phrase: Phrase) -> bool:
    """The two Lebanese camps, named together: 8 آذار و14 آذار."""
    around = phrase.lexemes[max(0, phrase.start - 4) : phrase.end + 4]
    texts = {lexeme.text for lexeme in around}
    return {"8", "14", "اذار"} <= texts


def weekday_is_name(phrase: Phrase) -> bool:
    """صلاة الجمعة and the like."""
    before = _before(phrase)
    return before is not None and before.text.lstrip("ولب") in _words("weekday_names")


def deictic_is_other(phrase: Phrase) -> bool:
    """Newspapers called «today», «per day», «the most urgent need», «the day on which»."""
    after = _after(phrase)
    if _is_newspaper(phrase):
        return True
    if after is not None and after.text in {"الحاجه", "الواحد"}:
        return True
    text = phrase.lexemes[phrase.end - 1].text
    if text == "الغد" and _words("owners_of_tomorrow") & {
        lexeme.text for lexeme in phrase.lexemes[max(0, phrase.start - 2) : phrase.start]
    }:
        return True
    return text == "غد" and not _is(phrase.lexemes[phrase.start], "day_word") and not _is(_before(phrase), "day_part")


def which_follows(phrase: Phrase) -> bool:
    """اليوم الذي عاد فيه: a day of the story, not today."""
    after = _after(phrase)
    return after is not None and after.text == "الذي" and phrase.lexemes[phrase.end - 1].text == "اليوم"


def tells_age(phrase: Phrase, age: int) -> bool:
    """وهو في الرابعة والعشرين: somebody is so old, where no other feminine noun can be meant."""
    owner = _before(phrase, 2)
    last = phrase.group("reached")[1].text
    feminine = last.endswith("ه") or _is(phrase.group("reached")[1], "tens")
    return age > 2 and feminine and owner is not None and owner.text.lstrip("وف") in _words("so_old")


def follows_never(phrase: Phrase) -> bool:
    """Whether لن stands before in the same clause."""
    for back in range(1, 8):
        lexeme = _before(phrase, back)
        if lexeme is None or _is(lexeme, "line", "stop", "comma"):
            return False
        if lexeme.text in {"لن", "ولن", "فلن"}:
            return True
    return False


def bare_part_is_time(phrase: Phrase) -> bool:
    """Whether a part of the day with the article alone is a time: الصباح, المساء, الظهر; others after عند (الفجر)."""
    before = _before(phrase)
    text = phrase.group("part")[0].text
    if text in {"صباح", "مساء", "ظهر"}:
        return not _is(before, "before", "after")
    return before is not None and before.text == "عند" and text in {"فجر", "عصر", "ظهيره"}


def _is_newspaper(phrase: Phrase) -> bool:
    """«المصري اليوم»: a country or its adjective before, and a publisher or a quotation mark before that."""
    first = phrase.start - 1
    if first < 0:
        return False
    if _is_outlet_of_page(phrase):
        return True
    if phrase.lexemes[first].text.lstrip("ولب") in _words("papers"):
        return True
    if first and _is(phrase.lexemes[first - 1], "the"):
        first -= 1
    name = "".join(lexeme.text for lexeme in phrase.lexemes[first : phrase.start])
    before = phrase.lexemes[first - 1] if first else None
    published = before is not None and (_is(before, "mark") or before.text.lstrip("ولب") in _words("publishers"))
    return published and name in _words("newspapers")


def _is_outlet_of_page(phrase: Phrase) -> bool:
    """«بلد اليوم» in quotation marks or after «source:»; شبكة بلد اليوم alone on its line."""
    after, name_at = _after(phrase), phrase.start - 1
    while name_at > 0 and phrase.start - name_at < 3 and _is(phrase.lexemes[name_at - 1], "the", "prep"):
        name_at -= 1
    opener = phrase.lexemes[name_at - 1] if name_at > 0 else None
    if not _is(phrase.lexemes[phrase.start - 1], "word") or phrase.lexemes[phrase.end - 1].text != "اليوم":
        return False
    if _is(opener, "mark"):
        return _is(after, "mark")
    source = name_at > 1 and phrase.lexemes[name_at - 2].text == "المصدر" and _is(opener, "comma")
    published = opener is not None and opener.text in _words("publishers")
    masthead = published and (name_at < 2 or _is(phrase.lexemes[name_at - 2], "line"))
    return (source or masthead) and (after is None or _is(after, "line", "mark", "stop", "comma", "dash"))


def opens_list_of_days(phrase: Phrase) -> bool:
    """Whether a number before «و20 آذار» is a day of the month too."""
    first = phrase.start
    while (
        first > 1
        and _is(phrase.lexemes[first - 1], "and", "comma", "dash")
        and _is(phrase.lexemes[first - 2], "day_num")
    ):
        first -= 2
    opener = phrase.lexemes[first - 1] if first else None
    kinds = ("between", "from", "in", "since", "to", "weekday", "prep", "plural", "day_word")
    return _is(phrase.lexemes[phrase.start], "day_word") or _is(opener, *kinds)


def counts_something(phrase: Phrase) -> bool:
    """Whether a number at the end counts what follows: a noun, a unit, a scale; words that only lead on do not."""
    after = _after(phrase)
    if _is(after, "word"):
        return after is not None and after.text not in _words("leading_on")
    return _is(
        after, "the", "num", "scale", "unit", "plural", "time_unit", "measure", "currency", "percent", "slash", "symbol"
    )


def date_is_due(phrase: Phrase) -> bool:
    """Whether a date may stand here: after a word of time, a preposition, or at the beginning of a line."""
    before = _before(phrase)
    return before is None or _is(
        before, "line", "in", "at", "day_word", "weekday", "since", "to", "from", "by_date", "prep"
    )


def short_date_is_due(phrase: Phrase, *, by_slash: bool, clear: bool) -> bool:
    """Whether two numbers without a year are a date: with a slash after a word of time, otherwise after يوم or going.

    ``clear``: only one of the two can be a month; without that, results of matches and rates look the same.
    """
    after = _after(phrase)
    if counts_something(phrase) and not _is(after, "the"):
        return False
    named = _is(phrase.lexemes[phrase.start], "day_word", "weekday") or _is(_before(phrase), "day_word", "by_date")
    if named or _after_going(phrase):
        return by_slash or clear
    ends = after is None or _is(after, "stop", "comma", "line")
    return by_slash and _is(_before(phrase), "in", "since", "to", "from") and (clear or ends)


def _after_going(phrase: Phrase) -> bool:
    """A verb of going or coming back, with at most a preposition between."""
    before = _before(phrase)
    if _is(before, "in", "to", "at", "prep"):
        before = _before(phrase, 2)
    return before is not None and before.text in _words("going")


def ends_journey(phrase: Phrase) -> bool:
    """Whether a number ends a clause right after a verb of going: سأعود في 15."""
    after = _after(phrase)
    return (after is None or _is(after, "stop", "line")) and _after_going(phrase)


def names_hour(phrase: Phrase, number: int) -> bool:
    """الجمعة في الثانية: hours are feminine."""
    last = phrase.lexemes[phrase.end - 1]
    return number <= 12 and _is(last, "ordinal") and (last.text.endswith("ه") or last.text == "اولي")


def is_day_of_month(phrase: Phrase) -> bool:
    """الثلاثاء الأول من أيار is the first of May; الجمعة الأولى من رمضان the first such weekday."""
    first = next(
        lexeme for lexeme in phrase.lexemes[phrase.start : phrase.end] if _is(lexeme, "ordinal", "weekday", "last_one")
    )
    number = phrase.group("number")[-1].text
    return _is(first, "weekday") and not (number.endswith("ه") or number == "اولي")


def follows_since(phrase: Phrase) -> bool:
    return _is(_before(phrase), "since")


def bare_month_is_time(phrase: Phrase) -> bool:
    """Whether a month without day or year is one: unsure names need a word of time before them."""
    first = phrase.lexemes[phrase.start]
    if _is(_before(phrase), "day_num"):
        return False
    if _is(first, "part", "month_noun", "months", "the"):
        return True
    before = _before(phrase)
    if _is(before, "and", "open") and any(_is(_before(phrase, back), "month", "month_unsure") for back in (2, 3)):
        return True
    if any(_is(lexeme, "month_unsure", "hijri_month") for lexeme in phrase.lexemes[phrase.start : phrase.end]):
        followed = _after(phrase)
        sure = phrase.end - phrase.start > 1 or _is(before, "in", "since", "to", "from", "before", "after", "between")
        return sure and not _is(followed, "dash")
    return before is None or before.text not in _words("named_after_days")


def bare_year_is_time(phrase: Phrase, year: int) -> bool:
    """Whether four digits are a year: after a word of time, or after a noun that years tell apart (اتفاق 1968)."""
    if not 1800 <= year <= 2100:
        return False
    before = _before(phrase)
    if _is(before, "between") and _counts_after_and(phrase):
        return False
    counted = _is(_after(phrase), "scale", "currency", "measure", "percent")
    if counted or (year % 100 == 0 and _is(_after(phrase), "word")):
        return False
    if _is(before, "in", "since", "to", "from", "after", "before", "between"):
        direction = before is not None and before.text in {"الي", "من"}
        return _range_of_years(phrase) or not (direction or _is(_before(phrase, 2), "mod"))
    if _is(before, "and"):
        return _is(_before(phrase, 2), "year_num") and not _is(_before(phrase, 3), "word", "mod", "num")
    nouns = _words("named_after_years") | _words("event_nouns")
    return _noun_before(phrase) in nouns or _owned_by_name(phrase, nouns)


def _counts_after_and(phrase: Phrase) -> bool:
    """بين 1500 و2000 عامل: round numbers of something."""
    last, counted = _after_by(phrase, 1), _after_by(phrase, 2)
    return (
        _is(_after(phrase), "and")
        and last is not None
        and last.text.endswith("00")
        and _is(last, "num")
        and _is(counted, "word", "scale", "measure", "currency")
    )


def _owned_by_name(phrase: Phrase, nouns: frozenset[str]) -> bool:
    """حملة أوباما 2012, and a title in quotation marks that ends in a year: "أفق 2030"."""
    if not _is(_before(phrase), "word") or not 1900 <= int(phrase.value("year", "year_num") or 0) <= 2100:
        return False
    leads_on = _after(phrase)
    if _is(leads_on, "word") and leads_on is not None and leads_on.text not in _words("leading_on"):
        return False
    head = _before(phrase, 2)
    return _is(head, "mark") or (head is not None and head.text.lstrip("ولب") in nouns)


def _range_of_years(phrase: Phrase) -> bool:
    """من 2014 إلى 2017."""
    near = [
        *phrase.lexemes[max(0, phrase.start - 4) : phrase.start - 1],
        *phrase.lexemes[phrase.end + 1 : phrase.end + 3],
    ]
    return any(_is(lexeme, "year_num") for lexeme in near)


def day_alone_is_other(phrase: Phrase) -> bool:
    """Whether a number after «day» counts what follows: never when a noun follows it."""
    return _is(_after(phrase), "word", "scale", "plural", "unit", "measure", "currency", "percent", "slash", "dash")


def night_is_other(phrase: Phrase) -> bool:
    """Whether «the night» is not tonight, an adjective following it: الليلة الكبيرة."""
    return _is(phrase.lexemes[phrase.end - 1], "this_day_part") and _article_follows(phrase)


def hour_is_other(phrase: Phrase) -> bool:
    """Whether an ordinal or a number before a part of the day is none of the clock: الجولة الأولى مساء الأحد."""
    before = _before(phrase)
    digits = _is(phrase.lexemes[phrase.start], "day_num")
    if digits and _is(before, "and") and _is(_before(phrase, 2), "day_num", "ordinal", "ten", "day_part_adverb"):
        return False
    if digits and (before is None or _is(before, "weekday", "deictic", "dash", "comma", "line", "month")):
        return False
    if _is(before, "in", "at", "between", "from", "to") or (phrase.has("past") and not digits):
        return False
    if digits:
        return True
    if _is(before, "plural"):
        return True
    if _is(before, "mod", "and", "after", "before", "prep", "since"):
        return False
    return not _is(phrase.lexemes[phrase.start], "the") or before is None or before.text.startswith("ال")


def opens_range_of_hours(phrase: Phrase) -> bool:
    """Whether a number before «and» or «to» and an hour of the day is an hour too."""
    if _is(phrase.lexemes[phrase.start], "hour_word"):
        return True
    return _is(_before(phrase), "from", "between", "in", "at")


def bare_season_is_time(phrase: Phrase) -> bool:
    """Whether a season with the article and nothing more is a time: only after a word of time."""
    before = _before(phrase)
    awaited = before is not None and before.text.lstrip("وفلب") in _words("awaiting")
    return awaited or _is(before, "in", "since", "before", "after", "to", "part") or phrase.has("height")


def bare_division_is_time(phrase: Phrase) -> bool:
    """Whether «the first quarter» without a year is a time: not the halves of a match, nor chapters."""
    division = next(lexeme for lexeme in phrase.lexemes[phrase.start : phrase.end] if _is(lexeme, "division"))
    return division.text in {"ربع", "سداسي", "سداسيه", "ثلاثي", "ثلاثيه"}


def length_is_other(phrase: Phrase, amounts: Amounts) -> bool:
    """Numbers before a unit that are no length of time: 300 سنة 2016, «the two» as an adjective, ordinals."""
    unit = phrase.lexemes[phrase.end - 1]
    if _is(unit, "year_noun") and _is(_after(phrase), "year_num"):
        return True
    if phrase.has("dual") and _is(phrase.lexemes[phrase.start], "the"):
        return not _is(_before(phrase), "in", "since", "after", "before", "to")
    return amounts[0][1] == "TS" and _is(unit, "ordinal") and not phrase.has("amount")


def bare_length_is_time(phrase: Phrase) -> bool:
    """Whether a unit without a number is a length of time: after a word of lasting, or as an adverb (شهراً)."""
    last = phrase.lexemes[phrase.end - 1]
    before = _before(phrase)
    if phrase.has("several"):
        return _several_is_time(phrase)
    if last.text in {"شهرا", "اسبوعا", "قرنا"} or (phrase.has("whole") and not phrase.has("several")):
        return True
    if last.text == "يوم" and _is(_after(phrase), "word"):
        return False
    if _is(_after(phrase), "the", "year_num", "month", "weekday", "ordinal", "num", "deictic", "pronoun"):
        return False
    if before is None or _is_holding(phrase):
        return False
    if before.text == "ب" and _is(_before(phrase, 2), "that"):
        return True
    if last.text == "سنه" and _is(before, "word") and _is(_after(phrase), "comma", "stop"):
        return True
    if before.text in {"خلال", "غضون", "طوال", "مده", "لمده", "بعد", "قبل", "منذ", "مدي", "مرور", "مضي"}:
        return not _article_follows(phrase)
    return (
        before.text.lstrip("و") in _words("lasting")
        and last.text not in {"يوم", "عقد"}
        and not _article_follows(phrase)
    )


def _several_is_time(phrase: Phrase) -> bool:
    if _article_follows(phrase):
        return False
    before = _before(phrase)
    if before is None:
        return False
    if _is(before, "after", "before", "since", "every") or before.text in {"خلال", "غضون"}:
        return True
    word = before.text.lstrip("و")
    lasting = word in _words("lasting")
    adverb = phrase.lexemes[phrase.start].text in {
        "اسابيع",
        "اشهر",
        "شهورا",
        "اشهرا",
        "اعواما",
        "عقودا",
        "قرونا",
        "اياما",
    } and _is(before, "word")
    return lasting or adverb or phrase.has("whole")


def _article_follows(phrase: Phrase) -> bool:
    """A defined noun follows: سنوات الحرب is a construct, not a length."""
    after = _after(phrase)
    return _is(after, "the") or (
        _is(after, "word") and after is not None and after.text.startswith("ال") and len(after.text) > 4
    )


def is_day_by_day(phrase: Phrase) -> bool:
    """يوماً بعد يوم: ever more, no time."""
    last = phrase.lexemes[phrase.end - 1]
    after = _is(phrase.lexemes[phrase.start], "after")
    unit, doubled = (_before(phrase), after) if after else (_before(phrase, 2), _is(_before(phrase), "after"))
    return doubled and unit is not None and unit.text.removesuffix("ا") == last.text.removesuffix("ا")


def counts_from_event(phrase: Phrase) -> bool:
    """بعد يومين من المفاوضات, بعد ثماني سنوات في الأسر: a length, no point."""
    after = _after(phrase)
    if phrase.has("now"):
        return False
    if _opens_headline(phrase):
        return True
    return _is(after, "in", "from") or (after is not None and after.text in {"علي", "عن"})


def _opens_headline(phrase: Phrase) -> bool:
    """«بعد عشرين عاماً.. المصنع يعود إلى العمل»: so long after what everybody knows, not from now on."""
    before, after = _before(phrase), _after(phrase)
    parted = _is(after, "stop") and phrase.end + 1 < len(phrase.lexemes) and _is(_after_by(phrase, 1), "stop")
    return (before is None or _is(before, "line")) and (parted or (after is not None and after.text in {":", "…"}))


def counts_from_clause(phrase: Phrase) -> bool:
    """قبل ساعات من غرقه: a length before something; and constructs."""
    if _is(_after(phrase), "from") or _is_holding(phrase):
        return True
    return phrase.has("several") and _article_follows(phrase)


def _is_holding(phrase: Phrase) -> bool:
    """بعد عقد اتفاقية: the holding of something, no decade."""
    return phrase.lexemes[phrase.end - 1].text == "عقد" and _is(_after(phrase), "word")


def story_day_is_other(phrase: Phrase) -> bool:
    """اليوم السابع, the newspaper; and «the first day» written with nothing that begins a story."""
    before = _before(phrase)
    text = "".join(lexeme.text for lexeme in phrase.lexemes[phrase.start : phrase.end])
    return text == "اليومالسابع" and not _is(_after(phrase), "from", "prep") and not _is(before, "in")


def tells_deed(lexemes: Sequence[Lexeme], start: int) -> bool:
    """Whether a date tells which deed is meant that has been done: هجمات 11 أيلول."""
    return start > 0 and lexemes[start - 1].text.lstrip("ولبف") in _words("deeds")


def names_event(lexemes: Sequence[Lexeme], start: int) -> bool:
    """Whether a date only tells which event is meant (هجوم 7 تشرين الأول), so that the story does not move there."""
    before = lexemes[start - 1].text if start else ""
    return any(stem in _words("event_nouns") for stem in (before, before[1:], before[2:]))
