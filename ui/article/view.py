"""The article view: what the window talks to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from model.annotation import Zone
from model.text.bidi import BidiControls, bidi_controls
from model.text.span import Span
from ui.article import accessibility, caret, geometry
from ui.article.flow import Flow
from ui.article.folding import Fold, find_folds
from ui.article.guard import guard
from ui.article.metrics import PageMetrics
from ui.article.paragraph import split
from ui.article.pointer import Characters, Clicks, Drag
from ui.article.scrolling import ScrollingPage
from ui.article.state import Arc, tag_ids
from ui.article.tags import Tag
from ui.article.word_cuts import sentence_at, vocabulary, word_cuts
from ui.language import tr

FOLDED_ZONES = frozenset({"boilerplate"})
_AUTOSCROLL_MS = 30


@dataclass(frozen=True, slots=True)
class ContextRequest:
    """Where a context menu was asked for: on the screen, in the article, and on which tags (innermost first)."""

    place: QPoint
    position: int | None
    tag_ids: tuple[str, ...]


class ArticleView(ScrollingPage):
    """Shows one article with its tags; read-only. Offsets are code points of the text given to ``set_article``."""

    tag_clicked = Signal(object)
    """The id of a tag that was clicked; further clicks at one place go from inner to outer tags."""
    tag_activated = Signal(object)
    """The id of a tag that was double-clicked on its chip, or of the current one at Return."""
    selection_changed = Signal(object)
    """The selected ``Span``, or None."""
    zone_toggled = Signal(object)
    """The ``Fold`` that was opened or closed."""
    context_menu_requested = Signal(object)
    """A ``ContextRequest``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.revision = 0
        self.caret_mode = False
        self._drag = Drag()
        self._clicks = Clicks()
        self._anchor: int | None = None
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(_AUTOSCROLL_MS)
        self._autoscroll.timeout.connect(self._scroll_while_dragging)
        self._pointer = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the view's own words in the interface's language."""
        self.setAccessibleName(tr("Article"))
        self.setAccessibleDescription(
            tr("The text of the article with its tags. Shift and arrow keys select, F7 shows a caret.")
        )
        self.viewport().update()

    # what is shown

    def set_article(
        self,
        text: str,
        *,
        zones: Sequence[Zone] = (),
        right_to_left: bool = True,
        revision: int = 0,
        folded_zones: frozenset[str] = FOLDED_ZONES,
    ) -> None:
        """Show another text from its top, without tags or selection; lines of ``folded_zones`` are folded away."""
        self._text = text
        self.revision = revision
        self.__dict__.pop("_vocabulary", None)
        self.__dict__.pop("bidi_warning", None)
        paragraphs = split(text, [(zone.span.start, zone.span.end, zone.zone) for zone in zones])
        self.metrics = PageMetrics.for_viewport(
            self.metrics.text_size, self.viewport().width(), right_to_left=right_to_left
        )
        had_selection = self.state.selection is not None
        self.state.tags, self.state.current, self.state.arcs = {}, None, ()
        self.state.selection = self.state.caret = self._anchor = None
        self._clicks.forget()
        self._drag.release()
        self.show_flow(Flow(paragraphs, find_folds(paragraphs, folded_zones), self.metrics))
        if had_selection:
            self.selection_changed.emit(None)

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._text

    @cached_property
    def bidi_warning(self) -> BidiControls:
        """Whether the text holds invisible controls, and whether they change its reading order."""
        return bidi_controls(self._text, right_to_left=self.metrics.right_to_left)

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags instead of the ones before."""
        self.state.tags = {tag.id: tag for tag in tags}
        touched = {paragraph.index for paragraph in self.flow.paragraphs if paragraph.tags}
        for paragraph in self.flow.paragraphs:
            paragraph.tags = []
        for tag in self.state.tags.values():
            for index in self._paragraphs_of(tag):
                self.flow.paragraphs[index].tags.append(tag)
                touched.add(index)
        if self.state.current not in self.state.tags:
            self.state.current = None
        self.arrange_again(touched)

    def update_tags(self, changed: Mapping[str, Tag | None]) -> None:
        """Add, change or (None) remove tags; only the paragraphs concerned are arranged and painted again."""
        touched: set[int] = set()
        for identifier, tag in changed.items():
            old = self.state.tags.pop(identifier, None)
            for index in self._paragraphs_of(old) if old is not None else ():
                paragraph = self.flow.paragraphs[index]
                paragraph.tags = [other for other in paragraph.tags if other.id != identifier]
                touched.add(index)
            if tag is None:
                continue
            self.state.tags[identifier] = tag
            for index in self._paragraphs_of(tag):
                self.flow.paragraphs[index].tags.append(tag)
                touched.add(index)
        if self.state.current not in self.state.tags:
            self.state.current = None
        self.arrange_again(touched)

    def _paragraphs_of(self, tag: Tag) -> list[int]:
        if not self.flow.paragraphs:
            return []
        return sorted({index for span in tag.fragments for index in self.flow.indices_of(span.start, span.end)})

    def set_current(self, tag_id: str | None) -> None:
        """Mark the tag that keys act on; its chip grows, and if it is an event, its arguments show their roles."""
        if tag_id == self.state.current:
            return
        concerned = self._shown_ends() | {self.state.current}
        self.state.current = tag_id if tag_id in self.state.tags else None
        self._repaint_tags(concerned | self._shown_ends() | {self.state.current})
        tag = self.state.tags.get(tag_id or "")
        if tag is not None:
            spoken = " ".join([tag.label_text, *(span.of(self._text) for span in tag.fragments), tag.detail])
            self.setProperty("spoken", spoken)
            accessibility.announce(self, spoken)

    @property
    def current(self) -> str | None:
        """The id of the current tag."""
        return self.state.current

    def _shown_ends(self) -> set[str | None]:
        return set(tag_ids(self.state.shown_arcs()))

    def _repaint_tags(self, identifiers: Iterable[str | None]) -> None:
        if self.state.arcs:
            self.viewport().update()
            return
        tags = [self.state.tags[name] for name in identifiers if name is not None and name in self.state.tags]
        self.repaint_paragraphs({index for tag in tags for index in self._paragraphs_of(tag)})

    def set_arguments(self, arguments: Iterable[tuple[str, str, str]]) -> None:
        """The arguments ``(event id, role in the reader's language, mention id)`` that may be shown as arcs."""
        self.state.arcs = tuple(Arc(*argument) for argument in arguments)
        self.viewport().update()

    def show_all_arcs(self, shown: bool) -> None:
        """Show the arcs of all events instead of the current one's."""
        self.state.all_arcs = shown
        self.viewport().update()

    # selection

    @property
    def selection(self) -> Span | None:
        """What is selected."""
        return self.state.selection

    def select(self, span: Span) -> None:
        """Select a span; raises ValueError when it is not within the text."""
        if span.end > len(self._text):
            raise ValueError(f"not within the text: {span}")
        self._anchor = span.start
        self._set_selection(span)

    def clear_selection(self) -> None:
        """Select nothing."""
        self._anchor = None
        self._set_selection(None)

    def _set_selection(self, span: Span | None) -> None:
        old = self.state.selection
        if span == old:
            return
        self.state.selection = span
        for one in (old, span):
            if one is not None:
                self.repaint_paragraphs(self.flow.indices_of(one.start, one.end))
        if span is not None:
            self.setProperty("spoken", span.of(self._text))
        self.selection_changed.emit(span)

    def set_caret_mode(self, shown: bool) -> None:
        """Show a caret that the arrow keys move; without it they are left to the window."""
        self.caret_mode = shown
        self.state.caret = self._caret_start() if shown and self._text else None
        self.viewport().update()

    def _caret_start(self) -> int:
        if self.state.caret is not None:
            return self.state.caret
        if self.state.selection is not None:
            return self.state.selection.end
        if self.state.current is not None:
            return self.state.tags[self.state.current].hull.start
        shown = self.flow.paragraphs[self.flow.index_at_height(self.scrolled) :]
        return next((paragraph.start for paragraph in shown if not self.flow.is_hidden(paragraph)), 0)

    # places

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
        top, bottom = geometry.vertical_extent(self.flow, span)
        self.settle()
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
        geometry.rects_of(self.flow, span)
        self.settle()
        return [rect.translated(self.column_left, -self.scrolled) for rect in geometry.rects_of(self.flow, span)]

    def tags_at(self, point: QPoint) -> list[str]:
        """The ids of the tags at a place of the viewport: a chip's alone, else the innermost first."""
        return [tag.id for tag in geometry.tags_at(self.flow, self.state, self.to_page(point))]

    # folding

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

    # mouse

    def _characters_at(self, point: QPoint) -> Characters | None:
        cluster = geometry.cluster_at(self.flow, self.to_page(point))
        return None if cluster is None else Characters(*cluster)

    @guard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        under = self._characters_at(point)
        if under is not None and self._clicks.is_triple(point):
            self._select_sentence(under.start)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and under is not None and self._anchor is not None:
            self._set_selection(Characters(self._anchor, self._anchor).until(under))
            return
        self._drag.press(point, under)

    @guard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._pointer = point
        if self._drag.pressed_at is None:
            self._show_cursor(point)
            return
        self._drag_to(point)
        outside = not self.viewport().rect().contains(point)
        if outside and not self._autoscroll.isActive():
            self._autoscroll.start()
        elif not outside:
            self._autoscroll.stop()

    def _drag_to(self, point: QPoint) -> None:
        span = self._drag.move(point, self._characters_at(point))
        if self._drag.selecting:
            self._anchor = self._drag.origin.start if self._drag.origin is not None else None
            self._set_selection(span)

    def _scroll_while_dragging(self) -> None:
        area = self.viewport().rect()
        beyond = min(0, self._pointer.y() - area.top()) + max(0, self._pointer.y() - area.bottom())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + beyond)
        self._drag_to(QPoint(self._pointer.x(), min(max(self._pointer.y(), area.top()), area.bottom())))

    def _show_cursor(self, point: QPoint) -> None:
        place = self.to_page(point)
        on_fold = geometry.fold_at(self.flow, place.y()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_fold else Qt.CursorShape.IBeamCursor)

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._autoscroll.stop()
        if event.button() == Qt.MouseButton.LeftButton and self._drag.release():
            self._click(event.position().toPoint())

    def _click(self, point: QPoint) -> None:
        fold = geometry.fold_at(self.flow, self.to_page(point).y())
        if fold is not None:
            self.toggle_fold(fold)
            return
        position = self.text_position_at(point)
        self.clear_selection()
        self._anchor = position
        if self.caret_mode:
            self._show_caret(position)
        hit = self.tags_at(point)
        if hit:
            turn = hit.index(self.state.current) + 1 if self.state.current in hit else 0
            self.tag_clicked.emit(hit[turn % len(hit)])

    @guard
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag.release()
        chip = geometry.tags_at(self.flow, self.state, self.to_page(point))
        under = self._characters_at(point)
        if under is None:
            return
        if chip and not any(rect.contains(point) for span in chip[0].fragments for rect in self.rects_of(span)):
            self.tag_activated.emit(chip[0].id)
            return
        paragraph = self.flow.paragraphs[self.flow.index_at(under.start)]
        line = self._text[paragraph.start : paragraph.end]
        span = self._clicks.double(word_cuts(line, under.start - paragraph.start, self._vocabulary), point)
        if span is not None:
            self.select(span.shifted(paragraph.start))

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return vocabulary(self._text)

    def _select_sentence(self, offset: int) -> None:
        paragraph = self.flow.paragraphs[self.flow.index_at(offset)]
        span = sentence_at(self._text[paragraph.start : paragraph.end], offset - paragraph.start)
        if span is not None:
            self.select(span.shifted(paragraph.start))

    @guard
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = self.viewport().mapFromGlobal(event.globalPos())
        request = ContextRequest(event.globalPos(), self.text_position_at(point), tuple(self.tags_at(point)))
        self.context_menu_requested.emit(request)

    @guard
    def _tool_tip(self, event: QHelpEvent) -> None:
        hit = geometry.tags_at(self.flow, self.state, self.to_page(event.pos()))
        text = "\n".join([hit[0].label_text, hit[0].detail]).strip() if hit else ""
        QToolTip.showText(event.globalPos(), text, self.viewport())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tool_tip(event)
            return True
        return super().viewportEvent(event)

    # keyboard

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy) and self.state.selection is not None:
            QGuiApplication.clipboard().setText(self.state.selection.of(self._text))
        elif event.key() == Qt.Key.Key_F7:
            self.set_caret_mode(not self.caret_mode)
        elif caret.moves_caret(event.key()) and (self.caret_mode or shift) and self.flow.paragraphs:
            self._move_caret(
                event.key(), extend=shift, far=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            )
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state.current is not None:
            self.tag_activated.emit(self.state.current)
        elif event.key() == Qt.Key.Key_Escape and self.state.selection is not None:
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def _move_caret(self, key: int, *, extend: bool, far: bool) -> None:
        start = self._selection_end() if extend else self._caret_start()
        if self._anchor is None or not extend:
            self._anchor = start
        offset = caret.moved(self.flow, start, key, far=far)
        if extend:
            low, high = sorted((self._anchor, offset))
            self._set_selection(Span(low, high) if high > low else None)
        else:
            self._anchor = offset
            self._set_selection(None)
        self._show_caret(offset if self.caret_mode else None)
        self.reveal(Span(offset, offset + 1), middle_third=False)

    def _selection_end(self) -> int:
        """The end of the selection that the keyboard moves."""
        selection = self.state.selection
        if selection is None:
            return self._anchor if self._anchor is not None else self._caret_start()
        return selection.start if self._anchor == selection.end else selection.end

    def _show_caret(self, offset: int | None) -> None:
        for place in (self.state.caret, offset):
            if place is not None:
                self.repaint_paragraphs([self.flow.index_at(place)])
        self.state.caret = offset
