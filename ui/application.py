"""Starts the window: fonts, language, colours, the project, and another project when one is wanted."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from model.errors import TawsimError
from model.messages import Message
from storage import Project
from storage.processes import OwnProcesses
from ui.article import accessibility
from ui.dialogs.projects import ProjectDialogs
from ui.faults import Faults
from ui.fonts import load_fonts
from ui.language import language, say, tr
from ui.session.session import Session
from ui.settings import SettingsStore
from ui.theme.palette import ColouredLabel, Palette, Scheme, palette
from ui.theme.style import dress
from ui.window.main_window import OPEN_ARTICLE, MainWindow

logger = logging.getLogger("tawsim.application")


def run_application(arguments: list[str]) -> int:
    """Open the window on the named project, else on the last one, else on the sample; returns the exit code."""
    application = QApplication.instance() or QApplication(["tawsim"])
    assert isinstance(application, QApplication)
    faults = Faults()
    faults.install()
    try:
        desk = Desk(application, SettingsStore())
        if not desk.start(arguments[0] if arguments else None):
            return 1
        code = application.exec()
        desk.close()
    finally:
        faults.remove()
    return code


def sample_location() -> Path:
    """Where the sample project lies."""
    return platformdirs.user_data_path("tawsim") / "sample.tawsim"


class Desk(QObject):
    """The program around its one window: what outlives a project."""

    def __init__(
        self,
        application: QApplication,
        settings: SettingsStore,
        make_executor: Callable[[], Executor] = OwnProcesses,
    ) -> None:
        super().__init__()
        self._make_executor = make_executor
        self.application = application
        self.settings = settings
        self.window: MainWindow | None = None
        self._dialogs: ProjectDialogs | None = None
        if not application.styleSheet():
            application.setStyle("Fusion")
        application.setApplicationName("tawsim")
        application.setApplicationDisplayName("Tawsim")
        load_fonts()
        accessibility.install()
        language.switch(settings.current.language)
        self._direct()
        language.changed.connect(self._direct)
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def start(self, location: str | None) -> bool:
        """Open a project and show the window; False when none could be opened and the user gave up."""
        project = self._open_first(location)
        if project is None:
            return False
        self.show_project(project)
        return True

    def show_project(self, project: Project) -> None:
        """Show a project in a fresh window, in place of the one before."""
        former = self.window
        session = Session(project, self.settings.current.annotator)
        make = self._make_executor
        window = MainWindow(session, self.settings, suggesting=make(), learning=make(), make_executor=make)
        window.project_wanted.connect(self._wanted)
        session.schema_changed.connect(lambda _: self._dress())
        self.window = window
        self._dialogs = ProjectDialogs(window, self.open_project)
        self._dress()
        self._remember(project)
        window.queue.model.filled.connect(self._open_first_article)
        window.refresh_project()
        window.show()
        if former is not None:
            former.close()
            former.deleteLater()

    def open_project(self, make: Callable[[], Project]) -> None:
        """Open another project; when that fails, say why and keep the present one."""
        if self.window is not None and not self.window.may_close():
            return
        try:
            project = make()
        except TawsimError as error:
            self._tell(error.message)
            return
        self.show_project(project)

    def close(self) -> None:
        """Let the window go."""
        language.changed.disconnect(self._direct)
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._dress)
        if self.window is not None:
            self.window.deleteLater()
            self.window = None

    def _open_first(self, location: str | None) -> Project | None:
        wanted = location or self.settings.current.last_project
        if wanted is not None and (location is not None or _is_there(wanted)):
            try:
                return Project.open(wanted)
            except TawsimError as error:
                self._tell(error.message)
                if location is not None:
                    return None
        try:
            return _sample()
        except TawsimError as error:
            self._tell(error.message)
            return None

    def _open_first_article(self) -> None:
        """Once the queue is there: the article that was open last, else the first; suggestions for all of them."""
        window = self.window
        if window is None or window.session.state is not None:
            return
        window.queue.model.filled.disconnect(self._open_first_article)
        project, first = window.session.project, window.queue.neighbour(1)

        def work() -> tuple[str | None, tuple[str, ...]]:
            return project.setting(OPEN_ARTICLE), project.article_ids()

        def done(found: tuple[str | None, tuple[str, ...]]) -> None:
            last, article_ids = found
            chosen = last if last in article_ids else first
            if chosen is None:
                window.suggesting.start()
            else:
                window.open_article(chosen)

        if not self.settings.current.tour_done:
            # not before: an article that opens takes the focus
            window.session.article_opened.connect(self._begin_tour)
        window.session.worker.submit(work, done, window.session.report)

    def _begin_tour(self) -> None:
        if self.window is not None and self._dialogs is not None:
            self.window.session.article_opened.disconnect(self._begin_tour)
            self._dialogs.tour()

    def _wanted(self, name: str) -> None:
        if name == "switch_scheme":
            dark = self._scheme() is Scheme.DARK
            self.settings.change(scheme=(Scheme.LIGHT if dark else Scheme.DARK).value)
            self._dress()
        elif self._dialogs is not None:
            self._dialogs.open(name)

    def _scheme(self) -> Scheme:
        chosen = self.settings.current.scheme
        if chosen is not None:
            return Scheme(chosen)
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    def _palette(self) -> Palette:
        labels = self.window.session.project.schema.mentions if self.window is not None else ()
        return palette(self._scheme(), [ColouredLabel(one.name, one.family, one.colour) for one in labels])

    def _dress(self, _: Qt.ColorScheme = Qt.ColorScheme.Unknown) -> None:
        colours = self._palette()
        dress(self.application, colours)
        if self.window is not None:
            self.window.set_colours(colours)

    def _direct(self) -> None:
        self.application.setLayoutDirection(language.direction)

    def _remember(self, project: Project) -> None:
        place = project.location.shown
        recent = (place, *(other for other in self.settings.current.recent_projects if other != place))[:8]
        self.settings.change(last_project=place, recent_projects=recent)

    def _tell(self, message: Message) -> None:
        logger.info("%s", message.english())
        QMessageBox.warning(self.window, tr("Tawsim"), say(message))


def _is_there(place: str) -> bool:
    return "://" in place or Path(place).exists()


def _sample() -> Project:
    place = sample_location()
    if place.exists():
        return Project.open(place)
    # imported here since only the first start needs it
    from storage.sample import create_sample

    place.parent.mkdir(parents=True, exist_ok=True)
    return create_sample(place)
