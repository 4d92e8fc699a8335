"""Colours, pens and brushes of the view, made once for each look of a tag."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from ui.article.tags import Tag, TagKind, TagState
from ui.theme import Palette

_DASHES = [3.0, 2.5]
_DOTS = [1.0, 2.5]
_PALEST = 0.12
_STRONGEST = 0.75
_SCORE_STEPS = 20


@dataclass(frozen=True)
class TagInk:
    """What one tag is painted with; no fill or chip where that part stays empty."""

    fill: QColor | None
    frame: QPen
    underline: QPen
    chip: QColor | None
    chip_frame: QPen
    chip_text: QColor


class Inks:
    """All colours of one palette."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.surface = QColor(palette.surface)
        self.text = QColor(palette.text)
        self.quiet = QColor(palette.quiet)
        self.hairline = QColor(palette.hairline)
        self.raised = QColor(palette.raised)
        self.selection = QColor(palette.selection)
        self.accent = QColor(palette.accent)
        self.accent_soft = QColor(palette.accent_soft)
        self.amber = QColor(palette.amber)
        self.focus_ring = QPen(self.accent, 2.0)
        self.arc = QPen(mixed(self.accent, self.surface, 0.75), 1.4)
        self.caret = QPen(self.accent, 2.0)
        self._tags: dict[tuple[TagKind, TagState, str, int], TagInk] = {}

    def of(self, tag: Tag) -> TagInk:
        """The inks of a tag."""
        step = round(_SCORE_STEPS * (0.5 if tag.score is None else min(1.0, max(0.0, tag.score))))
        look = (tag.kind, tag.state, tag.label, step if tag.state is TagState.SUGGESTED else 0)
        if look not in self._tags:
            self._tags[look] = self._make(tag, step / _SCORE_STEPS)
        return self._tags[look]

    def _make(self, tag: Tag, score: float) -> TagInk:
        event = tag.kind is TagKind.EVENT
        colours = self.palette.events if event else self.palette.for_mention(tag.label)
        frame, fill, text = QColor(colours.frame), QColor(colours.fill), QColor(colours.text)
        if tag.state is TagState.GHOST:
            pen = _pen(self.quiet, 1.0, _DOTS)
            return TagInk(None, pen, _pen(self.quiet, 3.0, _DOTS), None, pen, self.quiet)
        if tag.state is TagState.SUGGESTED:
            paled = mixed(fill, self.surface, _PALEST + (_STRONGEST - _PALEST) * score)
            drawn = mixed(frame, self.surface, 0.65 + 0.35 * score)
            under = _pen(drawn, 3.0, [1.6, 1.0])
            return TagInk(
                None if event else paled, _pen(drawn, 1.2, _DASHES), under, None, _pen(drawn, 1.0, _DASHES), text
            )
        chip = QColor(colours.chip)
        line = _pen(frame, 1.0)
        return TagInk(None if event else fill, line, _pen(frame, 3.0), chip, _pen(chip, 1.0), text)


def _pen(colour: QColor, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes is not None:
        pen.setDashPattern(dashes)
    return pen


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """``share`` of a colour over a ground, opaque."""
    return QColor.fromRgbF(
        *(
            share * one + (1 - share) * other
            for one, other in (
                (colour.redF(), ground.redF()),
                (colour.greenF(), ground.greenF()),
                (colour.blueF(), ground.blueF()),
            )
        )
    )
