"""Names that a head noun opens: وزارة الخارجية العراقية، شركة «X» للملاحة، القوات الأميركية، محافظة بابل، مطار بغداد.

Bare class nouns are no names (ruling 3) and descriptive tails stay outside (ruling 4); the inner name of class word and
name is a mention too (rulings 2, 6, 18).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.complement import Complement, Reader
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import Head, body_heads
from model.suggest.entities.page import Page, Stem, stems

REASON_QUOTED = Message("opening noun with a quoted name")
REASON_NAME = Message("opening noun with a name")
REASON_NATIONALITY = Message("opening noun with a nationality")
REASON_COMPLEMENT = Message("opening noun with its complement")
REASON_INNER = Message("name inside a longer name")

STATE_BODIES = vocabulary.words(
    """حكومة سلطات إدارة جيش قوات قوة شرطة مخابرات استخبارات بحرية برلمان رئاسة خارجية داخلية دفاع خزانة مقاومة نيابة محكمة قضاء
    سفارة قنصلية بعثة درك حرس كونغرس كنيست مجلس هيئة لجنة وكالة وزارة اتحاد منظمة جمعية مؤسسة صندوق بنك مصرف مركز معهد جامعة مفوضية
    شبكة رابطة نقابة تيار حزب حركة جماعة تحالف ائتلاف قيادة جبهة ديوان مكتب جهاز أمانة كنيسة منتخب مديرية مصلحة كتلة محطة قناة"""
)
"""Heads that with a nationality alone name a body: الحكومة العراقية، البحرية اليونانية."""
PLACE_LABELS = ("GPE", "LOC", "FAC")
_GOVERNED = vocabulary.words("حكومة قوات مكتب إدارة جماعة تيار حزب ميليشيا مليشيا كتائب")
_GENERIC_COMPLEMENTS = vocabulary.words(
    """الأمن العدو الشعب النظام الحرب الجو البلاد المدينة المحافظة الدولة المنطقة الدول العالم الإرهاب الناس القانون العمل
    الاحتلال المعارضة الطوارئ التحقيق الوزراء المحلية المعنية الجديدة المدنيين الإنقاذ السلام الأسرة البلدة القرية الخبراء"""
)
_TITLES = vocabulary.TITLES_OF_KINGS


@dataclass(frozen=True, slots=True)
class _Found:
    """A head noun at tokens ``first`` to ``last`` of an article."""

    first: int
    last: int
    stem: Stem
    head: Head

    @property
    def definite(self) -> bool:
        return self.stem.key.startswith("ال")

    @property
    def noun(self) -> str:
        return self.stem.key.removeprefix("ال")


def add_bodies(page: Page, board: Board) -> None:
    """Draft every name that an opening noun makes, and the names inside them, from the end of the article backwards.

    Backwards, so that a longer name finds the shorter one that it holds (مقر المجلس الأوروبي).
    """
    reader = Reader(page, board)
    for index in range(len(page) - 1, -1, -1):
        if not page.is_word(index) or index in page.blocked:
            continue
        for found in _heads_at(page, index):
            if _add(page, board, reader, found):
                break


def _heads_at(page: Page, index: int) -> Iterator[_Found]:
    heads = body_heads()
    for stem in stems(page.folded[index]):
        for key in dict.fromkeys((stem.key, stem.key.removeprefix("ال"))):
            for head in heads.get(key, ()):
                last = index + len(head.words) - 1
                if tuple(page.folded[index + 1 : last + 1]) == head.words[1:]:
                    yield _Found(index, last, stem, head)


def _add(page: Page, board: Board, reader: Reader, found: _Found) -> bool:
    if board.starting(found.first, "OCC", "PERS") is not None:
        return False
    whole = reader.read(found.last, definite=found.definite, purpose=found.head.kind == "ORG")
    if whole is None or whole.empty:
        return False
    verdict = _judge(page, found, whole)
    if verdict is None:
        return False
    score, reason = verdict
    board.add(Draft(found.first, whole.last, found.stem.lead, found.head.kind, score, reason))
    _add_inner(page, board, found, whole)
    return True


def _judge(page: Page, found: _Found, whole: Complement) -> tuple[float, Message] | None:
    """How surely it is a name, or None when it is a description."""
    kind = found.head.kind
    if whole.quoted is not None:
        return (0.9, REASON_QUOTED) if not found.definite or kind in ("PRODUCT", "FAC", "ORG") else None
    if kind == "ORG":
        return _judge_body(page, found, whole)
    if kind in PLACE_LABELS:
        return _judge_place(page, found, whole)
    return _judge_other(page, found, whole)


def _judge_body(page: Page, found: _Found, whole: Complement) -> tuple[float, Message] | None:
    if found.definite:
        if whole.nationality and (found.noun in STATE_BODIES or whole.adjectives > 1):
            return 0.9, REASON_NATIONALITY
        return (0.75, REASON_COMPLEMENT) if whole.adjectives > 1 or (whole.purpose and whole.adjectives) else None
    if whole.name is not None:
        return _judge_named(found, whole)
    last_noun = page.word(found.last + whole.nouns)
    if whole.nationality:
        return 0.85, REASON_NATIONALITY
    if last_noun in _GENERIC_COMPLEMENTS and whole.nouns == 1 and not whole.adjectives:
        return (0.8, REASON_COMPLEMENT) if found.noun == fold_ministers and last_noun == ministers else None
    return (0.75 if found.noun not in _GOVERNED else 0.6), REASON_COMPLEMENT


def _judge_named(found: _Found, whole: Complement) -> tuple[float, Message] | None:
    name = whole.name
    if name is None or name.label == "PRODUCT":
        return None
    if name.label == "PERS":
        return (0.85, REASON_NAME) if found.noun in _GOVERNED else None
    return 0.85, REASON_NAME


def _judge_place(page: Page, found: _Found, whole: Complement) -> tuple[float, Message] | None:
    if found.definite:
        return (0.6, REASON_NATIONALITY) if found.head.kind == "FAC" and whole.nationality else None
    if whole.name is not None and whole.name.label in (*PLACE_LABELS, "PERS", "ORG"):
        return 0.85, REASON_NAME
    if whole.nouns == 1 and page.word(found.last + 1) not in _GENERIC_COMPLEMENTS:
        return 0.7, REASON_COMPLEMENT
    return None


def _judge_other(page: Page, found: _Found, whole: Complement) -> tuple[float, Message] | None:
    if found.definite:
        return (0.7, REASON_NATIONALITY) if found.head.key in ("constitution",) and whole.nationality else None
    if whole.name is not None and whole.name.label in ("GPE", "LOC", "ORG", "PRODUCT"):
        return (0.7, REASON_NAME) if found.head.key in _NAMED_BY_PLACE or whole.name.label == "PRODUCT" else None
    if found.head.kind == "LAW" and found.head.key in ("law", "agreement") and whole.nouns + whole.adjectives > 1:
        return 0.65, REASON_COMPLEMENT
    return None


_NAMED_BY_PLACE = frozenset({"conference", "declaration", "summit", "agreement", "forum", "treaty", "vaccine"})
fold_ministers = "مجلس"
ministers = "الوزراء"


def _add_inner(page: Page, board: Board, found: _Found, whole: Complement) -> None:
    """The name that the head noun classifies is a mention of the same thing."""
    inner = whole.quoted
    if inner is None and found.head.kind in PLACE_LABELS and whole.name is None and whole.nouns == 1:
        inner = (found.last + 1, found.last + 1)
    if inner is not None:
        label = "GPE" if found.head.kind == "GPE" else found.head.kind
        board.add(Draft(inner[0], inner[1], 0, label, 0.8, REASON_INNER))
