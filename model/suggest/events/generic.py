"""Speakers and doers without a name: the body or state beside the word for them stands for them (ruling 5)."""

from collections.abc import Sequence

from model.suggest.events.fillers import Filler
from model.suggest.events.scene import Scene
from model.suggest.events.triggers import Trigger

_PEOPLE = (
    "مسوول", "مصدر", "مصادر", "متحدث", "ناطق", "دبلوماسي", "نايب", "نواب", "عضو", "اعضاء", "قيادي", "ضابط", "ضباط",
    "باحث", "خبير", "خبراء", "محلل", "مراسل", "مندوب", "ممثل", "سكان", "اهالي", "شهود", "ناشط", "مسعف", "طبيب", "اطباء",
    "بعث", "وفد", "اصوات", "فريق", "عناصر", "قوه", "قوات", "مجموع", "وحد", "فرق",
)  # fmt: skip
_AMOUNTS = frozenset("نحو حوالي قرابه زهاء اكثر اقل من عشرات ميات بعض عدد".split())
_GOVERNORS = frozenset({"in", "for", "from", "of", "by"})
_FARTHEST = 5
_ON_THE_SPOT = frozenset({"ASSAULT", "CASUALTY", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
"""What happens at a place that is named behind those who do it."""


def generic_before(scene: Scene, trigger: Trigger) -> list[Filler]:
    """«An official in the ministry, …, said»."""
    start = scene.clauses.subject_start(trigger.index)
    near = [filler for filler in scene.fillers if start < filler.first and filler.last < trigger.index][:1]
    return [filler for filler in near if filler.governor in ("in", "for", "from") and filler.label in ("ORG", "NORP")]


def _is_amount(scene: Scene, index: int) -> bool:
    return scene.words.folded(index) in _AMOUNTS or "CARDINAL" in scene.words.labels_at(index)


def generic_after(scene: Scene, trigger: Trigger, after: Sequence[Filler]) -> list[Filler]:
    """«An official in the ministry said»."""
    index = trigger.index + 1
    while index < len(scene.words) and _is_amount(scene, index):
        index += 1
    if not after or not scene.is_plain_word(index):
        return []
    first, word = after[0], scene.words.folded(index)
    if not 0 < first.first - index <= _FARTHEST - 1 or first.governor not in _GOVERNORS:
        return []
    if first.label == "FAC" and first.governor == "in" and trigger.label in _ON_THE_SPOT:
        return []
    told = first.governor == "for" and trigger.label == "STATEMENT"
    if word.removeprefix("ال").startswith(_PEOPLE) and not told:
        return [first] if first.label in ("ORG", "OCC", "GPE", "FAC") else []
    if first.label not in ("ORG", "OCC") or first.governor == "by" or trigger.label != "STATEMENT":
        return []
    return [] if told and not word.startswith("بيان") else [first]
