"""The main window: article in the middle, suggestions and tag at one side, the queue at the other."""

from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from model.article import ArticleState
from model.messages import Message
from model.operations.spots import Spot
from model.schema.schema import Schema
from model.search.equals import Template
from ui.acts.answering import Answering
from ui.acts.everywhere import SameEverywhere, offer_text
from ui.acts.tagging import Tagging
from ui.article.guard import guard
from ui.concordance.panel import ConcordancePanel
from ui.history.panel import HistoryPanel
from ui.inspector.panel import InspectorPanel
from ui.keys.bindings import Bindings
from ui.keys.filter import KeyFilter
from ui.keys.names import chord_text
from ui.language import isolated, language, say, tr
from ui.parts.toast import Toast
from ui.queue.panel import QueuePanel
from ui.schema.guidelines import GuidelinesPanel
from ui.session.learning import Learning
from ui.session.saving import Safety
from ui.session.session import Session, StateChange
from ui.session.state import WorkState
from ui.session.suggesting import Suggesting
from ui.session.watching import Watching
from ui.settings import SettingsStore
from ui.suggestions.panel import SuggestionPanel
from ui.theme.palette import Palette
from ui.theme.spacing import grid
from ui.window.article_pane import ArticlePane
from ui.window.choosers import Choosers
from ui.window.context_menu import open_context_menu
from ui.window.handlers import handlers_of
from ui.window.rail import LeftRail
from ui.window.save_notice import SaveNotice
from ui.window.selection_bar import SelectionBar
from ui.window.status_line import StatusLine
from ui.window.tab_order import order_focus
from ui.window.top_bar import TopBar

OPEN_ARTICLE = "open_article"
"""The project's setting that names the article opened last."""
_ABOVE = (grid(110), grid(80))
"""The heights of the article and of the concordance below it."""
_SIZES = (grid(78), grid(170), grid(72))


class MainWindow(QMainWindow):
    """Puts the parts together; what each key does stands in ``handlers_of``."""

    project_wanted = Signal(object)
    """The name of an action that concerns the program as a whole: another project, import, export, tour, scheme."""

    def __init__(
        self,
        session: Session,
        settings: SettingsStore,
        *,
        suggesting: Executor,
        learning: Executor,
        make_executor: Callable[[], Executor],
    ) -> None:
        """``make_executor`` gives dialogs a process for what is asked in them."""
        super().__init__()
        self.session = session
        self.settings = settings
        self.make_executor = make_executor
        self.bindings = Bindings(settings.current.keys)
        self.pane = ArticlePane(session, self)
        view = self.pane.view
        self.answering = Answering(session)
        self.tagging = Tagging(session, lambda: view.selection, view.clear_selection)
        self.everywhere = SameEverywhere(session)
        self.choosers = Choosers(session, self.tagging, self.pane)
        self.suggestions = SuggestionPanel(session, settings.current.threshold, self)
        self.inspector = InspectorPanel(session, self.tagging, self.bindings, self.act, self)
        self.history = HistoryPanel(session, self)
        self.guidelines = GuidelinesPanel(session, self)
        self.guidelines.hide()
        self.rail = LeftRail(self.suggestions, self.inspector, self.history, self.guidelines, self)
        self.queue = QueuePanel(session, session.report, self)
        self.top = TopBar(session, self.bindings, self.act, self)
        self.concordance = ConcordancePanel(session, self.bindings, self.act, self)
        self.status = StatusLine(session, self.bindings, self.act, self)
        self.toast = Toast(self)
        self.selection_bar = SelectionBar(self)
        self.suggesting = Suggesting(session, suggesting)
        self.learning = Learning(session, learning)
        self.watching = Watching(session)
        self._loss_agreed = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._above = QSplitter(Qt.Orientation.Vertical, self)
        self._handlers = handlers_of(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_around)
        self.keys = KeyFilter(self, self.bindings, self.act)
        self._build()
        self._connect()
        self._restore()
        language.changed.connect(self._write)
        self._write()

    @property
    def is_settled(self) -> bool:
        """Whether everything asked for is done, written and shown."""
        return self.session.is_idle and not self._soon.isActive()

    def act(self, name: str) -> None:
        """Do what an action stands for."""
        self._handlers[name]()

    def set_colours(self, colours: Palette) -> None:
        """Paint everything in another palette."""
        self.colours = colours
        self.pane.view.set_colours(colours)
        self.suggestions.set_colours(colours)
        self.queue.set_colours(colours)
        self.concordance.set_colours(colours)
        self.top.show_scheme(colours.scheme)

    def open_article(self, article_id: str) -> None:
        """Open an article and see to its suggestions first."""
        session = self.session
        session.open_article(article_id)
        self.suggesting.prefer(article_id)
        if not session.project.read_only:
            session.worker.submit(
                lambda: session.project.set_setting(OPEN_ARTICLE, article_id), lambda _: None, session.report
            )

    def show_spot(self, spot: Spot) -> None:
        """Open an article at a place: at the tag there, else with its text selected."""
        state = self.session.state
        if state is None or state.article.id != spot.article_id:
            self.open_article(spot.article_id)
        self.session.then(lambda: self._go_to(spot))

    def _go_to(self, spot: Spot) -> None:
        state, view = self.session.state, self.pane.view
        if state is None or state.article.id != spot.article_id:
            return
        if spot.tag_id is not None and state.find(spot.tag_id) is not None:
            self.session.go_to(spot.tag_id)
        else:
            view.select(spot.span)
        view.reveal(spot.span)
        view.setFocus()

    def finish_article(self) -> None:
        """Mark the article done and open the next one that is not."""
        following = self.queue.neighbour(1, undone_only=True) or self.queue.neighbour(-1, undone_only=True)
        self.answering.mark(ArticleState.DONE)
        if following is not None:
            self.open_article(following)
        else:
            self.say(Message("All articles here are done."))

    def say(self, message: Message) -> None:
        """Tell something in passing."""
        self.toast.say(say(message))

    def toggle_rail(self, part: QFrame) -> None:
        """Show or hide a rail."""
        self._sizes = self._whole_sizes()
        part.setVisible(part.isHidden())
        self._remember_rails()

    def toggle_guidelines(self) -> None:
        """Show or hide what the type of the current tag means."""
        self.guidelines.setVisible(self.guidelines.isHidden())
        if self.guidelines.isVisibleTo(self.rail) and self.rail.isHidden():
            self.toggle_rail(self.rail)
        self.guidelines.show_state(self.session.state)

    def _offer_same(self, template: Template, here: int, articles: int) -> None:
        key = chord_text(self.bindings.keys_of("same_everywhere")[0])
        self.toast.say(offer_text(template, here, articles, key))

    def refresh_project(self) -> None:
        """Read the queue and the progress again."""
        self.queue.model.read()
        self._read_progress()

    def _build(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SaveNotice(self.session, self.session.retry, self))
        column.addWidget(self.pane, 1)
        for part in (self.queue, middle, self.rail):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self.rail.setMinimumWidth(grid(60))
        self.queue.setMinimumWidth(grid(50))
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._above.addWidget(self._splitter)
        self._above.addWidget(self.concordance)
        self._above.setHandleWidth(1)
        self._above.setChildrenCollapsible(False)
        self._above.setSizes(list(_ABOVE))
        for row, stretch in ((self.top, 0), (self._above, 1), (self.status, 0)):
            layout.addWidget(row, stretch)
        self.setCentralWidget(body)
        order_focus(self, (self.top, self.queue, middle, self.rail, self.concordance, self.status))

    def _connect(self) -> None:
        session = self.session
        session.article_opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.current_changed.connect(self._moved)
        session.told.connect(self.say)
        session.saving_changed.connect(self._ask_anew)
        session.schema_changed.connect(self._take_schema)
        session.project_changed.connect(lambda _: self._read_progress())
        self.queue.article_chosen.connect(self.open_article)
        self.queue.import_wanted.connect(lambda: self.act("import"))
        self.pane.import_wanted.connect(lambda: self.act("import"))
        self.top.search_changed.connect(self.queue.search)
        self.suggestions.accept_all_wanted.connect(lambda: self.act("accept_all"))
        self.suggestions.threshold_changed.connect(lambda value: self.settings.change(threshold=value))
        self.guidelines.spot_wanted.connect(self.show_spot)
        self.everywhere.offered.connect(self._offer_same)
        self.concordance.opened.connect(lambda row: self.show_spot(row.spot))
        self.concordance.closed.connect(self.pane.view.setFocus)
        self.history.restore_wanted.connect(session.restore)
        self.suggesting.progress_changed.connect(self.status.show_suggesting)
        self.learning.changed.connect(self.status.show_learning)
        self.learning.taken.connect(self.suggesting.renew)
        self.status.suggesting_cancelled.connect(self.suggesting.cancel)
        self.pane.view.context_menu_requested.connect(lambda request: open_context_menu(self, request))
        self.pane.view.tag_activated.connect(lambda _: self.rail.show_inspector())

    def _opened(self, state: WorkState) -> None:
        # the suggesters are loaded once there is something to read, not while the window is being made
        self.suggesting.start()
        self.learning.start()
        self.queue.set_current(state.article.id)
        self.status.restart_clock()
        self._soon.start()
        self.history.refresh()
        self.pane.view.setFocus()
        self._write()

    def _take_schema(self, schema: Schema) -> None:
        self.pane.show_schema(schema)
        self.suggestions.show_schema(schema)
        self._soon.start()

    def _changed(self, _: StateChange) -> None:
        self.history.refresh()
        self._soon.start()

    def _moved(self, _: WorkState) -> None:
        self._soon.start()

    def _show_around(self) -> None:
        """Show the state at the edges of the window; after the article has been painted, which the eye is on."""
        state = self.session.state
        self.suggestions.show_state(state)
        self.inspector.show_state(state)
        self.guidelines.show_state(state)
        self.status.show_state(state)

    def _read_progress(self) -> None:
        self.session.worker.submit(self.session.project.progress, self.top.show_progress, self.session.report)

    def _write(self) -> None:
        self.setLayoutDirection(language.direction)
        parts = [tr("Tawsim"), isolated(self.session.project.name)]
        if self.session.state is not None:
            parts.insert(0, isolated(self.session.state.article.title or self.session.state.article.name))
        self.setWindowTitle(" – ".join(parts))
        self.status.show_state(self.session.state)

    # What is remembered

    def _restore(self) -> None:
        current = self.settings.current
        if not current.geometry or not self.restoreGeometry(QByteArray.fromBase64(current.geometry.encode())):
            self.resize(1280, 800)
        self._sizes = list(current.splitter) if len(current.splitter) == 3 else list(_SIZES)
        self._splitter.setSizes(self._sizes)
        self.rail.setVisible("left" not in current.hidden_rails)
        self.queue.setVisible("right" not in current.hidden_rails)
        self.pane.view.set_text_size(current.text_size)

    def _whole_sizes(self) -> list[int]:
        """The sizes with both rails in sight, now or when they were last."""
        return self._sizes if self.rail.isHidden() or self.queue.isHidden() else self._splitter.sizes()

    def _remember_rails(self) -> None:
        hidden = [name for name, part in (("left", self.rail), ("right", self.queue)) if part.isHidden()]
        self.settings.change(hidden_rails=tuple(hidden))

    @guard
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The passing message keeps its place."""
        super().resizeEvent(event)
        self.toast.place()

    @guard
    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; work that is only kept in memory is not dropped without a question."""
        if not self.may_close():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.settings.change(geometry=geometry, splitter=tuple(self._whole_sizes()))
        # what stands open beside the window may be looking through thousands of articles
        for dialog in self.findChildren(QDialog):
            if dialog.property("endsWithWindow"):
                dialog.reject()
        # out of sight at once: the process of the suggestions may need a moment to end
        self.hide()
        self.watching.stop()
        self.suggesting.close()
        self.learning.close()
        self.session.close()
        event.accept()

    def _ask_anew(self, _: object) -> None:
        self._loss_agreed = False

    def may_close(self) -> bool:
        """Whether nothing would be lost, or the annotator agrees to that; asks at most until they agree."""
        if self.session.saving.safety is not Safety.KEPT or self._loss_agreed:
            return True
        text = tr(
            "{count} changes could not be saved and would be lost. Close all the same?",
            one="One change could not be saved and would be lost. Close all the same?",
            count=self.session.saving.kept,
        )
        answer = QMessageBox.question(self, tr("Tawsim"), text)
        self._loss_agreed = answer == QMessageBox.StandardButton.Yes
        return self._loss_agreed
