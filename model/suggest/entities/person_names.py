"""Reads a personal name word by word: given, father's and family names, particles, kunya, foreign names."""

from dataclasses import dataclass, replace

from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Board
from model.suggest.entities.lexicon_index import body_heads, given_readings, names, post_heads, post_readings
from model.suggest.entities.page import Page, Stem

_MOST_WORDS = 6
_FAMILY_LENGTH = 6
_OTHER_NAMES = ("GPE", "LOC", "FAC", "ORG", "LAW", "EVENT", "PRODUCT")
_ALI, _GOD, _SLAVE = "علي", "الله", "عبد"
_LONGEST_VERB, _SHORTEST_NAME = 7, 3
_TITLES = frozenset({"honorific", "rank", "post"})
_DOUBLED = vocabulary.words("جان جون ماري خوسيه خوان آن لويس بيير كارل")
"""Given names of which two often stand before the family name."""
_PATRONYMICS = vocabulary.words("بن ولد آل")
_CONSONANTS = ("ب", "ل", "ك", "ف")
_SHORTEST_AFTER_PREPOSITION = 4
_PASSIVE = "ُ"
_JOINED_BEGINNINGS = ("ل", "ب", "وب", "ول", "وال", "فب", "فل", "فال")
_JOINED_PREPOSITIONS = ("بال", "لل", "كال", "فال", "وال")


@dataclass(frozen=True, slots=True)
class NameChain:
    """A name from token ``first`` (read by ``stem``) to ``last``; ``known`` counts its words that the lists hold."""

    first: int
    last: int
    stem: Stem
    known: int
    words: int


class NameReader:
    """Reads names in one article, aware of what the lexicon took already."""

    def __init__(self, page: Page, board: Board) -> None:
        self._page = page
        self._board = board
        self._names = names()

    def titled(self, first: int, *, trusted: bool = True) -> NameChain | None:
        """The name after a title or post: its first word may be unknown when the title is ``trusted``."""
        if not self._page.is_word(first) or first in self._page.blocked:
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
            if len(stem.key) < _SHORTEST_NAME and not self.is_known(index + 1):
                continue
            if stem.key == _ALI and self._page.raw(index).endswith("ى"):
                continue
            if stem.key in listed or (stem.key == "عبد" and self._page.is_definite(index + 1)):
                return stem
        return None

    def free(self, first: int, stem: Stem, *, trusted: bool) -> NameChain:
        """The name that begins with a known given name; ``trusted``: its neighbours tell that a person stands here."""
        chain = self._chain(first, stem, trusted=trusted)
        before = first - 1
        patronymic = stem.key in _PATRONYMICS and not stem.lead and self._page.same_line(before, first)
        if patronymic and self._page.is_word(before) and self._unknown(before) and not self._page.is_definite(before):
            return replace(chain, first=before, stem=Stem(self._page.word(before), 0, ""))
        return chain

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
        return word in self._names.sure

    def holds_sure(self, chain: NameChain) -> bool:
        """Whether one of its words, or its family name's shape, is no ordinary word."""
        words = self._page.folded[chain.first : chain.last + 1]
        named = any(self.is_sure(word) or word in vocabulary.NAME_PARTICLES or word == _GOD for word in words)
        return named or self.is_sure(chain.stem.key) or self.family_shaped(chain.last)

    def is_listed(self, word: str) -> bool:
        """Whether a folded word stands in the lists."""
        return word in self._names.given or word in self._names.family

    def family_shaped(self, index: int) -> bool:
        """A nisba with the article, as most family names of the region are (الجبوري، السوداني)."""
        word = self._page.word(index)
        if word in self._names.family:
            return True
        if word in vocabulary.NICKNAMED:
            return False
        nisba = self._page.is_definite(index) and word.endswith("ي") and len(word) >= _FAMILY_LENGTH
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
            self._unknown(index)
            and not page.word(index).startswith(_JOINED_BEGINNINGS)
            and not page.word(index).endswith("ت")
        )

    @staticmethod
    def _joined_particle(word: str) -> bool:
        """Whether a conjunction or preposition is joined to a particle: بكل."""
        rest = word[1:]
        return word[0] in "وبلكف" and (rest in vocabulary.FUNCTION_WORDS or rest in vocabulary.PREPOSITIONS)

    def _chain(self, first: int, stem: Stem, *, trusted: bool) -> NameChain:
        last, words, known = first, 1, int(stem.key in self._names.given or stem.key in self._names.family)
        if self._particle(first) or stem.key in vocabulary.NAME_PARTICLES:
            after = self._page.follows(first)
            if after >= 0 and self._page.is_word(after):
                last, words, known = after, 1 if stem.key == _SLAVE else 2, 1
        while words < _MOST_WORDS:
            following = self._continues(last, words, trusted=trusted)
            if following < 0:
                break
            joined = following > last + 1
            known += int(joined or self.is_known(following) or self.family_shaped(following))
            last, words = following, words + 1
        return NameChain(first, last, stem, known, words)

    def _continues(self, last: int, words: int, *, trusted: bool) -> int:
        """The last token of the next part of the name, or -1."""
        page = self._page
        following = page.follows(last)
        if following < 0 or not page.is_word(following) or following in page.blocked:
            return -1
        if page.word(following + 1) == _GOD and page.same_line(following, following + 1):
            return following + 1 if not vocabulary.ends_name(page.word(following)) else -1
        if self._particle(following):
            after = page.follows(following)
            if page.is_word(after) and self._particle(after):
                after = page.follows(after)
            good = page.is_word(after) and not vocabulary.ends_name(page.word(after)) and after not in page.blocked
            return after if good else -1
        person = self._board.starting(following, "PERS")
        if person is not None and person.lead:
            return -1
        if self.is_known(following) or self.family_shaped(following):
            sure = self.is_sure(page.word(following))
            titled = words > 1 and bool(post_readings(page.word(page.follows(following))))
            return -1 if not sure and (vocabulary.is_verb(page.word(following)) or titled) else following
        third = words == 2 and (self._page.word(last - 1) in _DOUBLED or (trusted and self._ends_at(following)))
        plain = words == 1 or (third and not self._governs(following))
        if page.is_definite(following):
            return following if words == 1 and trusted and self.is_known(last) and self._surname(following) else -1
        return following if plain and self._unknown(following, trusted=trusted) else -1

    def _ends_at(self, index: int) -> bool:
        """Whether a phrase can only end with this word: a mark, a particle, a verb or the line's end follows."""
        after = self._page.follows(index)
        if after < 0 or not self._page.is_word(after):
            return True
        if self._page.word(index).endswith("ا") or self._page.word(index)[0] in "وبلكف":
            return False  # rather an accusative or behind a preposition: احتجاجا على، بعرض عسكري
        word = self._page.word(after)
        posted = any(not stem.lead for stem, _ in post_readings(word))
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

    def two_unknown(self, first: int) -> NameChain | None:
        """A name of two words that no list knows, complete: what follows cannot belong to it (برترام شميت إن)."""
        second = self._page.follows(first)
        if second < 0 or first in self._page.blocked or not self._page.is_word(first):
            return None
        if not self._part_of_unknown(first) or not self._part_of_unknown(second) or not self._ends_at(second):
            return None
        return NameChain(first, second, Stem(self._page.word(first), 0, ""), 0, 2)

    def _part_of_unknown(self, index: int) -> bool:
        word = self._page.word(index)
        if self.is_known(index):
            return True
        if len(word) < _SHORTEST_NAME or self._page.is_definite(index) or self._page.has_tanwin(index):
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
        feminine = self._page.raw(index).endswith(("ة", "ات", "ية", "ها", "هم", "ين", "ون"))
        return not feminine and self._board.covering(index, *_OTHER_NAMES, "NORP") is None

    def _foreign(self, index: int) -> bool:
        return self._page.word(index) in self._names.foreign

    def _surname(self, index: int) -> bool:
        """A definite word that may be a family name after a title and a given name: شوقي الطبيب."""
        word = self._page.word(index)
        if word in vocabulary.REGNAL:
            return True
        if vocabulary.is_adjective(word) or word in vocabulary.DEPARTMENTS or vocabulary.ends_name(word):
            return False
        return self._board.covering(index, *_OTHER_NAMES, "NORP") is None and word not in body_heads()

    def _particle(self, index: int) -> bool:
        word = self._page.word(index)
        if word == "ام":
            return self.is_known(index + 1)
        return (
            word in vocabulary.NAME_PARTICLES
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
        if (person is not None and person.lead) or raw.endswith(("ً", "اً", "ه", "ها", "هم", "ات")):
            return False
        if raw.endswith("ية") and not trusted:
            return False
        return self._board.covering(index, *_OTHER_NAMES, "NORP") is None

    def _joined(self, word: str) -> bool:
        """Whether it begins with a conjunction or preposition before a word that is known."""
        rest = word[1:]
        known = rest in self._names.given or rest in body_heads() or rest in post_heads()
        return word.startswith(_JOINED_PREPOSITIONS) or (word[0] in "وبلفك" and known)

    def _like_verb(self, index: int, word: str) -> bool:
        """Whether it has the look of an imperfect or, by its damma, of a passive; after a foreign name it has not."""
        if _PASSIVE in self._page.raw(index):
            return True
        imperfect = word.startswith(("ي", "ت", "سي", "ست")) and _SHORTEST_NAME < len(word) <= _LONGEST_VERB
        imperfect = imperfect and not self.is_known(self._page.follows(index))
        return imperfect and not self._foreign(index - 1)
