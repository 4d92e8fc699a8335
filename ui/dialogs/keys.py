"""The list of keys (F1): every action with its keys, each of which can be changed; collisions are refused."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.schema.schema import Schema
from model.text.folding import fold
from ui.keys.actions import ACTIONS, GROUP_NAMES, Action, Group
from ui.keys.bindings import Bindings, KeyCollisionError
from ui.keys.chord import chord_of_event
from ui.keys.names import arabic_letter, chord_text
from ui.language import listed, named, say, tr
from ui.theme.spacing import grid

_NAME = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """``changed`` is called after each change of a key."""

    def __init__(self, bindings: Bindings, schema: Schema, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self._bindings = bindings
        self._schema = schema
        self._changed = changed
        self._waiting: QTreeWidgetItem | None = None
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(tr("Search the keys"))
        self._search.setAccessibleName(tr("Search the keys"))
        self._search.textChanged.connect(self._filter)
        self._tree = QTreeWidget(self)
        self._tree.setAccessibleName(tr("Keys"))
        self._tree.setColumnCount(2)
        self._tree.setHeaderLabels([tr("What it does"), tr("Keys")])
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.setRootIsDecorated(False)
        self._tree.itemActivated.connect(self._wait_for_key)
        self._tree.installEventFilter(self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setProperty("quiet", True)
        buttons = QDialogButtonBox(self)
        usual = buttons.addButton(tr("Usual key"), QDialogButtonBox.ButtonRole.ResetRole)
        usual.clicked.connect(self._reset)
        usual.setAutoDefault(False)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self._search, self._tree, self._hint, buttons):
            layout.addWidget(part)
        self.resize(grid(175), grid(160))
        self._fill()
        self._tree.setFocus()

    def _fill(self) -> None:
        self._tree.clear()
        self._groups = [self._group_rows(group) for group in Group]
        self._tree.addTopLevelItems([head for head, _ in self._groups])
        self._tree.expandAll()
        self._filter(self._search.text())
        self._say(tr("Enter on a row, then the new key, changes it. Keys go by their place, in Arabic as in English."))

    def _group_rows(self, group: Group) -> tuple[QTreeWidgetItem, list[QTreeWidgetItem]]:
        head = QTreeWidgetItem([say(GROUP_NAMES[group]), ""])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        rows = []
        for action in ACTIONS.values():
            if action.group is group and self._is_used(action):
                row = QTreeWidgetItem([self._title(action), self._keys(action)])
                row.setData(0, _NAME, action.name)
                rows.append(row)
        head.addChildren(rows)
        return head, rows

    def _is_used(self, action: Action) -> bool:
        kind, _, digit = action.name.partition("_")
        return kind not in {"mention", "event"} or self._label(kind, digit) is not None

    def _title(self, action: Action) -> str:
        kind, _, digit = action.name.partition("_")
        return (self._label(kind, digit) if kind in {"mention", "event"} else None) or say(action.title)

    def _label(self, kind: str, digit: str) -> str | None:
        labels = self._schema.mentions if kind == "mention" else self._schema.events
        return next((named(label.names) for label in labels if label.key == digit), None)

    def _keys(self, action: Action) -> str:
        chords = self._bindings.keys_of(action.name)
        letters = [arabic_letter(chord) for chord in chords[:1]]
        beside = f"  ({letters[0]})" if letters and letters[0] else ""
        return listed(map(chord_text, chords)) + beside

    def _filter(self, text: str) -> None:
        wanted = fold(text)
        for head, rows in self._groups:
            for row in rows:
                row.setHidden(wanted not in fold(f"{row.text(0)} {row.text(1)}"))
            head.setHidden(all(row.isHidden() for row in rows))

    def _wait_for_key(self, row: QTreeWidgetItem) -> None:
        if row.data(0, _NAME) is None:
            return
        self._waiting = row
        row.setText(1, tr("Press the new key …"))

    def _reset(self) -> None:
        row = self._tree.currentItem()
        name = row.data(0, _NAME) if row is not None else None
        if name is not None:
            self._try(lambda: self._bindings.reset(name))

    def _try(self, change: Callable[[], None]) -> None:
        self._waiting = None
        try:
            change()
        except KeyCollisionError as error:
            self._fill()
            self._say(say(error.message), amber=True)
            return
        self._changed()
        self._fill()

    def _say(self, text: str, *, amber: bool = False) -> None:
        self._hint.setText(text)
        self._hint.setProperty("amber", amber)
        self._hint.style().polish(self._hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the new key for the row that waits for one; Escape leaves it as it was."""
        waiting = self._waiting
        if waiting is None or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        chord = chord_of_event(event)
        if chord is None:
            return True
        if chord.key == "Escape":
            self._waiting = None
            self._fill()
            return True
        name = str(waiting.data(0, _NAME))
        self._try(lambda: self._bindings.change(name, chord))
        return True
