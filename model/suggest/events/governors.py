"""What governs a naming phrase: the preposition before it, whether apart, joined, or on a noun between."""

from typing import NamedTuple

from model.suggest.entities.vocabulary import is_verb
from model.suggest.events.words import OPENERS, Words, without_conjunction

PREPOSITIONS = {
    "في": "in", "الي": "to", "من": "from", "علي": "on", "عن": "about", "مع": "with", "بين": "between", "ضد": "against",
    "عند": "in", "لدي": "at",
    "ل": "for", "ب": "by", "ك": "as", "قرب": "in", "قباله": "in", "امام": "in", "داخل": "in", "وسط": "in",
    "شمال": "in", "جنوب": "in", "شرق": "in", "غرب": "in", "شمالي": "in", "جنوبي": "in", "شرقي": "in", "غربي": "in",
    "نحو": "to", "عبر": "via", "حول": "about", "بشان": "about", "بحسب": "source", "وفق": "source", "حسب": "source",
    "وفقا": "source", "برعايه": "actor", "بوساطه": "actor", "بقياده": "of", "برياسه": "actor", "باسم": "of",
    "تجاه": "against", "خلف": "as", "خلفا": "as", "بدلا": "as", "بمشاركه": "with", "بحضور": "present", "مثل": "as",
    "لصالح": "for", "حيال": "about", "بخلاف": "as", "سوي": "as", "ازاء": "against", "منذ": "since", "قبل": "before",
    "بعد": "after", "خلال": "during",
}  # fmt: skip
"""What governs a phrase, by folded word, in the words that the role tables use."""

_PROCLITIC_PREPOSITIONS = {"ب": "by", "ل": "for", "ك": "as"}
_CLASS_NOUNS = (
    "نظير", "مدين", "محافظ", "بلده", "بلدت", "منطق", "قري", "قضاء", "ولاي", "اقليم", "العاصم", "قاعد", "مطار", "ريف",
    "ضواحي", "سفير", "رييس", "وزير", "قوات", "جماع", "حرك", "تنظيم", "المبعوث", "الرييس", "الوزير", "الجيش", "دول",
)  # fmt: skip
_AGENT = (("من", "قبل"), ("من", "جانب"), ("علي", "يد"), ("من", "طرف"), ("علي", "ايدي"))
AMONG = frozenset("بينهم منهم بينها منها بينهما ابرزهم وبينهم ومنهم ابرزها ومنها وبينها وابرزها وابرزهم".split())
"""«among them», before the names of some of those just counted."""
_FOREMOST = frozenset("مقدمتهم مقدمتها مقدمهم طليعتهم طليعتها راسهم راسها".split())
"""Nouns that with «في» or «على» head such a list: وفي مقدمتهم."""
_ESPECIALLY = frozenset("خصوصا وخصوصا خاصه وخاصه وبخاصه لاسيما ولاسيما".split())
_EACH = frozenset({"كل", "بكل", "لكل"})
"""«each of» before names joined to one another: مع كل من فلان وفلان."""
_GROUPS = ("وفد", "ممثل", "مسوول", "اعضاء", "عدد", "نواب", "ضباط", "خبراء", "فريق", "مجموع", "قياد", "رجال")
"""How nouns begin for people of whom «من» or «عن» tells where they belong: مع وفد من فلان."""
_BELONGING_TO = frozenset({"من", "عن"})
_TOWARDS = frozenset({"with", "for", "on", "between", "actor"})
_OR_VERBS = frozenset({"عبر"})
"""Prepositions that look like verbs."""
_ALIASES = frozenset("المعروف المعروفه الملقب الملقبه المكني المكناه الشهير الشهيره".split())
"""Before another name of the one just named: المعروف بفلان."""
_APPOSED = frozenset({"العاصمه", "المدينه", "الجاره", "المحافظه"})
"""Nouns that a place names after a comma: في العاصمة، بغداد."""
_PASSED = frozenset({"«", '"', "“", "(", "ـ", "”"})
_BELONGING = frozenset(
    "التابع التابعه تابع تابعه التابعين التابعين المنتمي المنتميه المنتمين المنتمون الموالي المواليه الموالين المويد"
    " المويده المويدين المويدون المعارض المعارضه المناهض المناهضه الداعم الداعمه الداعمين الموجه الموجهه".split()
)
"""Adjectives that describe by another's name: قوة تابعة لفلان."""
_KIN = frozenset("والد والده والدي زوج زوجه ابن ابنه ابناء نجل شقيق شقيقه ارمله عايله اسره محامي محاميه اقارب".split())
"""Nouns for someone or something that has no name of its own but another's: والدة فلان."""
_NEARBY = frozenset({"بالقرب", "قريبا", "مقربه"})
_SHORTEST_GOVERNED = 5
_NOUNS_IN_BA = tuple(
    "بلد بيان بعث برنامج بنك بنوك بطول بلاد بدا بداي بحث بحار بحر برلمان بيت بواب باحث بقي بعض بريد بطل بناء بيع بلاغ"
    " بروتوكول بلوغ بغداد بيروت بريطاني برلين باريس بكين باكستان بوتين بايدن بروكسل بصم بضع بطاق بطارخ بطري برج باب"
    " باص بنت بنات بند بنود بني بنى بوليس بورص بيي بدل بذل برز برهن بطاركه بدور بلغ بدو بعيد بارز بالغ".split()
)
"""How nouns and verbs begin whose «ب» is no preposition."""
_FARTHEST = 3
_TIMES = frozenset({"DATE", "TIME"})


class Governor(NamedTuple):
    """The name of a preposition, empty for none, and how many plain nouns stand between it and the phrase."""

    name: str = ""
    bare_words: int = 0
    counterpart: bool = False
    """Whether «his counterpart» stands before the phrase."""


NO_GOVERNOR = Governor()


def find_governor(words: Words, triggers: frozenset[int], first: int, start: int, limit: int) -> Governor:
    """What governs the phrase that starts at a code point within the token ``first``.

    Triggers, and the end of the phrase before at the index ``limit``, bound the search.
    """
    if words.folded(first - 1) in _ALIASES:
        return Governor("as")
    if words.folded(first - 1) in _BELONGING:
        return Governor("of")
    proclitics = words.text_between(words.tokens[first].span.start, start)
    joined = next((letter for letter in reversed(proclitics) if letter in _PROCLITIC_PREPOSITIONS), "")
    if proclitics:
        return Governor(_PROCLITIC_PREPOSITIONS.get(joined, ""))
    return _before(words, triggers, first - 1, limit)


def _before(words: Words, triggers: frozenset[int], index: int, limit: int) -> Governor:
    bare, counterpart = 0, False
    while index > limit and bare <= _FARTHEST:
        word, previous = words.folded(index), words.folded(index - 1)
        if word == "من" and previous in _EACH:
            if len(previous) > len("كل"):
                return Governor(_PROCLITIC_PREPOSITIONS[previous[0]], bare, counterpart)
            index -= 2
            continue
        if words.labels_at(index) & _TIMES:
            return Governor("", bare, counterpart)
        if words.is_word(index):
            counterpart = counterpart or "نظير" in word
            if index in triggers and without_conjunction(word, _OR_VERBS) in _OR_VERBS:
                return Governor("", bare, counterpart)
            if word in _BELONGING_TO and previous.removeprefix("ال").startswith(_GROUPS):
                outer = _before(words, triggers, index - 1, limit)
                return outer if outer.name in _TOWARDS else Governor(PREPOSITIONS[word], bare, counterpart)
            if (name := _preposition(word, previous)) is not None:
                listed = _of_listed(words, triggers, index) if name == "among" else NO_GOVERNOR
                return Governor(listed.name or name, bare, counterpart)
            if index in triggers:
                return Governor("", bare, counterpart)
            if (name := _on_noun(word, nearest=not bare)) is not None:
                return Governor(name, bare + 1, counterpart)
            if is_verb(word) or without_conjunction(word, OPENERS) in OPENERS:
                return Governor("", bare, counterpart)
            bare += 1
        elif word not in _PASSED and not (word == "،" and previous in _APPOSED):
            return Governor("", bare, counterpart)
        index -= 1
    return Governor("", bare, counterpart)


def _of_listed(words: Words, triggers: frozenset[int], index: int) -> Governor:
    """What governs the people or things of whom the word at an index names some: مع شركات، منها فلان."""
    before = index - 1
    while before >= 0 and not words.is_word(before):
        before -= 1
    outer = _before(words, triggers, before, -1)
    return outer if outer.name in _TOWARDS else NO_GOVERNOR


def _preposition(word: str, previous: str) -> str | None:
    """The name of the preposition that a word is, with the word before it."""
    if (without_conjunction(previous, PREPOSITIONS), word) in _AGENT:
        return "actor"
    if word in _ALIASES:
        return "as"
    if word in _ESPECIALLY:
        return "notably"
    if word in AMONG or (word in _FOREMOST and previous in ("في", "وفي", "علي", "وعلي")):
        return "among"
    if word == "من" and previous in _NEARBY:
        return "in"
    return PREPOSITIONS.get(without_conjunction(word, PREPOSITIONS))


def _on_noun(word: str, *, nearest: bool) -> str | None:
    """The name of the preposition on a noun (بمدينة فلان); of other nouns only that they govern the phrase."""
    if word[:1] in _PROCLITIC_PREPOSITIONS and word[1:].startswith(_CLASS_NOUNS):
        return _PROCLITIC_PREPOSITIONS[word[0]]
    if word.startswith("لل"):
        return "for"
    if nearest and without_conjunction(word, _KIN) in _KIN:
        return "of"
    noun = word.startswith("ب") and len(word) >= _SHORTEST_GOVERNED and not word.startswith(_NOUNS_IN_BA)
    complete = word.startswith("بال") or word.endswith(("ها", "هم", "هما"))
    return "of" if nearest and noun and not complete else None
