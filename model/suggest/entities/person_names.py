"""Reads a personal name word by word: given, father's and family names, particles, kunya, foreign names."""

import re
from dataclasses import dataclass, replace

from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common, is_common_form
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import (
    body_heads,
    form_readings,
    given_readings,
    names,
    post_heads,
    post_readings,
)
from model.suggest.entities.page import Page, Stem
from model.suggest.entities.verbs import VERB_FORMS

_MOST_WORDS = 6
_FAMILY_LENGTH = 6
_OTHER_NAMES = ("GPE", "LOC", "FAC", "ORG", "LAW", "EVENT", "PRODUCT")
_ALI, _GOD, _SLAVE = "علي", "الله", "عبد"
_SECOND_PARTS = vocabulary.words("الدين بالله العابدين")
"""What ends a given name of two words whatever begins it."""
_UPON = "على"
_NOT_BEFORE_GOD = vocabulary.words(
    """طيب صلى رضي شاء سبيل بحمد بعون بإذن والحمد الحمد أحمد حزب أنصار وفق يوفق جند كتاب بيت أعز رحم حفظ أطال دعاء رسول
    نبي كلام ذكر شرع دين أولياء خلق يشاء سمح قدر أراد"""
)
"""Words before the name of God that make no given name with it."""
_MOST_RARE = 4
"""So many unknown words at most make a name that nothing but they tell."""
_SEATED_ALEFS = "أإآ"
"""An alef with its hamza begins a word, so that a letter before it is a proclitic."""
_TEN = "عشر"
_KUNYA_WORDS = 2
_THEN, _THEN_SPELT = "فان", "فإ"
"""«فإن» without its hamza looks like the particle of Dutch names."""
_NAMES_LIKE_TITLES = vocabulary.words("سيد السيد")
"""Titles that within a name are part of it: محمود سيد عبد الحفيظ."""
_BY_CALLING = vocabulary.words("السيد الشيخ القاضي الحاج الخطيب الإمام الأمير الطبيب الشاعر المفتي الفقيه النائب")
"""Callings that are family names too."""
_LONGEST_VERB, _SHORTEST_NAME = 7, 3
_TITLES = frozenset({"honorific", "rank", "post"})
_DOUBLED = vocabulary.words("جان جون ماري خوسيه خوان آن لويس بيير كارل")
"""Given names of which two often stand before the family name."""
_PATRONYMICS = vocabulary.words("بن ولد آل")
_CONSONANTS = ("ب", "ل", "ك", "ف")
_SHORTEST_AFTER_PREPOSITION = 4
_UNLIKE_NAMES = ("ة", "ه", "ات", "ها", "هم", "تم", "ٍ", "ً")
"""Endings of nouns and verbs that names borrowed from other languages do not have."""
_ENDINGS_OF_NOUNS = ("ً", "اً", "ها", "هم", "ات")
_PASSIVE = "ُ"
_DERIVED = re.compile("ا.ت.ا.|است[^ياو]..").fullmatch
"""Masdars and verbs of derived forms: اعتزال، استهتر."""
_JOINED_BEGINNINGS = ("ل", "ب", "وب", "ول", "وال", "فب", "فل", "فال")
_LIKE_FOREIGN = ("كال", "بال", "فال")
"""What begins foreign names too: كاليي، بالاك، فالنسيا."""
_FOREIGN_W = ("وي", "وو", "وا", "ويل")
"""How foreign names in W begin."""
_JOINED_PREPOSITIONS = ("بال", "لل", "كال", "فال", "وال")


@dataclass(frozen=True, slots=True)
class NameChain:
    """A name from token ``first`` (read by ``stem``) to ``last``.

    ``known`` counts its words that the lists hold, ``rare`` those that neither they nor the ordinary words hold.
    """

    first: int
    last: int
    stem: Stem
    known: int
    words: int
    rare: int = 0


class NameReader:
    """Reads names in one article, aware of what the lexicon took already."""

    def __init__(self, page: Page, board: Board) -> None:
        self._page = page
        self._board = board
        self._names = names()
        self._upon = any(token.text.endswith(_UPON) for token in page.tokens)

    def titled(self, first: int, *, trusted: bool = True) -> NameChain | None:
        """The name after a title or post: its first word may be unknown when the title is ``trusted``."""
        if not self._page.word(first).isalpha() or first in self._page.blocked:
            return None
        if self._page.raw(first).isascii() and self._page.raw(first).isupper():
            return None
        if self._page.word(first) == _ALI and not self._is_ali(first):
            return None
        stem = Stem(self._page.word(first), 0, "")
        word = self._page.word(first)
        if self._page.is_definite(first) and any(head.kind in _TITLES for head in post_heads().get(word, ())):
            return None
        listed = word in self._names.given and trusted and self._goes_on(first)
        if not listed and not self._may_begin(first, trusted=trusted):
            return None
        return self._chain(first, stem, trusted=trusted or self.is_known(first))

    def _goes_on(self, index: int) -> bool:
        """Whether a family name follows, so that even a word of time is a given name: الشيخ صباح الأحمد."""
        following = self._page.follows(index)
        rare = self._page.is_word(following) and not is_common(self._page.word(following))
        if rare and self._page.word(index) in self._names.foreign and self._unknown(following, trusted=True):
            return True
        return self.is_known(following) or (
            following >= 0 and self._page.is_definite(following) and self._surname(following)
        )

    def known_given(self, index: int, *, sure: bool) -> Stem | None:
        """The reading of a token as a given name, of the unambiguous ones only if ``sure``."""
        listed = self._names.sure_given if sure else self._names.given
        if not self._page.is_word(index):
            return None
        for stem in given_readings(self._page.folded[index]):
            if stem.proclitics[-1:] in _CONSONANTS and len(stem.key) < _SHORTEST_AFTER_PREPOSITION:
                continue
            if len(stem.key) < _SHORTEST_NAME and not (self.is_known(index + 1) or self._person_at(index + 1)):
                continue
            if stem.key == _ALI and not self._is_ali(index):
                continue
            if stem.key in self._names.in_marbuta and self._page.ends_in_heh(index):
                continue
            if stem.key in listed or (stem.key == "عبد" and self._page.is_definite(index + 1)):
                return stem
        return None

    def _person_at(self, index: int) -> bool:
        """Whether the lexicon knows a person by the word alone: جو [دانفورد]."""
        person = self._board.starting(index, "PERS")
        return person is not None and person.key is not None and not person.lead

    def _is_ali(self, index: int) -> bool:
        """Whether it is the name and not the preposition, which some newspapers write with dots."""
        return not self._page.raw(index).endswith("ى") and (self._upon or self.is_known(self._page.follows(index)))

    def free(self, first: int, stem: Stem, *, trusted: bool) -> NameChain:
        """The name that begins with a known given name; ``trusted``: its neighbours tell that a person stands here."""
        chain = self._with_foreign_first(self._chain(first, stem, trusted=trusted))
        before = first - 1
        patronymic = stem.key in _PATRONYMICS and not stem.lead and self._page.same_line(before, first)
        if patronymic and self._page.is_word(before) and self._unknown(before) and not self._page.is_definite(before):
            return replace(chain, first=before, stem=Stem(self._page.word(before), 0, ""))
        return chain

    def _with_foreign_first(self, chain: NameChain) -> NameChain:
        """With the unlisted word before a foreign given name that is one too: خوسي لويس …"""
        before = chain.first - 1
        foreign = (
            chain.stem.key in self._names.foreign and not chain.stem.lead and self._page.same_line(before, chain.first)
        )
        if not foreign or self.is_known(before) or not self._part_of_unknown(before):
            return chain
        return replace(chain, first=before, stem=Stem(self._page.word(before), 0, ""), words=chain.words + 1, rare=1)

    def is_known(self, index: int) -> bool:
        """Whether the word stands in the lists of names."""
        word = self._page.word(index)
        if len(word) < _SHORTEST_NAME:
            return False
        if word == _ALI:
            return not self._page.raw(index).endswith("ى")
        if vocabulary.ends_name(word) and word not in self._names.sure_given:
            return False
        return word in self._names.given or word in self._names.family

    def is_sure(self, word: str) -> bool:
        """Whether a folded word of the lists is no ordinary word."""
        return word in self._names.sure and word not in VERB_FORMS

    def is_surely_part(self, word: str) -> bool:
        """Whether a folded word is a name or a particle of names and no ordinary word."""
        return self.is_sure(word) or word in vocabulary.NAME_PARTICLES

    def holds_sure(self, chain: NameChain) -> bool:
        """Whether one of its words, or its family name's shape, is no ordinary word."""
        words = self._page.folded[chain.first : chain.last + 1]
        named = any(
            self.is_surely_part(word) or word == _GOD or (self.is_listed(word) and not is_common(word))
            for word in words
        )
        return named or chain.rare > 0 or self.is_sure(chain.stem.key) or self.family_shaped(chain.last)

    def rather_given(self, nisba: Draft) -> bool:
        """Whether an indefinite nationality before a family name is a given name: الوزيرة سنية مبارك."""
        following = self._page.follows(nisba.last)
        alone = nisba.label == "NORP" and nisba.first == nisba.last and not self._page.is_definite(nisba.first)
        return alone and self.is_known(following) and not is_common(self._page.word(following))

    def is_given(self, word: str) -> bool:
        """Whether a folded word is a given name."""
        return word in self._names.given

    def is_listed(self, word: str) -> bool:
        """Whether a folded word stands in the lists."""
        return word in self._names.given or word in self._names.family

    def family_shaped(self, index: int, *, ordinary: bool = False) -> bool:
        """A nisba with the article, as most family names of the region are (الجبوري، السوداني).

        ``ordinary``: though it is an adjective too (الحديدي).
        """
        word = self._page.word(index)
        if word in self._names.family:
            return True
        if (
            word in vocabulary.NICKNAMED
            or (is_common_form(word) and not ordinary)
            or self._board.covering(index, "NORP") is not None
        ):
            return False
        nisba = self._page.is_definite(index) and word.endswith("ي") and len(word) >= _FAMILY_LENGTH
        nisba = nisba and not self._page.ends_in_alef(index)
        return nisba and word not in vocabulary.ADJECTIVES and word not in vocabulary.TIME_WORDS

    def _may_begin(self, index: int, *, trusted: bool) -> bool:
        if self.is_known(index) or self._particle(index):
            return True
        if not trusted:
            return False
        page = self._page
        if page.is_definite(index):
            return self.family_shaped(index) and self._board.starting(index, "NORP") is None
        return (
            (not is_common(page.word(index)) or self._rare_surname(page.follows(index)))
            and self._unknown(index, trusted=self.is_known(page.follows(index)))
            and not page.word(index).startswith(_JOINED_BEGINNINGS)
            and not page.word(index).endswith("ت")
        )

    def _has_proclitic(self, index: int) -> bool:
        """Whether its spelling or «و» tells a proclitic: بأجدير، وأنجب."""
        raw = self._page.raw(index)
        return raw[:1] == "و" or (raw[:1] in _CONSONANTS and raw[1:2] in _SEATED_ALEFS)

    @staticmethod
    def _joined_particle(word: str) -> bool:
        """Whether a conjunction or preposition is joined to a particle: بكل."""
        rest = word[1:]
        return word[0] in "وبلكف" and (rest in vocabulary.FUNCTION_WORDS or rest in vocabulary.PREPOSITIONS)

    def _chain(self, first: int, stem: Stem, *, trusted: bool) -> NameChain:
        listed = stem.key in self._names.given or stem.key in self._names.family
        last = self._part_end(first, stem.key)
        words = 2 if last > first and stem.key in vocabulary.NAME_PARTICLES and stem.key != _SLAVE else 1
        known = int(listed or last > first)
        rare = 0 if known else int(not is_common(stem.key))
        while words < _MOST_WORDS:
            following = self._continues(last, words, trusted=trusted)
            if following < 0:
                break
            found = following > last + 1 or self.is_known(following) or self.family_shaped(following)
            known += int(found)
            rare += int(not found and not is_common(self._page.word(following)))
            last, words = following, words + 1
        return NameChain(first, last, stem, known, words, rare)

    def _part_end(self, index: int, word: str) -> int:
        """The last token of the part of a name that a word begins: عبد الرحمن، نور الدين، نصر الله، أبو زيد."""
        page, following = self._page, self._page.follows(index)
        if following < 0 or not page.is_word(following) or following in page.blocked:
            return index
        after = page.word(following)
        if word == _THEN and (page.is_definite(following) or is_common(after) or _THEN_SPELT in page.raw(index)):
            return index
        if word in vocabulary.NAME_PARTICLES:
            given = self._names.given if word in _PATRONYMICS else self._names.sure_given
            ended = vocabulary.ends_name(after) and after not in given
            return index if ended else self._part_end(following, after)
        godly = (
            after == _GOD and word not in _NOT_BEFORE_GOD and not word.endswith("ه") and not vocabulary.ends_name(word)
        )
        return following if after in _SECOND_PARTS or godly else index

    def _continues(self, last: int, words: int, *, trusted: bool) -> int:
        """The last token of the next part of the name, or -1."""
        page = self._page
        following = page.follows(last)
        if following < 0 or not page.is_word(following) or following in page.blocked:
            return -1
        word = page.word(following)
        end = self._part_end(following, word)
        if end > following or self._particle(following):
            return end if end > following else -1
        person = self._board.starting(following, "PERS")
        if person is not None and person.lead:
            return -1
        if word in _NAMES_LIKE_TITLES and (self.is_known(page.follows(following)) or self._ends_at(following)):
            return following
        doubled = word in self._names.given and vocabulary.ends_name(word) and self.is_known(last)
        if doubled and (trusted or words > 1) and not vocabulary.is_verb(word) and self._ends_at(following):
            return following
        doubtful = words > 1 or not self.is_sure(page.word(last))
        if doubtful and word in post_heads() and self._of_somebody(following):
            return -1
        told = trusted and words == 1 and self.is_known(last)
        if told and self._nation_as_name(following):
            return following
        if self._father_like_verb(following, words):
            return following
        if self.is_known(following) or self.family_shaped(following, ordinary=told):
            titled = words > 1 and is_common(word) and bool(post_readings(page.word(page.follows(following))))
            return -1 if not self.is_sure(word) and (vocabulary.is_verb(word) or titled) else following
        kunya = words == _KUNYA_WORDS and page.word(last - 1) in vocabulary.KUNYA and page.is_definite(following)
        if kunya and not vocabulary.ends_name(word) and self._ends_at(following):
            return following
        if page.is_definite(following):
            ended = words > 1 or not self._definite_surname(last, following, trusted=trusted)
            counted = word in vocabulary.REGNAL and page.word(page.follows(following)) == _TEN
            return -1 if ended else following + int(counted)
        return following if self._further(last, following, words, trusted=trusted) else -1

    def _father_like_verb(self, index: int, words: int) -> bool:
        """A father's name that is a verb too, between a given name and a family name: كريم طالب السعيدي."""
        family = self._page.follows(index)
        surname = self._page.word(family)
        named = self.is_sure(surname) and self._page.is_definite(family) and surname in self._names.family
        given = self._page.word(index) in self._names.given and vocabulary.is_verb(self._page.word(index))
        return words == 1 and given and named and self._ends_at(family)

    def goes_on_unlisted(self, last: int) -> bool:
        """Whether a name that the lexicon knows goes on with a word that nothing knows: it is another person's."""
        following = self._page.follows(last)
        word = self._page.word(following)
        joined = any(stem.lead for stem, _ in form_readings(word)) or self._has_proclitic(following)
        plain = self._page.is_word(following) and not self._page.is_definite(following) and not joined
        plain = plain and not vocabulary.ends_name(word)
        return plain and not is_common(word) and self._ends_at(following) and self._board.covering(following) is None

    def _of_somebody(self, index: int) -> bool:
        """Whether a post that is a given name too has its complement after it: … باتشان نجم السينما."""
        following = self._page.follows(index)
        complement = self._page.is_definite(following) and not self.family_shaped(following)
        return complement or self._board.starting(following, *_OTHER_NAMES) is not None

    def _rare_surname(self, index: int) -> bool:
        """A name or a definite word that no list knows: العقيد نجمي الناكوع."""
        word = self._page.word(index)
        return (self._page.is_definite(index) or self.is_known(index)) and not is_common(word)

    def _nation_as_name(self, index: int) -> bool:
        """An indefinite nationality cannot describe a name: الرئيس جون كندي."""
        nisba = self._board.starting(index, "NORP")
        return nisba is not None and nisba.place == (index, 0, index) and not self._page.is_definite(index)

    def _definite_surname(self, last: int, following: int, *, trusted: bool) -> bool:
        word = self._page.word(following)
        if word in vocabulary.REGNAL:
            return trusted or self.is_sure(self._page.word(last))
        compound = self._page.word(last - 1) == _SLAVE or self._page.word(last) in (_GOD, *_SECOND_PARTS)
        sure = compound or self.is_sure(self._page.word(last))
        called = word in _BY_CALLING and self._ends_at(following)
        told = trusted and self.is_known(last) and not (word.endswith("ه") and is_common(word))
        told = told or (sure and (called or not is_common(word)))
        return told and self._surname(following)

    def _further(self, last: int, following: int, words: int, *, trusted: bool) -> bool:
        """Whether an unlisted word without article goes on a name of so many words."""
        if not self._unknown(following, trusted=trusted):
            return False
        foreign = self._page.word(last) in self._names.foreign
        ordinary = is_common_form if foreign else is_common
        if not ordinary(self._page.word(following)):
            return (
                (not self._has_proclitic(following) or self._written_with_w(last, following))
                and words <= _MOST_RARE
                and (words == 1 or not self._governs(following))
            )
        doubled = words == 2 and self._page.word(last - 1) in _DOUBLED
        return (doubled or (words == 1 and trusted)) and self._ends_at(following)

    def _written_with_w(self, last: int, following: int) -> bool:
        """Whether «و» begins a foreign family name after a foreign given one: دانا ويتلاند."""
        foreign = self._page.word(last) in self._names.foreign
        return foreign and self._page.raw(following).startswith(_FOREIGN_W)

    def _ends_at(self, index: int) -> bool:
        """Whether a phrase can only end with this word: a mark, a particle, a verb or the line's end follows."""
        after = self._page.follows(index)
        if after < 0 or not self._page.is_word(after):
            return True
        ordinary = is_common(self._page.word(index)) or self._page.has_tanwin(index)
        if ordinary and (self._page.word(index).endswith("ا") or self._page.word(index)[0] in "وبلكف"):
            return False  # rather an accusative or behind a preposition: احتجاجا على، بعرض عسكري
        word = self._page.word(after)
        if word[0] == "و" and (given_readings(word) or not is_common(word)):
            return True
        posted = word in vocabulary.NICKNAMED or any(not stem.lead for stem, _ in post_readings(word))
        return posted or (vocabulary.ends_name(word) and word not in vocabulary.TIME_WORDS)

    def _governs(self, index: int) -> bool:
        """Whether a definite noun follows, so that the word is rather its head than a family name: شغب الجماهير."""
        after = self._page.follows(index)
        word = self._page.word(after) if after >= 0 else ""
        return self._page.is_definite(after) and not vocabulary.is_adjective(word) and not vocabulary.ends_name(word)

    def with_surname(self, chain: NameChain) -> NameChain:
        """The name of one word with a definite one after it that may be its family name."""
        following = self._page.follows(chain.last)
        definite = following >= 0 and self._page.is_definite(following) and self._surname(following)
        return replace(chain, last=following, words=2) if definite and chain.words == 1 else chain

    def unlisted(self, first: int, *, fewest: int = 2) -> NameChain | None:
        """A name that no list knows, complete: what follows cannot belong to it (برترام شميت إن)."""
        last = first
        if self._page.is_definite(first) and self._page.word(first) in post_heads():
            return None
        while last - first < _MOST_RARE and last not in self._page.blocked and self._part_of_unknown(last):
            following = self._page.follows(last)
            if last - first + 1 >= fewest and self._ends_at(last):
                return NameChain(first, last, Stem(self._page.word(first), 0, ""), 0, last - first + 1, 1)
            if following < 0:
                break
            last = following
        return None

    def family_alone(self, index: int) -> NameChain | None:
        """A family name that is nothing else, with nothing after it that it could belong to: انتقد اليعقوبي."""
        word = self._page.word(index)
        listed = word in self._names.family and word in self._names.sure and not is_common_form(word)
        nation = self._board.covering(index) is not None or vocabulary.ends_name(word)
        if not listed or nation or not self._ends_at(index):
            return None
        return NameChain(index, index, Stem(word, 0, ""), 1, 1)

    def joined(self, index: int) -> NameChain | None:
        """The unlisted name that «و» joins to the one before it."""
        word = self._page.word(index)[1:]
        plain = word.isalpha() and len(word) > _SHORTEST_NAME and not word.startswith("ال")
        if not plain or is_common(word) or self._page.has_tanwin(index) or self._like_verb(index, word):
            return None
        if (
            self._page.raw(index).endswith(_UNLIKE_NAMES)
            or form_readings(word)
            or word in body_heads()
            or word in post_heads()
        ):
            return None
        chain = self._chain(index, Stem(word, 1, "و"), trusted=False)
        return chain if self._ends_at(chain.last) else None

    def _part_of_unknown(self, index: int) -> bool:
        word = self._page.word(index)
        if not self._page.is_word(index):
            return False
        if self.is_known(index) or self._before_family(index):
            return True
        if self._has_proclitic(index) or not word.isalpha():
            return False
        if any(stem.lead for stem, _ in form_readings(word)):
            return False
        if (
            is_common(word)
            or len(word) < _SHORTEST_NAME
            or self._page.is_definite(index)
            or self._page.has_tanwin(index)
        ):
            return False
        if (
            vocabulary.ends_name(word)
            or word.startswith(("لل", "بال", "كال"))
            or word in vocabulary.COMMON_DESCRIPTIONS
            or self._joined_particle(word)
        ):
            return False
        if word in body_heads() or word in post_heads() or word[1:] in post_heads() or word[1:] in body_heads():
            return False
        unlike = self._page.raw(index).endswith(_UNLIKE_NAMES) or self._like_verb(index, word)
        return not unlike and self._board.covering(index, *_OTHER_NAMES, "NORP") is None

    def _before_family(self, index: int) -> bool:
        """Whether a sure family name follows an unlisted word, whatever its shape: حمة الهمامي."""
        family = self._page.word(self._page.follows(index))
        listed = family in self._names.family and self.is_sure(family) and family.startswith("ال")
        word = self._page.word(index)
        if len(word) < _SHORTEST_NAME or vocabulary.ends_name(word):
            return False
        free = self._board.covering(index) is None and word not in post_heads() and word not in body_heads()
        return listed and free and word.isalpha() and not is_common(word) and not self._has_proclitic(index)

    def _foreign(self, index: int) -> bool:
        word = self._page.word(index)
        rare = (
            len(word) > _SHORTEST_NAME
            and self._page.is_word(index)
            and not is_common(word)
            and not self.is_known(index)
        )
        foreign = word in self._names.foreign and not is_common(word)
        return foreign or (rare and not vocabulary.ends_name(word))

    def _surname(self, index: int) -> bool:
        """A definite word that may be a family name after a title and a given name: شوقي الطبيب."""
        word = self._page.word(index)
        if word in vocabulary.REGNAL:
            return True
        if vocabulary.is_adjective(word) or word in vocabulary.DEPARTMENTS or vocabulary.ends_name(word):
            return False
        if word.endswith(("ين", "ات")) and is_common(word) and not self.is_listed(word):
            return False
        opens = word in body_heads() or (word.removeprefix("ال") in body_heads() and word not in self._names.family)
        return self._board.covering(index, *_OTHER_NAMES, "NORP") is None and not opens

    def _particle(self, index: int) -> bool:
        word = self._page.word(index)
        if word == "ام":
            return self.is_known(index + 1)
        return (
            word in vocabulary.NAME_PARTICLES
            and not (word == _THEN and (is_common(self._page.word(index + 1)) or _THEN_SPELT in self._page.raw(index)))
            and not self._has_proclitic(index)
            and self._page.same_line(index, index + 1)
            and self._page.is_word(index + 1)
        )

    def _unknown(self, index: int, *, trusted: bool = False) -> bool:
        """A word that no list knows but that may be a name: no particle, verb, head noun, place or accusative."""
        raw, word = self._page.raw(index), self._page.word(index)
        if len(word) < _SHORTEST_NAME or vocabulary.ends_name(word) or word in body_heads() or word in post_heads():
            return False
        if self._joined(word) or self._like_verb(index, word):
            return False
        person = self._board.starting(index, "PERS")
        endings = _ENDINGS_OF_NOUNS if self._page.word(index - 1) in self._names.foreign else (*_ENDINGS_OF_NOUNS, "ه")
        if (person is not None and person.lead) or raw.endswith(endings):
            return False
        if raw.endswith("ية") and not trusted:
            return False
        return self._board.covering(index, *_OTHER_NAMES, "NORP") is None

    def _joined(self, word: str) -> bool:
        """Whether it begins with a conjunction or preposition before a word that is known."""
        rest = word[1:]
        known = rest in self._names.given or rest in body_heads() or rest in post_heads()
        preposition = word.startswith(_JOINED_PREPOSITIONS) and (is_common(word) or not word.startswith(_LIKE_FOREIGN))
        return preposition or (word[0] in "وبلفك" and known)

    def _like_verb(self, index: int, word: str) -> bool:
        """Whether it has the look of an imperfect or, by its damma, of a passive; after a foreign name it has not."""
        if _PASSIVE in self._page.raw(index) or _DERIVED(word):
            return True
        if word[0] in "يت" and word.endswith("وا"):
            return True
        imperfect = word.startswith(("ي", "ت", "سي", "ست")) and _SHORTEST_NAME < len(word) <= _LONGEST_VERB
        following = self._page.follows(index)
        imperfect = imperfect and not self.is_known(following) and self._page.word(following) not in vocabulary.REGNAL
        return imperfect and not self._foreign(index - 1)
