"""Posts, ranks and professions: وزير الخارجية العراقي، المتحدث باسم البنتاغون، الشيخ before a name (ruling 5)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common
from model.suggest.entities.complement import Complement, Reader
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import (
    Head,
    body_heads,
    form_readings,
    heads_in_alef,
    lexicon_forms,
    names,
    post_heads,
    post_readings,
)
from model.suggest.entities.page import Page, Stem

REASON_POST = Message("post with its complement")
REASON_TITLE = Message("title before a name")
REASON_PROFESSION = Message("profession beside a name")
REASON_HOLDER = Message("name after a post or title")

_ACCUSATIVES = vocabulary.words("خاصا عاما دائما سابقا")
_IMAM, _FRONT = "امام", "أمام"
_COMMANDER, _LONG_ALEF = "امر", "آ"
"""«آمر», which «أمر» with the seat of its hamza is not."""
_GOVERNMENT = "حكومه"
_SHORTEST_PURPOSE = 5
_IN_THE_NAME_OF = "باسم"
_WORKPLACE = vocabulary.words("في لدى ب")
_AT_COURT = vocabulary.words("لدى")
_TOWARDS = vocabulary.words("إلى الى لدى")
_WITH_WORKPLACE = frozenset({"adviser", "director", "coordinator", "member", "prosecutor", "bloc_head"})
_FORMER = vocabulary.words("سابق سابقة سابقا")
"""Between a calling and where one had it: مستشار سابق في وزارة النفط."""
_REALM = vocabulary.words("للبلاد للعهد")
"""What somebody is made ruler or heir of: أميراً للبلاد، ولياً للعهد."""
_BLOC = vocabulary.words("كتلة الكتلة")
UNDER_A_POST = frozenset({"deputy", "assistant", "adviser", "charge_daffaires", "undersecretary"})
"""Posts whose complement may be another post, or whose field follows the ministry's name."""
_SENT = frozenset({"envoy", "ambassador", "delegate", "representative"})
_SEATED = {"consul": "في", "mp": "عن", "supervisor": "علي"}
"""The preposition before the place or party that such a post serves: القنصل العام في أربيل، النائب عن ولاية قفصة."""
_STATE_SECRETARY = "minister_of_state"
"""Its portfolio follows with «ل»: كاتب الدولة للشؤون العقارية."""
_MANY = vocabulary.words("الدول الحكومات البلديات البلدان الأحزاب الشركات المؤسسات الجماعات القبائل العشائر الكتل")
"""Whose heads are nobody in particular: رؤساء الدول."""
_AFFAIRS = vocabulary.words("لشؤون للشؤون لشئون للشئون")
_COMING = vocabulary.words("المقبل المقبلة الجديد الجديدة المعين المعينة")
"""Adjectives between a post and its holder's name that tell when."""
_WHOLE_POSTS = frozenset(
    {"crown_prince", "prime_minister", "president_of_republic", "supreme_leader", "chief_of_staff"}
)


@dataclass(frozen=True, slots=True)
class Post:
    """The head of a post at tokens ``first`` to ``last`` and what was read after it."""

    first: int
    last: int
    stem: Stem
    head: Head
    whole: Complement
    accusative: bool = False
    """Whether it bears tanwin: what somebody is made (رئيساً للجمهورية)."""

    @property
    def definite(self) -> bool:
        """Whether the head bears the article."""
        return self.stem.key.startswith("ال")

    @property
    def end(self) -> int:
        """Its last token, complement included."""
        return self.whole.last

    def draft(self, score: float, reason: Message) -> Draft:
        """The mention that it makes."""
        return Draft(self.first, self.end, self.stem.lead, "OCC", score, reason)


def find_posts(page: Page, board: Board) -> list[Post]:
    """The posts of an article in order, bare ones included; the last part of a long one may appear by itself too."""
    reader = Reader(page, board)
    found: dict[tuple[int, int], Post] = {}
    for index in reversed(page.places(post_readings)):
        if index in page.blocked:
            continue
        for stem, head, last in _heads_at(page, index):
            post = _read(page, board, reader, index, stem, head, last)
            if post is not None:
                found[index, stem.lead] = post
                if _stands_alone(page, post):
                    board.add(post.draft(0.85, REASON_POST))
                break
    return [found[place] for place in sorted(found)]


def _heads_at(page: Page, index: int) -> Iterator[tuple[Stem, Head, int]]:
    spelt = page.ends_in_alef(index) and page.word(index) not in heads_in_alef()
    readings = () if spelt else post_readings(page.folded[index])
    for stem, head in readings:
        last = index + len(head.words) - 1
        if page.raw(index).endswith("ه") and head.words[0].endswith("ه"):
            continue
        if _is_given_name(page, index, head):
            continue
        if head.words[0] == _COMMANDER and _LONG_ALEF not in page.raw(index):
            continue
        if head.words[0].endswith(_IMAM) and _FRONT in page.raw(index):
            continue
        if last == index or tuple(page.folded[index + 1 : last + 1]) == head.words[1:]:
            yield stem, head, last


def _coming(page: Page, whole: Complement) -> Complement:
    """With «المقبل» and the like before a given name: المستشار الألماني المقبل فريدريش ميرتس."""
    following = page.follows(whole.last)
    if page.word(following) not in _COMING or page.word(page.follows(following)) not in names().given:
        return whole
    return replace(whole, last=following, adjectives=whole.adjectives + 1)


def _is_given_name(page: Page, index: int, head: Head) -> bool:
    """Whether a word like «سلطان» or «أمير» stands after a title, as the name that it is too: اللواء سلطان العرادة."""
    word, before = page.word(index), page.word(index - 1)
    if len(head.words) > 1 or word not in names().given:
        return False
    if _is_family_name(page, page.follows(index)):
        return True
    return page.is_definite(index - 1) and any(
        title.kind in ("rank", "honorific") for _, title in post_readings(before)
    )


def _is_family_name(page: Page, index: int) -> bool:
    """Whether a definite word is nothing that posts are completed by: مساعد [العيبان]، but not مساعد [الوزير]."""
    word = page.word(index)
    bare = word.removeprefix("ال")
    if index < 0 or not page.is_definite(index) or form_readings(word) or vocabulary.is_adjective(word):
        return False
    known = (
        bare in body_heads() or word in post_heads() or bare in post_heads() or word in vocabulary.COMMON_COMPLEMENTS
    )
    return not known and word not in vocabulary.COMPLEMENT_NOUNS and word in names().family


def _read(page: Page, board: Board, reader: Reader, first: int, stem: Stem, head: Head, head_last: int) -> Post | None:
    accusative = page.word(head_last) == head.words[-1] + "ا" or (
        head_last == first and stem.key == head.words[0] + "ا"
    )
    accusative = accusative or page.has_tanwin(head_last)
    definite = page.is_definite(head_last) or accusative or (head_last == first and stem.key.startswith("ال"))
    last = _accusative_adjective(page, head_last) if accusative else head_last
    if head.words[-1] == _IN_THE_NAME_OF or head.key == "spokesperson":
        whole = _spokesperson(page, reader, last, head)
    elif head.kind in ("honorific", "rank"):
        whole = reader.nationality(last)
    else:
        whole = reader.read(last, definite=definite, purpose=False, posts=head.key in UNDER_A_POST)
        whole = None if whole is not None and _insulted(page, whole) else whole
    whole = _before_alias(page, board, head, whole or Complement(last))
    whole = _whole_body(board, first, head_last, whole)
    if last > head_last:
        whole = replace(whole, adjectives=whole.adjectives + 1)
    serving = accusative or stem.key.startswith("ال") or head.key in ("adviser", "member", _STATE_SECRETARY)
    whole = _to(page, board, reader, head, whole) if serving else _field(page, reader, head, whole)
    whole = _destination(page, board, head, _second_place(page, board, stem, whole))
    whole = _in_government(page, board, head, _workplace(page, board, head, last, whole))
    return Post(first, last, stem, head, _coming(page, whole), accusative=accusative)


def _before_alias(page: Page, board: Board, head: Head, whole: Complement) -> Complement:
    """Without a second nationality that is how its holder is called: رئيس الوزراء العراقي [السوداني]."""
    before = board.starting(whole.last - 1, "NORP")
    nisba = board.starting(whole.last, "NORP")
    word = page.word(whole.last)
    if head.kind != "post" or not whole.nationality or before is None or nisba is None or word.endswith("ه"):
        return whole
    if word not in names().family and not _bears_people(word):
        return whole
    board.remove(nisba)
    board.add(Draft(whole.last, whole.last, 0, "PERS", 0.8, REASON_HOLDER))
    return replace(whole, last=whole.last - 1, adjectives=whole.adjectives - 1)


def _bears_people(word: str) -> bool:
    """Whether the lexicon knows somebody by this word alone."""
    return any(form.entry.label == "PERS" for form in lexicon_forms().get(word, {}).get("", ()))


def _insulted(page: Page, whole: Complement) -> bool:
    """Whether the quotation after a post is one ordinary word without article, no name: رئيس «أبله»."""
    if whole.quoted is None or whole.nouns:
        return False
    first, last = whole.quoted
    return first == last and not page.is_definite(first) and is_common(page.word(first))


def _whole_body(board: Board, first: int, head_last: int, whole: Complement) -> Complement:
    """A head of two words and more may hold the beginning of a body's name: رئيس هيئة شؤون الأسرى والمحررين."""
    body = board.starting(first + 1, "ORG") if head_last > first else None
    if body is None or body.lead or body.last <= whole.last:
        return whole
    return replace(whole, last=body.last, name=body)


def _accusative_adjective(page: Page, last: int) -> int:
    """The adjective of an accusative head: موفداً خاصاً."""
    following = page.follows(last)
    return following if page.word(following) in _ACCUSATIVES else last


def _spokesperson(page: Page, reader: Reader, last: int, head: Head) -> Complement | None:
    """«باسم» with a name or an idafa; adjectives may stand before it (المتحدث العسكري باسم الحوثيين)."""
    if head.words[-1] != _IN_THE_NAME_OF:
        adjectives = reader.read(last, definite=True, purpose=False)
        following = page.follows(adjectives.last if adjectives else last)
        if page.word(following) != _IN_THE_NAME_OF:
            return adjectives
        last = following
    return reader.read(last, definite=False)


def _to(page: Page, board: Board, reader: Reader, head: Head, whole: Complement) -> Complement:
    """«ل» with the body or place that a definite post serves: الأمين العام للأمم المتحدة، رئيساً للجمهورية."""
    following = page.follows(whole.last)
    if following < 0 or not page.word(following).startswith("ل") or following in page.blocked:
        return whole
    superior = board.starting(following, "OCC") if head.key in UNDER_A_POST else None
    name = superior or board.starting(following, "ORG", "GPE", "LOC", "FAC")
    if name is not None and name.lead:
        return replace(whole, last=_with_adjectives(page, reader, name.last), name=name)
    word = page.word(following)
    if head.key == _STATE_SECRETARY and is_common(word):
        portfolio = reader.read(following, definite=word.startswith("لل"), purpose=False)
        return whole if portfolio is None else replace(whole, last=portfolio.last, purpose=True)
    department = "ا" + word[1:] in vocabulary.DEPARTMENTS or word in vocabulary.PURPOSES or word in _REALM
    if word.startswith("لل") and (department or (whole.adjectives and len(word) > _SHORTEST_PURPOSE)):
        return replace(whole, last=_with_adjectives(page, reader, following), purpose=True)
    return whole


def _field(page: Page, reader: Reader, head: Head, whole: Complement) -> Complement:
    """What a deputy is in charge of: وكيل وزارة الصحة لشؤون الدواء."""
    following = page.follows(whole.last)
    if head.key not in UNDER_A_POST or page.word(following) not in _AFFAIRS:
        return whole
    field = reader.read(following, definite=page.word(following).startswith("لل"), purpose=False)
    return whole if field is None else replace(whole, last=field.last, purpose=True)


def _with_adjectives(page: Page, reader: Reader, last: int) -> int:
    following = page.follows(last)
    if page.word(following) in vocabulary.DEPARTMENTS_ALONE:
        last = following
    found = reader.read(last, definite=True, purpose=False)
    return last if found is None else found.last


def _second_place(page: Page, board: Board, stem: Stem, whole: Complement) -> Complement:
    """Two ministers of two states: وزيرا خارجية العراق وتركيا."""
    following = page.follows(whole.last)
    if whole.name is None or following < 0 or not stem.key.endswith(("ا", "ي", "راء")):
        return whole
    second = board.starting(following, "GPE")
    joined = second is not None and second.lead == 1 and page.word(following).startswith("و")
    return replace(whole, last=second.last) if second is not None and joined else whole


def _destination(page: Page, board: Board, head: Head, whole: Complement) -> Complement:
    """Where an envoy or ambassador is sent: المبعوث الأميركي الخاص إلى السودان."""
    towards = page.follows(whole.last)
    sits = page.word(towards) == _SEATED.get(head.key)
    empty = whole.empty and page.word(towards) not in _AT_COURT
    if not sits and (head.key not in _SENT or empty or page.word(towards) not in _TOWARDS):
        return whole
    place = board.starting(page.follows(towards), "GPE", "LOC", "ORG")
    return whole if place is None or place.lead else replace(whole, last=place.last, name=place)


def _in_government(page: Page, board: Board, head: Head, whole: Complement) -> Complement:
    """A minister «في حكومة X» carries the government's name, as the ministry does (ruling 18)."""
    within = page.follows(whole.last)
    if "minister" not in head.key or page.word(within) != "في":
        return whole
    government = board.starting(page.follows(within), "ORG")
    named = government is not None and page.word(government.first) == _GOVERNMENT
    return replace(whole, last=government.last) if government is not None and named else whole


def _workplace(page: Page, board: Board, head: Head, head_last: int, whole: Complement) -> Complement:
    """A researcher's or official's house: الباحث في مركز «X» ; other posts end before «في»."""
    former = page.follows(whole.last)
    following = page.follows(former) if page.word(former) in _FORMER else former
    seated = head.key in _WITH_WORKPLACE or page.word(head_last + 1) in _BLOC
    if head.kind not in ("profession", "generic") and not seated:
        return whole
    if page.word(following) in _WORKPLACE:
        body = board.starting(page.follows(following), "ORG", *(("GPE",) if head.key == "coordinator" else ()))
    else:
        body = board.starting(following, "ORG") if page.word(following).startswith("ب") else None
        body = body if body is not None and body.lead else None
    return whole if body is None else replace(whole, last=body.last, name=body)


def _stands_alone(page: Page, post: Post) -> bool:
    """Whether it is a mention without a name beside it: a proper post with what identifies it."""
    if post.head.kind != "post" or (len(post.head.words) == 1 and post.stem.key in vocabulary.WEAK_POSTS):
        return False
    whole = post.whole
    plural = page.key_of(post.first, post.stem.lead, post.first) in vocabulary.PLURAL_POSTS
    if plural and whole.name is not None and whole.name.label == "ORG":
        return False
    if plural and whole.name is None and whole.nouns == 1 and page.word(whole.last) in _MANY:
        return False
    if post.head.key == "spokesperson" and not whole.empty:
        return True
    if post.head.key in _WHOLE_POSTS and len(post.head.words) > 1:
        return True
    if len(post.head.words) > 1 and page.is_definite(post.last) and not post.definite:
        return True
    if not post.definite and not post.accusative:
        return not whole.empty
    return whole.nationality or whole.name is not None or whole.purpose or (post.accusative and whole.adjectives > 0)
