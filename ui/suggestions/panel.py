"""The first tab of the left rail: open suggestions with their threshold, types and the button for all of them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.schema.schema import Schema
from ui.language import language, percent, tr
from ui.session.describe import label_text
from ui.session.session import Session
from ui.session.state import Shown, WorkState
from ui.suggestions.delegate import SuggestionDelegate
from ui.suggestions.model import ROW, SuggestionModel
from ui.suggestions.rows import Grouping, rows_of
from ui.theme.palette import Palette
from ui.theme.spacing import grid


class SuggestionPanel(QWidget):
    """Open suggestions of the article. ``accept_all_wanted`` comes from its button."""

    accept_all_wanted = Signal()
    threshold_changed = Signal(object)

    def __init__(self, session: Session, threshold: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._grouping = Grouping.TYPE
        self._model = SuggestionModel(self)
        self._delegate = SuggestionDelegate(self)
        self._delegate.schema = session.project.schema
        self._count = QLabel(self)
        self._group = QToolButton(self)
        self._types = QToolButton(self)
        self._threshold_text = QLabel(self)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._accept_all = QPushButton(self)
        self._list = QListView(self)
        self._nothing = QLabel(self)
        self._pages = QStackedWidget(self)
        self._build(threshold)
        language.changed.connect(self._write)
        self._write()

    @property
    def threshold(self) -> float:
        """The lowest score that is shown, 0 to 1."""
        return self._slider.value() / 100

    def set_colours(self, colours: Palette) -> None:
        """Paint in another palette."""
        self._delegate.colours = colours
        self._list.viewport().update()

    def show_schema(self, schema: Schema) -> None:
        """Name types as another schema does."""
        self._delegate.schema = schema

    def show_state(self, state: WorkState | None) -> None:
        """Show the open suggestions of a state and mark the current one."""
        suggestions = state.open if state is not None else ()
        self._model.show(rows_of(suggestions, self._grouping, self._session.project.schema))
        self._count.setText(tr("{count} open", one="one open", count=len(suggestions)))
        self._accept_all.setEnabled(bool(suggestions))
        self._pages.setCurrentIndex(0 if suggestions else 1)
        self._nothing.setText(self._nothing_text(state))
        self.show_current(state)

    def show_current(self, state: WorkState | None) -> None:
        """Mark the current suggestion."""
        index = self._model.place_of(state.current if state is not None else None)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
        else:
            self._list.clearSelection()

    def _nothing_text(self, state: WorkState | None) -> str:
        if state is None:
            return tr("Open an article to see what is suggested for it.")
        if not (state.suggestions.mentions or state.suggestions.events):
            return tr("Nothing is suggested for this article.")
        if any(question.hidden is None for question in state.questions):
            return tr("Everything above the threshold is answered.")
        return tr("All answered. Enter marks the article done and opens the next.")

    def _build(self, threshold: float) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self._slider.setRange(0, 100)
        self._slider.setValue(round(threshold * 100))
        self._slider.valueChanged.connect(self._narrow)
        self._accept_all.clicked.connect(self.accept_all_wanted)
        self._group.setCheckable(True)
        self._group.setChecked(True)
        self._group.toggled.connect(self._regroup)
        self._types.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._types.setMenu(self._type_menu())
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("quiet", True)
        self._nothing.setContentsMargins(grid(4), grid(4), grid(4), grid(4))
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, grid(2), 0, grid(2))
        layout.setSpacing(grid(1))
        layout.addLayout(_row(self._count, None, self._group, self._types))
        layout.addLayout(_row(self._threshold_text, self._slider))
        layout.addSpacing(grid(1))
        layout.addWidget(self._pages, 1)
        layout.addLayout(_row(self._accept_all, None))

    def _type_menu(self) -> QMenu:
        menu = QMenu(self._types)
        schema = self._session.project.schema
        for labels in (schema.mentions, schema.events):
            for label in labels:
                action = QAction(label.name, menu)
                action.setCheckable(True)
                action.setChecked(True)
                action.setData(label.name)
                action.toggled.connect(self._narrow)
                menu.addAction(action)
            menu.addSeparator()
        return menu

    def _write(self) -> None:
        self._group.setText(tr("By type"))
        self._types.setText(f"{tr('Types')} ▾")
        self._slider.setAccessibleName(tr("Lowest score shown"))
        self._list.setAccessibleName(tr("Open suggestions"))
        schema = self._session.project.schema
        for action in self._types.menu().actions():
            name = action.data()
            if name is not None:
                action.setText(label_text(schema, name, event=name not in schema.mention_labels))
        self._write_threshold()
        self.show_state(self._session.state)

    def _write_threshold(self) -> None:
        share = percent(self.threshold)
        self._threshold_text.setText(tr("From {share}", share=share))
        self._accept_all.setText(tr("Accept all from {share} …", share=share))

    def _narrow(self) -> None:
        actions = self._types.menu().actions()
        aside = frozenset(str(a.data()) for a in actions if a.isCheckable() and not a.isChecked())
        self._write_threshold()
        self._session.show_only(Shown(self.threshold, aside))
        self.threshold_changed.emit(self.threshold)

    def _regroup(self, by_type: bool) -> None:
        self._grouping = Grouping.TYPE if by_type else Grouping.PLACE
        self.show_state(self._session.state)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if hasattr(row, "id"):
            self._session.go_to(row.id)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """A row of widgets; None stretches."""
    row = QHBoxLayout()
    row.setContentsMargins(grid(3), 0, grid(3), 0)
    row.setSpacing(grid(2))
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, 1 if isinstance(part, QSlider) else 0)
    return row
