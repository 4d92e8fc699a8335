"""Removed tags fade out instead of vanishing: the eye sees what a key has done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QVariantAnimation

from ui.article.paragraph import Line, Paragraph, Piece
from ui.theme.spacing import FADE_MS


@dataclass(frozen=True, slots=True)
class FadingPiece:
    """A frame that was there; its line still stands, wherever it has moved."""

    paragraph: int
    line: Line
    piece: Piece


class Fade:
    """The one fade at a time; a new one ends the one before. ``repaint`` gets the indices of paragraphs."""

    def __init__(self, parent: QObject, repaint: Callable[[Iterable[int]], None]) -> None:
        self.pieces: tuple[FadingPiece, ...] = ()
        self.opacity = 0.0
        self._repaint = repaint
        self._animation = QVariantAnimation(parent)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setDuration(FADE_MS)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.stop)

    def start(self, pieces: Iterable[FadingPiece]) -> None:
        """Fade these out."""
        self.stop()
        self.pieces = tuple(pieces)
        if self.pieces:
            self._animation.start()

    def stop(self) -> None:
        """Be done at once."""
        self._animation.stop()
        gone, self.pieces = self.pieces, ()
        self._repaint({fading.paragraph for fading in gone})

    def on(self, line: Line) -> list[Piece]:
        """What fades on a line."""
        return [fading.piece for fading in self.pieces if fading.line is line]

    def _step(self, opacity: float) -> None:
        self.opacity = opacity
        self._repaint({fading.paragraph for fading in self.pieces})


def pieces_of(paragraph: Paragraph, tag_id: str) -> list[FadingPiece]:
    """The frames of a tag in a paragraph that is laid out."""
    return [
        FadingPiece(paragraph.index, line, piece)
        for line in paragraph.lines
        for piece in line.pieces
        if piece.tag.id == tag_id
    ]
