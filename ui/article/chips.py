"""What stands on the chips of a line, once the current one and those with roles have grown."""

from collections.abc import Sequence
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
    places = [Place(_start(chip.left, chip.width, metrics), chip.width, chip.lane) for chip in line.chips]
    texts = {index: _texts(chip.tag, state, roles) for index, chip in enumerate(line.chips)}
    growing = [index for index, options in texts.items() if options != [line.chips[index].tag.label_text]]
    growing.sort(key=lambda index: line.chips[index].tag.id != state.current)
    widths = [(index, _width(texts[index][0], line.chips[index].tag, metrics)) for index in growing]
    shown = []
    for index, (chip, place) in enumerate(zip(line.chips, grown(places, widths, metrics.column), strict=True)):
        if place is not None:
            text = _fitting(texts[index], chip.tag, place.width, metrics)
            left = _start(place.start, place.width, metrics)
            shown.append(ShownChip(chip.tag, text, left, chip.top, place.width, index in growing))
    return shown


def _start(edge: float, width: float, metrics: PageMetrics) -> float:
    """From the left edge to the distance in reading order, and back."""
    return metrics.column - edge - width if metrics.right_to_left else edge


def _width(text: str, tag: Tag, metrics: PageMetrics) -> float:
    return natural_chip_width(text, tag.kind, metrics)


def _fitting(texts: Sequence[str], tag: Tag, width: float, metrics: PageMetrics) -> str:
    """The first text that fits; the last one, to be shortened, if none does."""
    return next((text for text in texts if _width(text, tag, metrics) <= width + 0.5), texts[-1])


def _texts(tag: Tag, state: ViewState, roles: dict[str, str]) -> list[str]:
    """What may stand on a chip, the longest first. Where room is short, a role outlives the label and the detail."""
    detail = tag.detail if tag.id == state.current else ""
    role = roles.get(tag.id)
    options = (
        [[tag.label_text, detail]] if role is None else [[role, tag.label_text, detail], [role, tag.label_text], [role]]
    )
    return list(dict.fromkeys(" · ".join(filter(None, option)) for option in options))
