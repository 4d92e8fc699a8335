"""Selection by mouse and keyboard, and what clicks and keys mean."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from model.text.span import Span
from ui.article import caret, geometry
from ui.article.guard import guard
from ui.article.places import PlacedPage
from ui.article.pointer import Characters, Clicks, Drag
from ui.article.word_cuts import sentence_at, vocabulary, word_cuts

_AUTOSCROLL_MS = 30


@dataclass(frozen=True, slots=True)
class ContextRequest:
    """Where a context menu was asked for: on the screen, in the article, and on which tags (innermost first)."""

    place: QPoint
    position: int | None
    tag_ids: tuple[str, ...]


class SelectingPage(PlacedPage):
    """A page on which text can be selected and tags be clicked."""

    tag_clicked = Signal(object)
    """The id of a tag that was clicked; further clicks at one place go from inner to outer tags."""
    tag_activated = Signal(object)
    """The id of a tag that was double-clicked on its chip, or of the current one at Return."""
    selection_changed = Signal(object)
    """The selected ``Span``, or None."""
    context_menu_requested = Signal(object)
    """A ``ContextRequest``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        """The text of the article as it was given."""
        self.spoken = ""
        """What a screen reader is told to be looked at: the current tag or the selected text."""
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

    def forget_selection(self) -> None:
        """Start anew, with another article: nothing selected, no caret, no click remembered."""
        self.__dict__.pop("_vocabulary", None)
        self._clicks.forget()
        self._drag.release()
        self._anchor = self.state.caret = None
        if self.state.selection is not None:
            self.state.selection = None
            self.selection_changed.emit(None)

    @property
    def selection(self) -> Span | None:
        """What is selected."""
        return self.state.selection

    def select(self, span: Span) -> None:
        """Select a span; raises ValueError when it is not within the text."""
        if span.end > len(self.text):
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
            self.spoken = span.of(self.text)
        self.selection_changed.emit(span)

    def set_caret_mode(self, shown: bool) -> None:
        """Show a caret that the arrow keys move; without it they are left to the window, which asks ``movesCaret``."""
        self.caret_mode = shown
        self.setProperty("movesCaret", shown)
        self.state.caret = self._caret_start() if shown and self.text else None
        self.viewport().update()

    def set_caret(self, offset: int) -> None:
        """Show the caret before a code point and bring it into sight."""
        self.set_caret_mode(True)
        self._anchor = offset
        self._show_caret(offset)
        self._reveal_caret(offset)

    def _reveal_caret(self, offset: int) -> None:
        self.reveal(Span(offset, offset + 1), middle_third=False)

    def _caret_start(self) -> int:
        if self.state.caret is not None:
            return self.state.caret
        if self.state.selection is not None:
            return self.state.selection.end
        if self.state.current is not None:
            return self.state.tags[self.state.current].hull.start
        shown = self.flow.paragraphs[self.flow.index_at_height(self.scrolled) :]
        return next((paragraph.start for paragraph in shown if not self.flow.is_hidden(paragraph)), 0)

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
            sentence = self._sentence_at(under.start)
            if sentence is not None:
                self.select(sentence)
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
        span = self._clicks.double(self._word_cuts_at(under.start), point)
        if span is not None:
            self.select(span)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return vocabulary(self.text)

    def _word_cuts_at(self, offset: int) -> tuple[Span, ...]:
        paragraph = self.flow.paragraphs[self.flow.index_at(offset)]
        cuts = word_cuts(self.text[paragraph.start : paragraph.end], offset - paragraph.start, self._vocabulary)
        return tuple(cut.shifted(paragraph.start) for cut in cuts)

    def _sentence_at(self, offset: int) -> Span | None:
        paragraph = self.flow.paragraphs[self.flow.index_at(offset)]
        span = sentence_at(self.text[paragraph.start : paragraph.end], offset - paragraph.start)
        return None if span is None else span.shifted(paragraph.start)

    def grow_selection(self) -> None:
        """Select more around the selection (else the caret or the current tag): the word without its clitics, with
        them, the sentence."""
        if not self.text:
            return
        start = self._caret_start() if self.state.selection is None else self.state.selection.start
        wider = sorted(self._word_cuts_at(start)[:2], key=len)
        sentence = self._sentence_at(start)
        held = self.state.selection
        for span in [*wider, *([sentence] if sentence is not None else [])]:
            if held is None or (span.contains(held) and span != held):
                self.select(span)
                return

    @guard
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self._looked_at())
        point = self.viewport().mapFromGlobal(place)
        request = ContextRequest(place, self.text_position_at(point), tuple(self.tags_at(point)))
        self.context_menu_requested.emit(request)

    def _looked_at(self) -> QPoint:
        """Where the selection, the current tag or the caret is."""
        span = self.state.selection
        if span is None and self.state.current is not None:
            span = self.state.tags[self.state.current].fragments[0]
        if span is None and self.state.caret is not None:
            span = Span(self.state.caret, self.state.caret + 1)
        rects = [] if span is None else self.rects_of(span)
        return rects[0].center().toPoint() if rects else self.viewport().rect().center()

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
            QGuiApplication.clipboard().setText(self.state.selection.of(self.text))
        elif event.key() == Qt.Key.Key_F7:
            self.set_caret_mode(not self.caret_mode)
        elif event.key() == Qt.Key.Key_F4:
            self.grow_selection()
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
        with self.top_kept():
            offset = caret.moved(self.flow, start, key, far=far)
        if extend:
            low, high = sorted((self._anchor, offset))
            self._set_selection(Span(low, high) if high > low else None)
        else:
            self._anchor = offset
            self._set_selection(None)
        self._show_caret(offset if self.caret_mode else None)
        self._reveal_caret(offset)

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
