"""A small bar beside text that was selected: the types by their keys, for hands on the mouse."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout

from model.schema.schema import MentionLabel
from ui.acts.tagging import LabelKind
from ui.keys.names import chord_text
from ui.language import digits, language, named, tr
from ui.parts.buttons import KeyButton
from ui.theme.spacing import grid

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

_AFTER_MS = 120
"""Not while the selection is still growing."""


class SelectionBar(QFrame):
    """Shows itself below a selection, at the lower edge above it, once the mouse is released.

    As many types as there is room for, and a way to the rest.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.pane.view)
        self.setProperty("popup", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._view = window.pane.view
        self._labels: list[MentionLabel] = []
        self._buttons: list[KeyButton] = []
        self._more = KeyButton(self)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(lambda: window.act("type_label"))
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._appear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grid(1), grid(1), grid(1), grid(1))
        layout.setSpacing(0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        layout.addWidget(self._more)
        self._row = layout
        self._fill()
        window.session.schema_changed.connect(lambda _: self._fill())
        self._view.selection_changed.connect(self._selected)
        self._view.verticalScrollBar().valueChanged.connect(self._place)
        language.changed.connect(self._write)
        self.hide()

    def _fill(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        mentions = self._window.session.project.schema.offered_mentions
        self._labels = sorted((label for label in mentions if label.key), key=lambda label: label.key or "")
        self._buttons = [self._button(label) for label in self._labels]
        for at, button in enumerate(self._buttons):
            self._row.insertWidget(at, button)
        self._write()

    def show_keys(self) -> None:
        """Name the keys as they are now."""
        self._write()

    def _button(self, label: MentionLabel) -> KeyButton:
        button = KeyButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._window.tagging.label(LabelKind.MENTION, label.name))
        return button

    def _write(self) -> None:
        for label, button in zip(self._labels, self._buttons, strict=True):
            button.set_hint(named(label.names), digits(label.key or ""))
        self._more.set_hint(tr("Another type"), chord_text(self._window.bindings.keys_of("type_label")[0]))

    def _selected(self, span: object) -> None:
        if span is None:
            self._timer.stop()
            self.hide()
        else:
            self._timer.start()

    def _appear(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._timer.start()
            return
        if self._view.selection is None or not self._view.isVisible():
            return
        room = self._view.viewport().width() - self._more.sizeHint().width() - grid(8)
        for button in self._buttons:
            room -= button.sizeHint().width()
            button.setVisible(room >= 0)
        self.show()
        self._place()
        self.raise_()

    def _place(self) -> None:
        selection = self._view.selection
        rects = self._view.rects_of(selection) if selection is not None else []
        if not rects or self.isHidden():
            return
        self.adjustSize()
        first, last = rects[0].toAlignedRect(), rects[-1].toAlignedRect()
        viewport = self._view.viewport()
        left = last.center().x() - self.width() // 2
        left = min(max(left, grid(2)), max(grid(2), viewport.width() - self.width() - grid(2)))
        below, above = last.bottom() + grid(2), first.top() - self.height() - grid(2)
        fits = below + self.height() <= viewport.height() or above < 0
        self.move(viewport.pos() + QPoint(left, below if fits else above))
