"""Fonts and distances of the page for one text size and one width of the viewport, in pixels."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui.fonts import interface_font, load_fonts, text_font
from ui.theme.spacing import LARGEST_TEXT_SIZE, SMALLEST_TEXT_SIZE, TEXT_SIZE

_COLUMN_EMS = 29.0
"""About 70 letters and the spaces between their words in Amiri."""
_SIDE = 24
_LINE_HEIGHT = 1.8
_INK_ABOVE = 1.0
_INK_ABOVE_WITH_MARKS = 1.07
_INK_BELOW = 0.56
"""How far the letters of Amiri reach from the base line, in ems, measured; below holds for kasra and deep bowls."""
_SCALES = {"headline": 30 / 22, "caption": 18 / 22, "dateline": 17 / 22, "byline": 17 / 22, "boilerplate": 17 / 22}
_QUIET = frozenset({"caption", "dateline", "byline", "boilerplate"})


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How the lines of a zone look."""

    font: QFont
    pixels: int
    quiet: bool
    slot: float
    """From base line to base line where no chips are."""
    above: float
    above_with_marks: float
    below: float
    letter: float
    """The mean advance of a letter, for estimates."""


@dataclass(frozen=True)
class PageMetrics:
    """All measures of a page; a new one is made when the text size or the column's width changes."""

    text_size: int = TEXT_SIZE
    column: int = 640
    right_to_left: bool = True

    @staticmethod
    def for_viewport(text_size: int, width: int, *, right_to_left: bool) -> "PageMetrics":
        """The measures for a viewport of this width; the text size is kept within its limits."""
        size = min(LARGEST_TEXT_SIZE, max(SMALLEST_TEXT_SIZE, text_size))
        column = min(round(_COLUMN_EMS * size), max(8 * size, width - 2 * _SIDE))
        return PageMetrics(size, column, right_to_left)

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Of every paragraph, whatever its first letter is."""
        return Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight

    def style(self, zone: str) -> LineStyle:
        """The style of a zone's lines."""
        return self._styles.get(zone) or self._styles["body"]

    @cached_property
    def _styles(self) -> dict[str, LineStyle]:
        load_fonts()
        return {zone: self._line_style(zone) for zone in ("body", *_SCALES)}

    def _line_style(self, zone: str) -> LineStyle:
        pixels = max(11, round(self.text_size * _SCALES.get(zone, 1.0)))
        font = text_font(pixels, bold=zone == "headline")
        return LineStyle(
            font=font,
            pixels=pixels,
            quiet=zone in _QUIET,
            slot=_LINE_HEIGHT * pixels if zone != "headline" else 1.55 * pixels,
            above=_INK_ABOVE * pixels,
            above_with_marks=_INK_ABOVE_WITH_MARKS * pixels,
            below=_INK_BELOW * pixels,
            letter=0.35 * pixels,
        )

    @cached_property
    def chip_size(self) -> int:
        """The pixel size of the letters on chips."""
        return min(16, max(10, round(self.text_size * 0.5)))

    @cached_property
    def chip_font(self) -> QFont:
        """Of mentions' chips and of the line that stands for folded ones."""
        load_fonts()
        return interface_font(self.chip_size)

    @cached_property
    def event_chip_font(self) -> QFont:
        """Of events' chips."""
        load_fonts()
        return interface_font(self.chip_size, bold=True)

    @cached_property
    def chip_measure(self) -> QFontMetricsF:
        """Advances of ``chip_font``."""
        return QFontMetricsF(self.chip_font)

    @cached_property
    def event_chip_measure(self) -> QFontMetricsF:
        """Advances of ``event_chip_font``."""
        return QFontMetricsF(self.event_chip_font)

    @property
    def chip_height(self) -> int:
        """Of one chip."""
        return round(self.chip_size * 1.55)

    @property
    def lane_height(self) -> int:
        """Of one lane of chips with the space above it."""
        return self.chip_height + 2

    @property
    def fold_height(self) -> int:
        """Of the line that stands for folded lines."""
        return round(self.chip_size * 2.9)

    @property
    def blank_height(self) -> int:
        """Of a line without letters."""
        return round(self.text_size * 0.55)
