"""The article column: keeps the view in step with the session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from model.schema.schema import Schema
from model.text.bidi import BidiControls
from model.text.span import Span
from ui.article.tags import Tag
from ui.article.view import ArticleView
from ui.language import language, tr
from ui.session.session import Session, StateChange
from ui.session.state import WorkState
from ui.theme.spacing import grid
from ui.window.tag_view import TagBuilder, zones_of


class ArticlePane(QWidget):
    """The view with its notice above it and a page for when no article is open. ``import_wanted`` comes from there."""

    import_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._builder = TagBuilder(session.project.schema)
        self._tags: dict[str, Tag] = {}
        self._arguments: list[tuple[str, str, str]] = []
        self._ghosts = False
        self._arcs = False
        self._folded = True
        self.view = ArticleView(self)
        self._notice = QFrame(self)
        self._notice_text = QLabel(self._notice)
        self._nothing = QLabel(self)
        self._import = QPushButton(self)
        self._pages = QStackedWidget(self)
        self._build()
        session.article_opened.connect(self.show_article)
        session.changed.connect(self.show_change)
        session.current_changed.connect(self.show_current)
        self.view.tag_clicked.connect(session.go_to)
        language.changed.connect(self._write)
        self._write()

    def show_article(self, state: WorkState) -> None:
        """Show another article from its top."""
        self._pages.setCurrentIndex(1)
        right_to_left = state.article.language == "ar"
        self.view.set_article(state.article.text, zones=zones_of(state), right_to_left=right_to_left)
        self.view.set_zones_folded(self._folded)
        self._tags = self._builder.tags(state, ghosts=self._ghosts)
        self.view.set_tags(list(self._tags.values()))
        self._arguments = []
        self._write_notice()
        self.show_current(state)

    def show_change(self, change: StateChange) -> None:
        """Show what differs between two states of the article."""
        if zones_of(change.before) != zones_of(change.after):
            self.view.set_zones(zones_of(change.after))
        self._update(change.after)
        self.show_current(change.after)

    def show_current(self, state: WorkState) -> None:
        """Lead the eye to the current item."""
        self._show_arguments(state)
        self.view.set_current(state.current)
        item = state.item
        if item is not None:
            self.view.reveal(item.hull)

    def show_schema(self, schema: Schema) -> None:
        """Name tags as another schema does."""
        self._builder.show_schema(schema)
        self._write()

    def toggle_ghosts(self) -> None:
        """Show or hide rejected suggestions."""
        self._ghosts = not self._ghosts
        if self._session.state is not None:
            self._update(self._session.state)

    def toggle_arcs(self) -> None:
        """Show the arcs of all events, or of the current one only."""
        self._arcs = not self._arcs
        if self._session.state is not None:
            self._show_arguments(self._session.state)
        self.view.show_all_arcs(self._arcs)

    def toggle_boilerplate(self) -> None:
        """Fold or open the lines of the page's interface."""
        self._folded = not self._folded
        self.view.set_zones_folded(self._folded)

    def place_of_current(self) -> Span | None:
        """The text that a chooser should open beside: the selection, else the current item."""
        if self.view.selection is not None:
            return self.view.selection
        state = self._session.state
        return state.item.hull if state is not None and state.item is not None else None

    def _update(self, state: WorkState) -> None:
        fresh = self._builder.tags(state, ghosts=self._ghosts)
        changed: dict[str, Tag | None] = {key: None for key in self._tags if key not in fresh}
        changed |= {key: tag for key, tag in fresh.items() if self._tags.get(key) is not tag}
        self._tags = fresh
        self.view.update_tags(changed)

    def _show_arguments(self, state: WorkState) -> None:
        arguments = self._builder.arguments(state, of_all=self._arcs)
        if arguments != self._arguments:
            self._arguments = arguments
            self.view.set_arguments(arguments)

    def _build(self) -> None:
        self._notice.setProperty("notice", True)
        self._notice_text.setWordWrap(True)
        row = QHBoxLayout(self._notice)
        row.setContentsMargins(grid(4), grid(1), grid(4), grid(1))
        row.addWidget(self._notice_text)
        self._nothing.setProperty("quiet", True)
        self._import.clicked.connect(self.import_wanted)
        empty = QWidget(self)
        centre = QVBoxLayout(empty)
        centre.addStretch(2)
        for part in (self._nothing, self._import):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(part)
            line.addStretch(1)
            centre.addLayout(line)
        centre.addStretch(3)
        self._pages.addWidget(empty)
        self._pages.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(self._pages, 1)

    def _write(self) -> None:
        self._nothing.setText(tr("Choose an article from the queue, or import pages."))
        self._import.setText(tr("Import pages"))
        self.view.retranslate()
        if self._session.state is not None:
            self._tags = {}
            self._update(self._session.state)
            self._show_arguments(self._session.state)
        self._write_notice()

    def _write_notice(self) -> None:
        warning = self.view.bidi_warning
        self._notice.setVisible(self._session.state is not None and warning is not BidiControls.ABSENT)
        if warning is BidiControls.REORDERING:
            self._notice_text.setText(
                tr("Invisible control characters change the reading order of this text; small marks show where.")
            )
        else:
            self._notice_text.setText(tr("This text holds invisible direction marks; they do not change its order."))
