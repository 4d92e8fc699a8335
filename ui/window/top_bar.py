"""The slim bar above everything: project, search, progress, save state, language, theme."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QProgressBar, QToolButton, QWidget

from model.article import ArticleState
from storage import Progress
from ui.keys.actions import ACTIONS
from ui.keys.bindings import Bindings
from ui.keys.names import chord_text
from ui.language import isolated, language, number, say, tr
from ui.session.saving import Safety, Saving
from ui.session.session import Session
from ui.theme.palette import Scheme
from ui.theme.spacing import grid

_SEARCH_MS = 150
_SLOW_MS = 300
"""A write that takes longer is shown."""
PROJECT_ACTIONS = (
    "new_project",
    "open_project",
    "",
    "import",
    "paste_article",
    "export",
    "",
    "schema",
    "checks",
    "concordance",
    "suggesters",
    "scores",
    "learner",
    "rejections",
    "keys",
    "tour",
    "",
    "quit",
)


class TopBar(QFrame):
    """``search_changed`` gets the words, a moment after they were typed."""

    search_changed = Signal(object)

    def __init__(self, session: Session, bindings: Bindings, act: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self._session = session
        self._bindings = bindings
        self._act = act
        self._project = QToolButton(self)
        self._menu = QMenu(self._project)
        self._actions: dict[str, QAction] = {}
        self.search = QLineEdit(self)
        self._progress = QProgressBar(self)
        self._progress_text = QLabel(self)
        self._saved = QLabel(self)
        self._language = QToolButton(self)
        self._scheme = QToolButton(self)
        self._shown_progress: Progress | None = None
        self._scheme_now = Scheme.LIGHT
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(lambda: self._write_saving(Saving(Safety.SAVING)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(lambda: self.search_changed.emit(self.search.text()))
        self._build()
        session.saving_changed.connect(self.show_saving)
        language.changed.connect(self._write)
        self._write()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the project is."""
        self._shown_progress = progress
        self._progress.setMaximum(max(1, progress.articles))
        finished = progress.states[ArticleState.DONE]
        self._progress.setValue(finished)
        done, articles = number(finished), number(progress.articles)
        self._progress_text.setText(tr("{done} of {articles} done", done=done, articles=articles))

    def show_saving(self, saving: Saving) -> None:
        """Show whether everything is on disk; writing is shown only when it takes longer than usual."""
        if saving.safety is Safety.SAVING:
            self._slow.start()
            return
        self._slow.stop()
        self._write_saving(saving)

    def _write_saving(self, saving: Saving) -> None:
        texts = {
            Safety.SAVED: tr("saved ✓"),
            Safety.SAVING: tr("saving …"),
            Safety.KEPT: tr("{count} not saved", one="one not saved", count=saving.kept),
        }
        if self._saved.text() != texts[saving.safety]:
            self._saved.setText(texts[saving.safety])
            self._saved.setProperty("amber", saving.safety is Safety.KEPT)
            self._saved.style().polish(self._saved)

    def show_scheme(self, scheme: Scheme) -> None:
        """Offer the other scheme."""
        self._scheme_now = scheme
        self._scheme.setText(tr("Dark") if scheme is Scheme.LIGHT else tr("Light"))

    def show_keys(self) -> None:
        """Name the keys as they are now."""
        self._write()

    def _build(self) -> None:
        self._project.setMenu(self._menu)
        self._project.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._project.setProperty("strong", True)
        for name in PROJECT_ACTIONS:
            if not name:
                self._menu.addSeparator()
                continue
            action = QAction(self)
            action.triggered.connect(lambda _=False, chosen=name: self._act(chosen))
            self._actions[name] = action
            self._menu.addAction(action)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._timer.start)
        self.search.setMaximumWidth(grid(80))
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(grid(25))
        self._progress_text.setProperty("quiet", True)
        self._saved.setProperty("quiet", True)
        self._language.clicked.connect(lambda: self._act("switch_language"))
        self._scheme.clicked.connect(lambda: self._act("switch_scheme"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grid(3), grid(1.5), grid(3), grid(1.5))
        layout.setSpacing(grid(3))
        layout.addWidget(self._project)
        layout.addWidget(self.search, 1)
        layout.addStretch(1)
        for part in (self._progress, self._progress_text, self._saved, self._language, self._scheme):
            layout.addWidget(part)

    def _write(self) -> None:
        self._project.setText(f"{isolated(self._session.project.name)} ▾")
        self.search.setPlaceholderText(tr("Search the articles"))
        self.search.setAccessibleName(tr("Search the articles"))
        for name, action in self._actions.items():
            keys = self._bindings.keys_of(name)
            action.setText(f"{say(ACTIONS[name].title)}\t{chord_text(keys[0])}" if keys else say(ACTIONS[name].title))
        self._language.setText("English" if language.code == "ar" else "العربية")
        self._language.setToolTip(tr("Arabic or English interface"))
        self._scheme.setToolTip(tr("Light or dark"))
        self._progress.setAccessibleName(tr("Progress of the project"))
        self.show_scheme(self._scheme_now)
        self.show_saving(self._session.saving)
        if self._shown_progress is not None:
            self.show_progress(self._shown_progress)
