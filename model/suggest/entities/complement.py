"""Where the complement of a head noun ends: the art of reading وزير / وزارة / لجنة … with what identifies them.

After a construct head come nouns, each but the last without the article (رئاسة أركان الجيش), or a name, or a quotation;
then definite adjectives that agree (العراقي، العليا), a coordinated department (الداخلية والبلديات) and, for heads that
allow it, «ل» with what the body is for (للدراسات). A verb, a preposition, a comma, a person end it.
"""

from dataclasses import dataclass, replace

from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common, is_common_form
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import body_heads, form_readings, post_heads
from model.suggest.entities.page import OPENING, Page

NAMES = ("GPE", "LOC", "ORG", "FAC", "PERS", "EVENT", "PRODUCT", "LAW")
_MOST_CONSTRUCTS = 2
_MOST_QUOTED = 6
_MOST_ADJECTIVES = 4
_SHORTEST_IMPERFECT = 3
_SHORTEST_PURPOSE = 5
_PREPOSITIONAL = ("ب", "ل", "ك")
_PRONOUNS = ("ها", "هم")
_DUAL = ("تين", "تان")
_ABROAD = vocabulary.words("بالخارج بالداخل بالمهجر")
"""Where the people live that a ministry cares for: شؤون المغتربين بالخارج."""
_DISTRICTS = ("مديريه", "ناحيه", "محليه")
"""Class words after which any word is a name."""
_BA_NOUNS = vocabulary.words(
    """بعثة بلدية بلدة بحرية بورصة بطولة بنك بناء برنامج بحارة بحوث بيت برلمان لجنة لجان لواء كتلة كتائب كلية كهرباء
    بيانات بلديات بنوك بطاقة لقاح لاجئين لاعبي كتاب كبار بعثات"""
)


@dataclass(frozen=True, slots=True)
class Complement:
    """What was read after a head: its last token and what it holds."""

    last: int
    nouns: int = 0
    adjectives: int = 0
    name: Draft | None = None
    quoted: tuple[int, int] | None = None
    """First and last token between the marks of a quotation or bracket."""
    purpose: bool = False
    nationality: bool = False
    proper: bool = False
    """Whether it is an unknown word taken for a name."""

    @property
    def empty(self) -> bool:
        """Whether nothing was read."""
        return not (self.nouns or self.adjectives or self.name or self.quoted or self.purpose)


class Reader:
    """Reads complements in one article, using the names drafted so far."""

    def __init__(self, page: Page, board: Board) -> None:
        self._page = page
        self._board = board

    def read(
        self,
        head_last: int,
        *,
        definite: bool,
        purpose: bool = True,
        proper: bool = False,
        place: bool = False,
        posts: bool = False,
    ) -> Complement | None:
        """The complement after a head that ends at ``head_last``; None when a construct head has no end.

        ``definite``: the head bears the article or tanwin, so adjectives and «ل» may follow but no idafa.
        ``posts``: a post may be the complement (نائب المتحدث باسم …).
        ``proper``: an unknown word without article may be the name (وكالة سواحل), of a ``place`` more freely.
        """
        found = Complement(head_last) if definite else self._idafa(head_last, proper=proper, place=place, posts=posts)
        if found is None:
            return None
        found = self.adjectives(found)
        found = self._coordination(found)
        return self._purpose(found) if purpose else found

    def nationality(self, head_last: int) -> Complement:
        """The adjectives of nationality right after a head, and nothing else."""
        last = head_last
        while self._page.is_definite(self._page.follows(last)) and self._board.starting(last + 1, "NORP") is not None:
            last += 1
        return Complement(last, adjectives=last - head_last, nationality=last > head_last)

    def _is_proper(self, index: int) -> bool:
        """An unknown word without article after a class word, nothing after it that it could govern: وكالة سواحل."""
        page, word = self._page, self._page.word(index)
        following = page.follows(index)
        if word in vocabulary.TOPONYM_STARTS and self._board.starting(index) is None:
            return page.is_word(following) and not vocabulary.ends_name(page.word(following))
        if not self._is_noun(index, joined=True) or page.is_definite(index) or page.has_tanwin(index):
            return False
        if word in vocabulary.PURPOSES or word.startswith(("بال", "لل", "كال")) or word[1:] in body_heads():
            return False
        if word[0] == "ل" and is_common(word):
            return False
        if is_common(word) and (
            page.word(following) in vocabulary.PREPOSITIONS or page.word(following).startswith("ب")
        ):
            return False
        purposed = page.word(following) in vocabulary.PURPOSES and not is_common_form(word)
        if word in vocabulary.COMMON_DESCRIPTIONS:
            return False
        if page.raw(index).endswith(("ين", "ون", "ت", "ية")) and not purposed:
            return False
        if self._board.starting(index) is not None:
            return False
        if not is_common(word) and self._board.starting(following, "NORP") is not None:
            return True
        governed = page.is_definite(following) and not vocabulary.ends_name(page.word(following))
        return following < 0 or not (governed or self.name_at(following))

    def _is_toponym(self, index: int) -> bool:
        """An unknown word after the class word of a place: one that no adjective's or noun's ending gives away.

        After a feminine class word a masculine word is no adjective of it; a definite adjective that follows an
        indefinite word is one of the class word, so that the word between is a name (بلدة شيلادزي الحدودية).
        """
        page, word = self._page, self._page.word(index)
        if page.word(index - 1).endswith(_DISTRICTS):
            endings: tuple[str, ...] = _PRONOUNS
        else:
            endings = (*_PRONOUNS, "ية") if page.word(index - 1).endswith("ه") else (*_PRONOUNS, "ين", "ون", "ات", "ي")
        if not page.is_word(index) or index in page.blocked or len(word) < 3 or page.is_definite(index):
            return False
        if vocabulary.ends_name(word) or word in vocabulary.COMMON_DESCRIPTIONS or page.has_tanwin(index):
            return False
        if page.raw(index).endswith(endings) or word.startswith(("لل", "بال", "كال", "وال", "فال")):
            return False
        joined = word[0] in "ولف" or (word[0] in "بك" and (word[1:] in body_heads() or word[1:] in post_heads()))
        if joined or word in body_heads() or word in post_heads() or self._board.starting(index):
            return False
        following = page.follows(index)
        if form_readings(word) or (following >= 0 and page.word(following).startswith("و")):
            return not form_readings(word)
        if not page.is_definite(following):
            ended = following < 0 or not page.is_word(following) or vocabulary.ends_name(page.word(following))
            return ended or page.word(following) in vocabulary.DIRECTIONS
        return vocabulary.is_adjective(page.word(following)) or page.word(following) in vocabulary.TAILS

    def _proper_end(self, index: int, *, place: bool) -> int:
        """The last word of a proper name: the second one of عين X، أم X, a word for media, a foreign place's second."""
        following = self._page.follows(index)
        if place and following >= 0 and self._is_toponym(following):
            return following
        word = self._page.word(following)
        latin = self._page.is_word(following) and word.isascii() and self._page.word(index).isascii()
        joined = self._page.word(index) in vocabulary.TOPONYM_STARTS or word in vocabulary.MEDIA_WORDS or latin
        return following if joined else index

    def _idafa(self, head_last: int, *, proper: bool, place: bool, posts: bool) -> Complement | None:
        page, index, nouns = self._page, head_last, 0
        for _ in range(_MOST_CONSTRUCTS + 1):
            following = page.follows(index)
            if following < 0:
                return None
            if page.raw(following) in OPENING:
                return self.quotation(following, nouns) if page.raw(following) != "(" or not nouns else None
            name = self.name_at(following)
            if name is None and posts:
                name = self._board.starting(following, "OCC")
            if name is not None:
                return Complement(name.last, nouns, name=name)
            if proper and not nouns and (self._is_proper(following) or (place and self._is_toponym(following))):
                return Complement(self._proper_end(following, place=place), nouns + 1, proper=True)
            if not self._is_noun(following):
                return None
            index, nouns = following, nouns + 1
            if page.is_definite(index):
                return Complement(index, nouns)
            conjoined = page.follows(index)
            if conjoined >= 0 and page.word(conjoined).startswith("وال") and not vocabulary.ends_name(page.word(index)):
                return None
        return None

    def name_at(self, index: int) -> Draft | None:
        """The longest name drafted from this token on, without proclitic."""
        draft = self._board.starting(index, *NAMES)
        if draft is None and self._page.word(index) in vocabulary.TITLES_OF_KINGS:
            after = self._page.follows(index)
            nation = self._board.starting(after, "NORP") if self._page.is_definite(after) else None
            draft = self._board.starting(after if nation is None else self._page.follows(nation.last), "PERS")
        return draft if draft is not None and draft.lead == 0 else None

    def quotation(self, opening: int, nouns: int) -> Complement | None:
        """A quotation or bracket as the complement, when it closes soon and holds no date and no further mark."""
        page = self._page
        close = page.closing(opening, most=_MOST_QUOTED)
        inside = range(opening + 1, close)
        if close < 0 or any(index in page.blocked or page.is_mark(index) for index in inside):
            return None
        return Complement(close, nouns, quoted=(opening + 1, close - 1))

    def _is_noun(self, index: int, *, joined: bool = False) -> bool:
        """Whether it can be a noun of the complement; ``joined``: though it begins like a preposition."""
        page, word = self._page, self._page.word(index)
        imperfect = word.startswith("ي") and len(word) > _SHORTEST_IMPERFECT
        if imperfect or any(character.isdigit() for character in word):
            return False
        if not page.is_word(index) or index in page.blocked or len(word) < 3 or vocabulary.ends_name(word):
            return False
        if page.is_definite(index):
            return word not in vocabulary.LATE_ADJECTIVES
        if word in vocabulary.SIDES:
            return False
        if page.raw(index).endswith(("ه", "هم", "ها", "ً", "اً", "نا")) and not page.raw(index).endswith("الله"):
            return False
        return joined or not (word.startswith(_PREPOSITIONAL) and len(word) > 4 and word not in _BA_NOUNS)

    def adjectives(self, found: Complement) -> Complement:
        """The same with the definite adjectives that follow."""
        page, last, count, nationality = self._page, found.last, 0, found.nationality
        proper_place = not found.quoted and (found.proper or (found.name is not None and not found.nouns))
        while count < _MOST_ADJECTIVES:
            following = page.follows(last)
            joined = count > 0 and self._is_second_adjective(following)
            if following < 0 or following in page.blocked or not (joined or page.is_definite(following)):
                break
            nisba = self._board.starting(following, "NORP") is not None
            affairs = page.word(following) in vocabulary.DEPARTMENTS_ALONE and page.word(last) in vocabulary.AFFAIRS
            carried = found.nouns > 0 and self._leads_to_nationality(following)
            judged = page.word(following) in vocabulary.JUDGING and page.is_mark(last)
            judged = judged or (proper_place and page.word(following) in vocabulary.KINDS)
            describes = joined or nisba or affairs or carried or vocabulary.is_adjective(page.word(following))
            if judged or not describes or self._of_two(found.last, following):
                break
            if self._board.covering(following, "PERS") or self._is_role(following):
                break
            last, count, nationality = following, count + 1, nationality or nisba
        if not count:
            return found
        return replace(found, last=last, adjectives=found.adjectives + count, nationality=nationality)

    def _is_second_adjective(self, index: int) -> bool:
        """Whether «و» joins a relative adjective to the one before: السياحة الجبلية والصحراوية."""
        word = self._page.word(index)
        relative = word.startswith("وال") and word.endswith(("يه", "ي")) and vocabulary.is_adjective(word[1:])
        known = is_common(word) and word[1:] not in vocabulary.DEPARTMENTS
        return relative and known and self._board.covering(index) is None

    def _of_two(self, last: int, index: int) -> bool:
        """Whether a dual adjective describes more than the one name before it: قناة «س» الفرنسيتين."""
        return self._page.word(index).endswith(_DUAL) and not self._page.word(last).endswith(_DUAL)

    def _leads_to_nationality(self, index: int) -> bool:
        """Whether a feminine word describes the noun as the nationality after it does: الطاقة المتجددة المصرية."""
        following = self._page.follows(index)
        nation = self._page.is_definite(following) and self._board.starting(following, "NORP") is not None
        word = self._page.word(index)
        shaped = word.endswith("يه") or word.startswith("الم") or not is_common_form(word)
        feminine = word.endswith("ه") and word not in vocabulary.DEPARTMENTS and not form_readings(word)
        return nation and feminine and shaped

    def _is_role(self, index: int) -> bool:
        """Whether a word with the look of an adjective is what somebody is: قوات الاحتلال [الصحفية] فلانة."""
        following = self._page.follows(index)
        if self._page.word(following) == "في":
            named = self._board.starting(self._page.follows(following), "ORG")
        else:
            named = self._board.starting(following, "PERS")
        heads = post_heads().get(self._page.word(index), ()) if named is not None and not named.lead else ()
        return any(len(head.words) == 1 and head.kind in ("profession", "generic") for head in heads)

    def _coordination(self, found: Complement) -> Complement:
        page = self._page
        if not found.nouns and page.word(found.last) not in vocabulary.DEPARTMENTS:
            return found
        while True:
            following = page.follows(found.last)
            word = page.word(following) if following >= 0 else ""
            if not self._ends_in_noun(found.last) or self._board.starting(following, "ORG"):
                return found
            last = self._joined_field(following, word, after=found.last)
            if last < 0:
                return found
            found = self.adjectives(replace(found, last=last, nouns=found.nouns + 1))

    def _joined_field(self, index: int, word: str, *, after: int) -> int:
        """The last token of a field that «و» joins: والهجرة، وشؤون المصريين بالخارج، والتشاور after المتابعة; or -1."""
        if word.startswith("وال"):
            doings = word[1:] in vocabulary.DOINGS and self._page.word(after) in vocabulary.DOINGS
            return index if doings or word[1:] in vocabulary.DEPARTMENTS else -1
        noun = self._page.follows(index) if word[:1] == "و" and word[1:] in vocabulary.FIELDS else -1
        if noun < 0 or not self._page.is_definite(noun) or vocabulary.ends_name(self._page.word(noun)):
            return -1
        abroad = self._page.follows(noun)
        return abroad if self._page.word(abroad) in _ABROAD else noun

    def _ends_in_noun(self, index: int) -> bool:
        """Whether a definite noun or its adjective stands there, so that «و» can join a second one to it."""
        return self._page.is_definite(index) or self._page.word(index).startswith("وال")

    def _purpose_end(self, following: int, *, after_quotation: bool) -> int:
        """The last noun of «لل…» or of «ل» with a masdar and its object (لمراقبة الاقتراع), or -1."""
        word = self._page.word(following)
        if word in vocabulary.PURPOSES:
            return following
        if after_quotation and word.startswith("لل") and len(word) > _SHORTEST_PURPOSE:
            return following
        if not (word.startswith("ل") and word[1:] in vocabulary.FIELDS):
            return -1
        noun = self._page.follows(following)
        if self._page.word(noun) in vocabulary.FIELDS:
            noun = self._page.follows(noun)
        return noun if noun >= 0 and self._page.is_definite(noun) else -1

    def _purpose(self, found: Complement) -> Complement:
        following = self._page.follows(found.last)
        last = (
            -1
            if following < 0
            else self._purpose_end(following, after_quotation=found.quoted is not None and not found.adjectives)
        )
        if last < 0:
            return found
        with_adjectives = self.adjectives(Complement(last))
        nationality = found.nationality or with_adjectives.nationality
        return replace(found, last=with_adjectives.last, purpose=True, nationality=nationality)
