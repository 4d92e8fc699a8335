"""Names that a head noun opens: وزارة الخارجية العراقية، شركة «X» للملاحة، القوات الأميركية، محافظة بابل، مطار بغداد.

Bare class nouns are no names (ruling 3) and descriptive tails stay outside (ruling 4); the inner name of class word and
name is a mention too (rulings 2, 6, 18).
"""

from collections.abc import Iterator
from dataclasses import replace

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common_form
from model.suggest.entities.complement import Complement, Reader
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.judgement import CONFERENCES, PLACES, OpeningNoun, judge, named_after_somebody
from model.suggest.entities.lexicon_index import body_readings, heads_in_alef, post_readings
from model.suggest.entities.page import Page
from model.suggest.entities.posts import UNDER_A_POST

REASON_RULER = Message("name of who leads a government")
REASON_INNER = Message("name inside a longer name")

_QUOTED_RANK = ("ORG", "PRODUCT", "FAC", "EVENT", "LAW", "GPE", "LOC")
_OFFICES = frozenset(
    {
        "office",
        "commission",
        "committee",
        "union",
        "foundation",
        "authority",
        "command",
        "organisation",
        "council",
        "agency",
        "institute",
        "company",
    }
)
_ASSOCIATIONS = frozenset(
    {
        "commission",
        "committee",
        "union",
        "foundation",
        "authority",
        "organisation",
        "council",
        "agency",
        "institute",
        "company",
    }
)
_WORKS = frozenset({"plant"})
_SHORTEST_PURPOSE = 4
_SURE_PERSON = 0.7
_WITH_INNER_NAME = frozenset(
    {"base", "crossing", "port", "prison", "hospital", "palace", "plant", "building", "airport"}
)
_NAMED_AFTER = frozenset({"hospital", "school", "school_org", "institute", "university", "stadium"})
_ORDINARY_AUTHORITIES = vocabulary.words("سلطات سلطة")
_OWN = vocabulary.words("للحزب للحركة للاتحاد للنقابة للجبهة للتيار للرابطة")
"""Bodies whose offices are named with them: المكتب التنفيذي للحزب."""
_QUOTATION = ("«", '"', "“", "„", "‹")
_GOVERNMENT = "حكومه"
_DASHES = frozenset("-–—")
_SEVERAL = 2


def add_bodies(page: Page, board: Board) -> None:
    """Draft every name that an opening noun makes, and the names inside them, from the end of the article backwards.

    Backwards, so that a longer name finds the shorter one that it holds (مقر المجلس الأوروبي).
    """
    reader = Reader(page, board)
    _add_rulers(page, board)
    for index in reversed(page.places(body_readings)):
        if index in page.blocked or board.starting(index, "OCC", "PERS"):
            continue
        best = max(_candidates(page, board, reader, index), key=lambda each: each[1].score, default=None)
        if best is not None:
            found, draft, whole = best
            if draft.label == "ORG" and _is_building(board, draft):
                continue
            board.add(draft)
            _add_inner(page, board, found, whole, draft.label)


def _add_rulers(page: Page, board: Board) -> None:
    """After the feminine «حكومة» a masculine nisba cannot be its adjective: it is a person (حكومة السوداني)."""
    for governed in page.places(_is_government):
        index = page.follows(governed)
        if index < 0:
            continue
        nisba = board.starting(index, "NORP")
        if nisba is not None and page.is_definite(index) and not page.word(index).endswith(("ه", "ين")):
            board.remove(nisba)
            board.add(Draft(index, index, 0, "PERS", 0.75, REASON_RULER))


def _is_government(word: str) -> bool:
    return word.endswith(_GOVERNMENT) and not word.startswith("ال")


def _candidates(
    page: Page, board: Board, reader: Reader, index: int
) -> Iterator[tuple[OpeningNoun, Draft, Complement]]:
    """The readings of a token as an opening noun that make a name; of a quoted name the likeliest label first."""
    for found in sorted(_heads_at(page, index), key=lambda found: (-found.last, _QUOTED_RANK.index(found.head.kind))):
        whole = reader.read(
            found.last,
            definite=found.definite and not _quoted_thing(page, found),
            purpose=(found.head.kind == "ORG" and not _department_under(page, found))
            or found.head.key in CONFERENCES | _WORKS,
            proper=_may_be_proper(page, found),
            place=found.head.kind in PLACES,
        )
        if whole is None:
            continue
        whole = _in_government(page, board, found, _served(page, board, reader, found, whole))
        whole = _named_after(page, board, found, _seat(page, board, found, _undirected(found, whole)))
        whole = _sides(page, board, found, _waters(page, board, found, whole))
        if found.head.kind == "PRODUCT" and whole.nouns == 1 and page.raw(page.follows(whole.last)) in _QUOTATION:
            whole = reader.quotation(page.follows(whole.last), 1) or whole
        verdict = None if whole.empty else judge(page, found, whole)
        if verdict is not None:
            score, reason = verdict
            label = _label(page, board, found)
            yield found, Draft(found.first, whole.last, found.stem.lead, label, score, reason), whole


def _sides(page: Page, board: Board, found: OpeningNoun, whole: Complement) -> Complement:
    """A border's second side behind a dash: الحدود السودانية - التشادية."""
    dash = page.follows(whole.last)
    second = board.starting(page.follows(dash), "NORP") if page.raw(dash) in _DASHES else None
    if found.head.key != "border" or not whole.nationality or second is None or not page.is_definite(second.first):
        return whole
    return replace(whole, last=second.last, adjectives=whole.adjectives + 1)


def _waters(page: Page, board: Board, found: OpeningNoun, whole: Complement) -> Complement:
    """A treaty's waters or region, where it holds: اتفاقية تنظيم الصيد في خليج عدن."""
    within = page.follows(whole.last)
    waters = board.starting(page.follows(within), "LOC") if page.word(within) == "في" else None
    if found.head.key not in ("agreement", "treaty") or whole.nouns < _SEVERAL or waters is None or waters.lead:
        return whole
    return replace(whole, last=waters.last)


def _department_under(page: Page, found: OpeningNoun) -> bool:
    """Whether a deputy stands before a ministry, whose «لشؤون …» is his: وكيل وزارة الصحة لشؤون الدواء."""
    return found.head.key == "ministry" and any(
        head.key in UNDER_A_POST for _, head in post_readings(page.word(found.first - 1))
    )


def _is_building(board: Board, draft: Draft) -> bool:
    """Whether the lexicon knows these words as a building or waterway: قناة السويس."""
    known = board.starting(draft.first, "FAC")
    return known is not None and known.key is not None and known.place == draft.place


def _undirected(found: OpeningNoun, whole: Complement) -> Complement:
    """A province without the adjective that tells where it lies: حاكم ولاية [س] الجنوبية."""
    if found.head.kind != "GPE" or whole.name is None or whole.nouns or whole.nationality:
        return whole
    return replace(whole, last=whole.name.last, adjectives=0)


def _label(page: Page, board: Board, found: OpeningNoun) -> str:
    """Embassies are bodies when they act and buildings where something happens to them."""
    if found.head.key == "platform" and page.is_mark(found.last + 1) and not board.starting(found.last + 2, "PRODUCT"):
        return "ORG"
    before = found.first - 1 - int(page.is_mark(found.first - 1))
    if found.head.key == "forum" and any(head.kind == "post" for _, head in post_readings(page.word(before))):
        return "ORG"
    embassy = found.noun in vocabulary.STATE_PLACES and page.word(found.first - 1) in vocabulary.AT_PLACES
    return "FAC" if embassy else found.head.kind


def _heads_at(page: Page, index: int) -> Iterator[OpeningNoun]:
    if page.ends_in_alef(index) and page.word(index) not in heads_in_alef():
        return
    for stem, head in body_readings(page.folded[index]):
        last = index + len(head.words) - 1
        if last == index or tuple(page.folded[index + 1 : last + 1]) == head.words[1:]:
            yield OpeningNoun(index, last, stem, head)


def _quoted_thing(page: Page, found: OpeningNoun) -> bool:
    """A vessel or work with its name in quotation marks: المدمرة «دايموند»."""
    return found.head.kind == "PRODUCT" and page.raw(page.follows(found.last)) in _QUOTATION


def _may_be_proper(page: Page, found: OpeningNoun) -> bool:
    """Whether any word may be its name: of a class word that names stand behind, or before what the body is for."""
    if found.head.kind == "ORG" and page.word(page.follows(found.last + 1)) in vocabulary.PURPOSES:
        return True
    return found.noun in (vocabulary.NAMED_BODIES if found.head.kind == "ORG" else vocabulary.NAMED_PLACES)


def _in_government(page: Page, board: Board, found: OpeningNoun, whole: Complement) -> Complement:
    """A ministry «في حكومة X» carries its government's name (ruling 18)."""
    within = page.follows(whole.last)
    if found.head.key != "ministry" or page.word(within) != "في":
        return whole
    government = board.starting(page.follows(within), "ORG")
    if government is None or page.word(government.first) != _GOVERNMENT:
        return whole
    return replace(whole, last=government.last)


def _seat(page: Page, board: Board, found: OpeningNoun, whole: Complement) -> Complement:
    """A local body carries its seat: المحكمة الابتدائية بصفاقس، المجلس الجهوي بتطاوين."""
    local = found.definite and page.word(found.last + 1).removeprefix("ال") in vocabulary.LOCAL
    seat = board.starting(page.follows(whole.last), "GPE") if local and whole.adjectives else None
    if seat is None or not page.word(seat.first).startswith("ب") or not seat.lead:
        return whole
    return replace(whole, last=seat.last, purpose=True)


def _named_after(page: Page, board: Board, found: OpeningNoun, whole: Complement) -> Complement:
    """A hospital or school with its adjective and then its name: المستشفى الجامعي فرحات حشاد."""
    if not found.definite or found.head.key not in _NAMED_AFTER or not whole.adjectives:
        return whole
    person = board.starting(page.follows(whole.last), "PERS")
    return whole if person is None or person.lead else replace(whole, last=person.last)


def _purpose(page: Page, board: Board, index: int) -> bool:
    """«لل» with a noun that is nobody's name: المؤسسة التونسية للأنشطة البترولية."""
    word = page.word(index)
    return word.startswith("لل") and len(word) > _SHORTEST_PURPOSE and board.starting(index) is None


def _served(page: Page, board: Board, reader: Reader, found: OpeningNoun, whole: Complement) -> Complement:
    """«ل» with the body or post that an office serves: المكتب الإعلامي لرئيس الوزراء، اللجنة الدولية للصليب الأحمر."""
    following = page.follows(whole.last)
    known = board.starting(found.first, "ORG")
    if known is not None and (
        known.last > whole.last or (known.last == whole.last and not _purpose(page, board, following))
    ):
        return whole
    named = whole.name is not None and whole.name.label == "GPE" and whole.name.last == whole.last
    if found.head.key in _ASSOCIATIONS and named and _purpose(page, board, following):
        return reader.adjectives(replace(whole, last=following, purpose=True))
    if found.head.key not in _OFFICES or not found.definite or not whole.adjectives or whole.purpose:
        return whole
    if found.noun in _ORDINARY_AUTHORITIES:
        return whole
    if page.word(following) in _OWN:
        return replace(whole, last=following, purpose=True)
    if found.head.key in _ASSOCIATIONS and _purpose(page, board, following):
        return reader.adjectives(replace(whole, last=following, purpose=True))
    served = board.starting(following, "ORG", "OCC") if page.word(following).startswith("ل") else None
    if served is None or not served.lead:
        return whole
    return replace(whole, last=served.last, purpose=True)


def _add_inner(page: Page, board: Board, found: OpeningNoun, whole: Complement, label: str) -> None:
    """The name that the head noun classifies is a mention of the same thing."""
    inner = whole.quoted
    guessed = whole.name is not None and whole.name.label == "PERS" and whole.name.score < _SURE_PERSON
    guessed = guessed and found.head.key in _WITH_INNER_NAME
    if whole.name is not None and (guessed or named_after_somebody(found, whole)):
        board.remove(whole.name)
        inner = (whole.name.first, whole.name.last)
    named = found.head.kind in ("GPE", "LOC") or found.head.key in _WITH_INNER_NAME
    if inner is None and named and whole.name is None and whole.nouns == 1:
        ordinary = (
            found.head.kind == "FAC" and page.is_definite(found.last + 1) and is_common_form(page.word(found.last + 1))
        )
        inner = None if ordinary else (found.last + 1, found.last + 1)
    if whole.proper:
        last = found.last + 1 if whole.purpose else whole.last - whole.adjectives
        inner = (found.last + 1, max(found.last + 1, last))
    if found.head.kind == "GPE" and whole.name is not None and whole.name.label == "LOC":
        board.add(Draft(whole.name.first, whole.name.last, 0, "GPE", 0.96, REASON_INNER, whole.name.key))
    person = board.starting(whole.quoted[0], "PERS") if whole.quoted is not None else None
    if person is not None and inner is not None and person.place == (inner[0], 0, inner[1]):
        board.remove(person)
    if inner is not None:
        board.add(Draft(inner[0], inner[1], 0, label, 0.8, REASON_INNER))
