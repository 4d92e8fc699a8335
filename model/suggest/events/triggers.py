"""Finds triggers: words of a sentence that are a form of an event lemma in a context that speaks for its sense."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from model.suggest.entities.vocabulary import is_verb
from model.suggest.events.inflection import Kind
from model.suggest.events.lexicon import load_forms
from model.suggest.events.lookup import Reading, read_word
from model.suggest.events.words import Words, without_conjunction
from model.text.folding import fold, fold_aligned
from model.text.span import Span

LOWEST_SCORE = 0.55
"""Senses that an annotator would more often reject than accept stay unsaid."""

CLOSED_LABELS = frozenset(
    {"ORG", "OCC", "PERS", "GPE", "LOC", "FAC", "LAW", "PRODUCT", "NORP", "DATE", "TIME", "WEBSITE"}
)
"""Mentions whose inner words name the thing and no happening."""

_AFTER_NOUN_ONLY = frozenset(
    "في من الي علي عن مع بعد خلال ضد بين عبر لدي اثناء عقب اثر بسبب نتيجه رغم حول بشان دون حيال تجاه بموجب"
    " وفق اي كل كافه"
    " هذا هذه تلك هولاء مزيد سبل ضروره اهميه موتمر جلسه مشروع عدم دون مواصله اعاده استمرار مجال اعمال شان"
    " عند قرب امام وسط داخل خارج تحت فوق نحو ضمن قبل عبر حسب باتجاه غير".split()
)
_HEADS = frozenset("جريمه عمليه محاوله حادث حادثه جرايم عمليات محاولات".split())
"""Nouns whose complement is a deed, with a preposition before them too: بعملية خطف."""
_CARRIERS = frozenset("تم تمت يتم تتم سيتم ستتم ليتم لتتم جري جرت يجري تجري سيجري ستجري".split())
"""Verbs whose subject is a deed: تم نقل، جرى بحث."""
_BEFORE_VERB_ONLY = frozenset("لم لن قد سوف لقد".split())
_PAST_ONLY = frozenset({"قد", "لقد"})
_BEING = ("كان", "كانت", "كانا", "كانوا", "يكون", "تكون")
"""The verb that other verbs follow."""
_SHORTENING = frozenset({"لم", "لا", "لما"})
_SUBJUNCTIVE = _SHORTENING | frozenset("ان الا بان لن كي لكي حتي".split())
"""Words after which a verb loses the ن of its dual and plural."""
_COMPLEMENT_STARTS = ("ب", "ل")
_COMPLEMENTS = frozenset("ان انه انها انهم الي علي من عن ضروره اهميه اياه اياها".split())
_TANWIN = frozenset("\u064b\u064c\u064d")
_SIGNS = "".join(map(chr, range(0x064B, 0x0653))) + "\u0640"
_SHADDA = "\u0651"
_HAMZAS = frozenset("أإآؤئء")
_CLASHING = ({"أ", "إ"}, {"أ", "آ"}, {"إ", "آ"})
_BARE_SEATS = frozenset("اوي")
_SHORT_DUAL = 4
"""Shorter ones are rather nouns in the accusative (خلفا, رفضا), unless two stand before or قد: شخصان قتلا، قد قطعا."""
_DUAL_ENDINGS = ("ان", "ين")
_NAMING = frozenset({"PERS", "ORG", "GPE", "NORP", "OCC"})
_ADVERBS = frozenset("ايضا مجددا حاليا سابقا لاحقا جدا اخيرا قايلا دايما مباشره".split())
"""Words in the accusative that no adjective follows."""
_SIGNING = frozenset(map(fold, "كتب كتبت أعد أعدت ترجم ترجمت صور صورت".split()))
"""How lines begin that name a page's author."""
_MASCULINE = frozenset(
    "الرييس رييس الوزير وزير الامين المتحدث الناطق المدير مدير النايب نايب السفير سفير القايد قايد الملك ملك"
    " الامير امير صندوق البنك بنك مجلس المجلس حزب الحزب البرلمان الجيش الاتحاد المعهد معهد المرصد مصدر المصدر"
    " الخبير خبير المحلل محلل التقرير تقرير البيان بيان".split()
)
"""Subjects that no verb in ت has."""
_THAT = frozenset("ان انه انها انهم".split())
_PAUSES = frozenset("، , \" » ” ) ' ’".split())
_LONGEST_BYLINE = 8
_JOINTS = frozenset("- ـ – — : / |".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a sentence that names an event: its index, how it was read, and its span in the article."""

    index: int
    reading: Reading
    span: Span
    score: float

    @property
    def label(self) -> str:
        """The type of the event."""
        return self.reading.sense.label

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a finite verb."""
        return self.reading.is_verb


def find_triggers(words: Words) -> tuple[Trigger, ...]:
    """The triggers of a sentence in order."""
    return tuple(trigger for index in range(len(words)) for trigger in _trigger_at(words, index))


def _trigger_at(words: Words, index: int) -> Iterator[Trigger]:
    token = words.tokens[index]
    readings = read_word(token.folded)
    if not readings or _is_closed(words, token.span) or _signs(words, index):
        return
    best = _best_noun_after_verb(words, index, readings) or _best(words, index, readings)
    if best is not None and best.sense.score >= LOWEST_SCORE:
        folded = fold_aligned(token.text)
        span = folded.original_span(best.start, best.end).shifted(token.span.start)
        yield Trigger(index, best, span, best.sense.score)


def _best_noun_after_verb(words: Words, index: int, readings: tuple[Reading, ...]) -> Reading | None:
    """After another verb a word that may be noun or verb is rather the noun: تقرر فتح المعبر."""
    previous = words.folded(index - 1)
    if not is_verb(previous) or previous.endswith(_BEING):
        return None
    return _best(words, index, tuple(reading for reading in readings if reading.form.kind is Kind.NOUN))


def _best(words: Words, index: int, readings: tuple[Reading, ...]) -> Reading | None:
    """The reading with the fewest clitics that suits its neighbours; of several the surest sense."""
    fitting: Reading | None = None
    for reading in readings:
        if fitting is not None and _clitics(reading) > _clitics(fitting):
            break
        better = fitting is None or reading.sense.score > fitting.sense.score
        if better and _suits(words, index, reading) and reading.sense.fits(words, index):
            fitting = reading
    return fitting


def _clitics(reading: Reading) -> int:
    return len(reading.proclitics) + len(reading.pronoun)


def _suits(words: Words, index: int, reading: Reading) -> bool:
    """Whether the form can stand here: nouns follow prepositions, verbs follow particles, and as the letters show."""
    previous = words.folded(index - 1)
    if not _spelled(words, reading, words.tokens[index].text):
        return False
    kind = reading.form.kind
    if reading.is_verb:
        before = words.shapes(index - 1) if index else frozenset[str]()
        return _suits_verb(reading, previous, before, words.folded(index + 1))
    if kind is Kind.CIRCUMSTANCE:
        return _suits_circumstance(words, index, reading)
    people = kind is Kind.PASSIVE and reading.definite and reading.form.text.endswith(("ون", "ين"))
    return not people and without_conjunction(previous, _BEFORE_VERB_ONLY) not in _BEFORE_VERB_ONLY


def _spelled(words: Words, reading: Reading, raw: str) -> bool:
    """Whether letters that folding makes one speak against the reading: ة and ه, ى and ي, أ and ا, tanwin on a verb."""
    bare = raw.rstrip(_SIGNS)
    if (reading.pronoun == "ه" and bare.endswith("ة")) or (reading.pronoun == "ي" and bare.endswith("ى")):
        return False
    if _other_hamza(reading, raw):
        return False
    form = reading.form
    if not reading.is_verb:
        return reading.pronoun != "" or not (form.text.endswith("ه") and bare.endswith("ه"))
    if not _TANWIN.isdisjoint(raw) or _doubles_first_root(reading, raw):
        return False
    return _spelled_as_verb(words, reading, "".join(letter for letter in bare if letter not in _SIGNS))


def _spelled_as_verb(words: Words, reading: Reading, bare: str) -> bool:
    form, lemma = reading.form, reading.sense.lemma
    stem = bare[len(reading.proclitics) : len(bare) - len(reading.pronoun)]
    if not _HAMZAS.isdisjoint(stem[1:]) and _HAMZAS.isdisjoint(lemma):
        return False  # بائع is no form of بايع, رؤيته none of روى
    if lemma[0] == "آ" and form.kind is not Kind.PERFECT and "ؤ" not in stem:
        return False  # يؤوي, not نووي
    if form.kind is not Kind.PERFECT and form.text.startswith("ا"):
        return stem.startswith("أ")
    if form.kind is Kind.PERFECT and not _writes_lemma(words, lemma, stem):
        return False
    ends_in_hamza = lemma.endswith("أ") and len(form.text) == len(lemma)
    return not ends_in_hamza or stem.endswith(("أ", "ئ", "ؤ"))


def _doubles_first_root(reading: Reading, raw: str) -> bool:
    """Whether a shadda shows another verb: يدّعون is of ادعى, not of دعا."""
    if reading.form.kind is Kind.PERFECT or reading.sense.lemma.startswith("ا"):
        return False
    letters = "".join(sign for sign in raw if sign == _SHADDA or sign not in _SIGNS)
    return letters[len(reading.proclitics) + 2 :].startswith(_SHADDA)


def _writes_lemma(words: Words, lemma: str, stem: str) -> bool:
    """Whether a past form has the letters of its lemma that a page leaves out only when it never writes them."""
    if stem.startswith("ال") and lemma[0] in _HAMZAS:
        return False  # an article: المحاكم has nothing of ألمح
    if lemma.endswith("ى") and len(stem) == len(lemma) and stem.endswith("ي") and words.writes("ى"):
        return False  # رأي
    dropped = any(letter in _HAMZAS and bare in _BARE_SEATS for letter, bare in zip(lemma[1:], stem[1:], strict=False))
    return not (dropped and words.writes("أ"))


def _other_hamza(reading: Reading, raw: str) -> bool:
    """Whether the hamza of the word is another one than the lemma's: أبعاد and إبعاد, آمر and أمر."""
    if reading.form.kind not in (Kind.PERFECT, Kind.NOUN):
        return False
    stem = raw[len(reading.proclitics) :]
    written = stem[2:3] if reading.definite and stem.startswith("ال") else stem[:1]
    return {written, reading.sense.lemma[0]} in _CLASHING and reading.form.text[0] == "ا"


def _suits_verb(reading: Reading, previous: str, before: frozenset[str], following: str) -> bool:
    surely = reading.form.kind is Kind.IMPERFECT and reading.form.text.startswith("ي")
    if not surely and without_conjunction(previous, _AFTER_NOUN_ONLY) in _AFTER_NOUN_ONLY:
        return False
    if without_conjunction(previous, _CARRIERS) in _CARRIERS or not _HEADS.isdisjoint(before):
        return False
    if reading.form.kind is Kind.JUSSIVE and reading.proclitics.endswith("ل"):
        return not reading.form.text.startswith(("ن", "ا"))  # rather another word: لنقل, لأنه
    if reading.form.dual and reading.form.kind is Kind.IMPERFECT and reading.form.text.endswith("ا"):
        return reading.proclitics.endswith("ل") or without_conjunction(previous, _SUBJUNCTIVE) in _SUBJUNCTIVE
    short = reading.form.dual and reading.form.kind is Kind.PERFECT and len(reading.form.text) <= _SHORT_DUAL
    if short and not previous.endswith(_DUAL_ENDINGS) and without_conjunction(previous, _PAST_ONLY) not in _PAST_ONLY:
        return False
    if reading.form.kind is Kind.IMPERFECT and reading.form.text.startswith("ت") and following in _MASCULINE:
        return False  # توقع الوزير
    jussive = reading.form.kind is Kind.JUSSIVE
    if jussive and reading.pronoun == "ك":
        return False  # تنفك
    return not jussive or without_conjunction(previous, _SHORTENING) in _SHORTENING


def _suits_circumstance(words: Words, index: int, reading: Reading) -> bool:
    previous = words.folded(index - 1)
    if reading.form.text.endswith("ا"):
        counted = index > 0 and not previous.endswith("ا") and "CARDINAL" in words.labels_at(index - 1)
        described = len(previous) > len("اما") and previous.endswith("ا") and previous not in _ADVERBS
        return not counted and not (described and reading.sense.label != "STATEMENT" and not is_verb(previous))
    if reading.proclitics and _is_noun(reading.form.text):
        return False  # ومحاربة
    following = words.folded(index + 1)
    complement = following in _COMPLEMENTS or following.startswith((*_COMPLEMENT_STARTS, "ال"))
    says = reading.sense.label == "STATEMENT" and following in _THAT
    joined = says or previous in _PAUSES or reading.proclitics in ("و", "ف") or following.startswith("ايا")
    told = complement or bool(reading.sense.needs) or reading.sense.label == "STATEMENT"
    return joined and (told or bool(_NAMING & words.labels_after(index)))


@cache
def _is_noun(text: str) -> bool:
    return any(form.kind is Kind.NOUN for form, _ in load_forms().get(text, ()))


def _signs(words: Words, index: int) -> bool:
    """Whether the word opens a short line that names the author: كتب - فلان."""
    return index == 0 and words.folded(0) in _SIGNING and len(words) <= _LONGEST_BYLINE and words.folded(1) in _JOINTS


def _is_closed(words: Words, span: Span) -> bool:
    """Whether the word is part of a name; of a named event its first word may be the trigger."""
    return any(
        label in CLOSED_LABELS or (label == "EVENT" and start < span.start)
        for label, start in words.names_over(span.end - 1)
    )
