"""The labels of a schema as a tree: mentions, events, roles, lines, each with its colour and key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from model.schema.changes.parts import PART_NAMES, Label, Part, labels_of
from model.schema.schema import EventLabel, MentionLabel, Schema
from ui.language import digits, named, say, tr
from ui.theme.palette import Palette
from ui.theme.spacing import grid

_PLACE = Qt.ItemDataRole.UserRole
_SWATCH = grid(3)
Place = tuple[Part, str]
"""A label by its part and name."""


class SchemaTree(QTreeWidget):
    """``currentItemChanged`` tells when another label is looked at; ``place`` says which."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setHeaderLabels([tr("Name"), tr("Label"), tr("Key")])
        self.setAccessibleName(tr("Labels of the schema"))
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        self.setRootIsDecorated(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    @property
    def place(self) -> Place | None:
        """The label that is looked at; None on a heading."""
        item = self.currentItem()
        found: Place | None = None if item is None else item.data(0, _PLACE)
        return found

    @property
    def part(self) -> Part:
        """The part of the schema that is looked at."""
        item = self.currentItem()
        head = item.parent() or item if item is not None else None
        while head is not None and head.parent() is not None:
            head = head.parent()
        return list(Part)[self.indexOfTopLevelItem(head)] if head is not None else Part.MENTION

    def show_schema(self, schema: Schema, colours: Palette) -> None:
        """Show another schema; the place is kept where there is still such a label."""
        kept = self.place
        self.clear()
        for part in Part:
            head = QTreeWidgetItem(self, [say(PART_NAMES[part])])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            self._fill(head, part, schema, colours)
            head.setExpanded(True)
        self.go_to(kept or (Part.MENTION, schema.mentions[0].name))

    def go_to(self, place: Place) -> None:
        """Look at a label; at the first one where there is none of that name."""
        rows = {item.data(0, _PLACE): item for item in self._rows()}
        self.setCurrentItem(rows.get(place) or next(iter(rows.values())))

    def _fill(self, head: QTreeWidgetItem, part: Part, schema: Schema, colours: Palette) -> None:
        rows: dict[str, QTreeWidgetItem] = {}
        for label in labels_of(schema, part):
            row = QTreeWidgetItem([_title(label), label.name, digits(getattr(label, "key", None) or "")])
            row.setData(0, _PLACE, (part, label.name))
            colour = _colour(label, colours)
            if colour is not None:
                row.setIcon(0, _swatch(colour))
            rows[label.name] = row
        for label in labels_of(schema, part):
            parent = label.parent if isinstance(label, MentionLabel | EventLabel) else None
            (rows.get(parent or "") or head).addChild(rows[label.name])
        for row in rows.values():
            row.setExpanded(True)

    def _rows(self) -> list[QTreeWidgetItem]:
        every = self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return [item for item in every if item.data(0, _PLACE) is not None]


def _title(label: Label) -> str:
    name = named(label.names)
    return f"{name} ({tr('retired')})" if label.retired else name


def _colour(label: Label, colours: Palette) -> str | None:
    if isinstance(label, MentionLabel):
        return colours.for_mention(label.name).frame
    return colours.events.frame if isinstance(label, EventLabel) else None


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(0, 0, _SWATCH, _SWATCH)
    return QIcon(pixmap)
