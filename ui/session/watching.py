"""Notices that somebody else has written to the project: another window, or a command."""

from PySide6.QtCore import QObject, QTimer

from storage import Project
from ui.session.session import Session

_LOOK_MS = 3000


class Watching(QObject):
    """Looks every few seconds, on the store's thread; then the session shows the project as it is now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._seen: int | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now, unless a look is under way or there is other work."""
        if not self._looking and self._session.is_idle:
            self._looking = True
            project = self._session.project
            self._session.worker.submit(lambda: _look(project), self._looked, self._failed)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _looked(self, found: tuple[int, bool]) -> None:
        self._looking = False
        version, schema_changed = found
        if self._seen is not None and self._seen != version:
            self._session.project_changed.emit(())
        if schema_changed:
            self._session.look_again()
        self._seen = version

    def _failed(self, error: BaseException) -> None:
        self._looking = False
        self._session.report(error)


def _look(project: Project) -> tuple[int, bool]:
    return project.data_version(), project.refresh_schema()
