"""What stands on the chips of a line, once the current one and those with roles have grown."""

from dataclasses import dataclass

from ui.article.arrange import natural_chip_width
from ui.article.lanes import Place, grown
from ui.article.metrics import PageMetrics
from ui.article.paragraph import Line
from ui.article.state import ViewState
from ui.article.tags import Tag


@dataclass(frozen=True, slots=True)
class ShownChip:
    """A chip as it is painted, in paragraph coordinates."""

    tag: Tag
    text: str
    left: float
    top: float
    width: float
    lit: bool
    """Whether it names a role or is the current one."""

    def contains(self, x: float, y: float, height: float) -> bool:
        """Whether a place of the paragraph lies on it."""
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + height


def shown_chips(line: Line, state: ViewState, roles: dict[str, str], metrics: PageMetrics) -> list[ShownChip]:
    """The chips of a line; those that a grown one would cover are shortened or left out."""
    texts = [_text(chip.tag, state, roles) for chip in line.chips]
    places: list[Place | None] = [
        Place(_start(chip.left, chip.width, metrics), chip.width, chip.lane) for chip in line.chips
    ]
    growing = [index for index, text in enumerate(texts) if text != line.chips[index].tag.label_text]
    for index in sorted(growing, key=lambda index: line.chips[index].tag.id == state.current):
        width = natural_chip_width(texts[index], line.chips[index].tag.kind, metrics)
        places = grown(places, index, width, metrics.column)
    return [
        ShownChip(chip.tag, text, _start(place.start, place.width, metrics), chip.top, place.width, index in growing)
        for index, (chip, text, place) in enumerate(zip(line.chips, texts, places, strict=True))
        if place is not None
    ]


def _start(edge: float, width: float, metrics: PageMetrics) -> float:
    """From the left edge to the distance in reading order, and back."""
    return metrics.column - edge - width if metrics.right_to_left else edge


def _text(tag: Tag, state: ViewState, roles: dict[str, str]) -> str:
    text = tag.label_text
    if tag.id in roles:
        text = f"{roles[tag.id]} · {text}"
    if tag.id == state.current and tag.detail:
        text = f"{text} · {tag.detail}"
    return text
