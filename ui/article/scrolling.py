"""The scrolling page under the view: keeps what is being read in its place while the rest is laid out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRect, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.article.fading import Fade
from ui.article.flow import Flow
from ui.article.guard import guard
from ui.article.inks import Inks
from ui.article.metrics import PageMetrics
from ui.article.painter import PagePainter, PaintedPage
from ui.article.paragraph import Paragraph
from ui.article.state import ViewState
from ui.theme import Palette, Scheme, palette
from ui.theme.spacing import MOTION_MS, TEXT_SIZE

_SLICE_SECONDS = 0.008
_FARTHEST_GLIDE = 3
"""Jumps of more viewports than this are not animated: nobody could follow."""


class ScrollingPage(QAbstractScrollArea):
    """Shows a flow of paragraphs; lays out what is visible at once and the rest in idle slices of 8 ms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = ViewState()
        self.painter = PagePainter()
        self.inks = Inks(palette(Scheme.LIGHT))
        self.metrics = PageMetrics.for_viewport(TEXT_SIZE, self.viewport().width(), right_to_left=True)
        self.flow = Flow([], [], self.metrics)
        self.motion_reduced = False
        self._scroll = 0
        self._adjusting = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_out_a_slice)
        self.fade = Fade(self, self.repaint_paragraphs)
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(1.0)
        self._glide.setEndValue(0.0)
        self._glide.setDuration(MOTION_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glide_on)
        self._glide_target = (0, 0)
        self._glide_distance = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    # places

    @property
    def column_left(self) -> int:
        """The left edge of the column in the viewport."""
        return max(0, (self.viewport().width() - self.metrics.column) // 2)

    @property
    def scrolled(self) -> int:
        """The height of the page at the viewport's top edge."""
        return self._scroll

    @property
    def laying_out(self) -> bool:
        """Whether paragraphs wait for being laid out in idle time."""
        return self._idle.isActive()

    @property
    def gliding(self) -> bool:
        """Whether the page moves by itself."""
        return self._glide.state() == QVariantAnimation.State.Running

    def to_page(self, point: QPoint) -> QPointF:
        """A place of the viewport in page coordinates."""
        return QPointF(point.x() - self.column_left, point.y() + self._scroll)

    # layout

    def show_flow(self, flow: Flow) -> None:
        """Show another page from its top."""
        self._glide.stop()
        self.fade.stop()
        self.flow = flow
        self._scroll = 0
        self.settle()
        self.viewport().update()

    def settle(self) -> bool:
        """Lay out what the viewport shows; returns whether heights changed, so that all of it must be painted."""
        with self.top_kept():
            changed = self._settle_visible()
        self._idle.start()
        return changed

    def _settle_visible(self) -> bool:
        if not self.flow.paragraphs:
            return False
        return self.flow.settle(self._scroll, self._scroll + self.viewport().height())

    @contextmanager
    def top_kept(self) -> Iterator[None]:
        """Whatever changes height, the paragraph at the top of the viewport stays where it is."""
        if not self.flow.paragraphs:
            yield
            self._show_range()
            return
        index = self.flow.index_at_height(self._scroll)
        within = self._scroll - self.flow.top(index)
        yield
        if self._scroll > 0:
            self._scroll = self.flow.top(index) + within
        self._show_range()

    def lay_out(self, indices: Iterable[int]) -> None:
        """Lay out these paragraphs now, wherever they are."""
        with self.top_kept():
            for index in indices:
                self.flow.ensure(index)
        self.settle()

    def _show_range(self) -> None:
        """Tell the scroll bar how long the page is and where the viewport stands."""
        height = self.viewport().height()
        longest = max(0, self.flow.height - height) if self.flow.paragraphs else 0
        self._adjusting = True
        bar = self.verticalScrollBar()
        bar.setRange(0, longest)
        bar.setPageStep(height)
        bar.setSingleStep(round(self.metrics.text_size * 2))
        before = self._scroll
        self._scroll = min(max(0, self._scroll), longest)
        bar.setValue(self._scroll)
        self._adjusting = False
        if before != self._scroll:
            self.viewport().update()

    def _lay_out_a_slice(self) -> None:
        deadline = perf_counter() + _SLICE_SECONDS
        done = True
        with self.top_kept():
            for paragraph in self._waiting():
                self.flow.ensure(paragraph.index)
                if perf_counter() > deadline:
                    done = False
                    break
        if done:
            self._idle.stop()
            if self.state.shown_arcs():
                self.viewport().update()

    def _waiting(self) -> Iterator[Paragraph]:
        """Paragraphs that are not laid out: from the viewport down, then the others."""
        paragraphs = self.flow.paragraphs
        if not paragraphs:
            return
        first = self.flow.index_at_height(self._scroll)
        for index in (*range(first, len(paragraphs)), *range(first)):
            if not paragraphs[index].arranged:
                yield paragraphs[index]

    def arrange_again(self, indices: Iterable[int]) -> None:
        """Arrange paragraphs whose tags changed and repaint them; when one grows, what stands below it too."""
        concerned = sorted(set(indices))
        for index in concerned:
            self.flow.paragraphs[index].arranged = False
        before = self.flow.tops
        self.settle()
        shown = self.flow.shown_between(self._scroll, self._scroll + self.viewport().height())
        for index in concerned:
            if index not in shown:
                continue
            if self.flow.top(index + 1) - self.flow.top(index) != before[index + 1] - before[index]:
                # arcs from above reach into what moves
                top = 0 if self.state.shown_arcs() else self.flow.top(index) - self._scroll
                self.viewport().update(QRect(0, top, self.viewport().width(), self.viewport().height() - top))
                return
            self.repaint_paragraphs([index])

    def repaint_paragraphs(self, indices: Iterable[int]) -> None:
        """Ask for a repaint of these paragraphs alone, where they are visible."""
        for index in indices:
            top, bottom = self.flow.top(index) - self._scroll, self.flow.top(index + 1) - self._scroll
            if bottom > 0 and top < self.viewport().height():
                self.viewport().update(QRect(0, top, self.viewport().width(), bottom - top))

    def set_text_size(self, pixels: int) -> None:
        """The size of body text, 12 to 48 pixels."""
        self._change_metrics(pixels)

    def _change_metrics(self, text_size: int) -> None:
        metrics = PageMetrics.for_viewport(text_size, self.viewport().width(), right_to_left=self.metrics.right_to_left)
        if metrics != self.metrics:
            self.metrics = metrics
            self.fade.stop()
            index = self.flow.index_at_height(self._scroll) if self.flow.paragraphs else 0
            self.flow.change_metrics(metrics)
            if self._scroll > 0:
                self.flow.ensure(index)
                self._scroll = self.flow.top(index)
        self.settle()
        self.viewport().update()

    def set_colours(self, colours: Palette) -> None:
        """Paint with another palette."""
        self.inks = Inks(colours)
        self.viewport().update()

    def set_motion_reduced(self, reduced: bool) -> None:
        """Jump instead of gliding."""
        self.motion_reduced = reduced

    # scrolling

    def scroll_to(self, height: int, *, near: int) -> None:
        """Bring a height of the page to the viewport's top edge, measured from the paragraph ``near``."""
        self._glide.stop()
        self.flow.settle(height, height + self.viewport().height())
        self._glide_target = (near, height - self.flow.top(near))
        distance = height - self._scroll
        if self.motion_reduced or abs(distance) > _FARTHEST_GLIDE * self.viewport().height():
            self._jump_to(height)
            return
        self._glide_distance = distance
        self._glide.start()

    def _glide_on(self, left_over: float) -> None:
        index, within = self._glide_target
        if index < len(self.flow.paragraphs):
            self._jump_to(round(self.flow.top(index) + within - left_over * self._glide_distance))

    def _jump_to(self, height: int) -> None:
        self._show_range()
        self.verticalScrollBar().setValue(height)

    @guard
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._adjusting:
            return
        before = self._scroll
        self._scroll = self.verticalScrollBar().value()
        moved = before - self._scroll
        index = self.flow.index_at_height(before) if self.flow.paragraphs else 0
        place = self.flow.top(index) - before if self.flow.paragraphs else 0
        changed = self._settle_visible()
        if changed:
            self._scroll = self.flow.top(index) - place - moved if self.verticalScrollBar().value() > 0 else 0
            self._settle_visible()
            self._show_range()
            self._idle.start()
            self.viewport().update()
        else:
            self.viewport().scroll(0, moved)

    # Qt

    @guard
    def paintEvent(self, event: QPaintEvent) -> None:
        page = PaintedPage(self.flow, self.state, self.inks, self.fade, self.column_left, -self._scroll)
        with QPainter(self.viewport()) as painter:
            self.painter.paint(painter, page, event.region(), self.viewport().width())

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._change_metrics(self.metrics.text_size)
