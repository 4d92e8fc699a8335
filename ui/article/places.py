"""Where things stand in the viewport: characters, spans, tags, folds; and how a span comes into sight."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Signal

from model.text.span import Span
from ui.article import geometry
from ui.article.folding import Fold
from ui.article.scrolling import ScrollingPage


class PlacedPage(ScrollingPage):
    """A scrolling page that can be asked for places, in viewport coordinates and code points of the article."""

    zone_toggled = Signal(object)
    """The ``Fold`` that was opened or closed."""

    def reveal(self, span: Span, *, middle_third: bool = True) -> None:
        """Scroll so that a span can be seen, opening its fold; not at all if it is well in sight: within the middle
        third of the viewport, or anywhere in it."""
        if not self.flow.paragraphs:
            return
        index = self.flow.index_at(span.start)
        fold = self.flow.fold_of(self.flow.paragraphs[index])
        if fold is not None and fold.folded:
            self.toggle_fold(fold)
        height = self.viewport().height()
        self.lay_out(self.flow.indices_of(span.start, span.end))
        top, bottom = geometry.vertical_extent(self.flow, span)
        margin = height // 3 if middle_third else 0
        if top >= self.scrolled + margin and bottom <= self.scrolled + height - margin:
            return
        wanted = (top + bottom) // 2 - height // 2
        self.scroll_to(min(max(0, wanted), max(0, self.flow.height - height)), near=index)

    def text_position_at(self, point: QPoint) -> int | None:
        """The code point at (or nearest to) a place of the viewport; None on a fold or without text."""
        cluster = geometry.cluster_at(self.flow, self.to_page(point))
        return None if cluster is None else cluster[0]

    def rects_of(self, span: Span) -> list[QRectF]:
        """The rectangles in the viewport that cover a span's letters, also outside of what is visible."""
        if not self.flow.paragraphs:
            return []
        self.lay_out(self.flow.indices_of(span.start, span.end))
        return [rect.translated(self.column_left, -self.scrolled) for rect in geometry.rects_of(self.flow, span)]

    def tags_at(self, point: QPoint) -> list[str]:
        """The ids of the tags at a place of the viewport: a chip's alone, else the innermost first."""
        return [tag.id for tag in geometry.tags_at(self.flow, self.state, self.to_page(point))]

    @property
    def folds(self) -> Sequence[Fold]:
        """The runs of lines that can be folded."""
        return self.flow.folds

    def set_zones_folded(self, folded: bool) -> None:
        """Fold or open all of them."""
        for fold in self.flow.folds:
            if fold.folded is not folded:
                self.toggle_fold(fold)

    def toggle_fold(self, fold: Fold) -> None:
        """Open or close one."""
        fold.folded = not fold.folded
        self.arrange_again(range(fold.first, fold.last + 1))
        self.viewport().update()
        self.zone_toggled.emit(fold)
