"""Searches that are kept with the project: the latest ones, and those that somebody saved."""

from collections.abc import Callable, Sequence

from ui.session.session import Session

_LATEST, _SAVED = "searches_latest", "searches_saved"
_KEPT = 30


class KeptSearches:
    """Both lists, latest first. ``changed`` is called when they were read or have changed."""

    def __init__(self, session: Session, changed: Callable[[], None]) -> None:
        self._session = session
        self._changed = changed
        self.latest: tuple[str, ...] = ()
        self.saved: tuple[str, ...] = ()

    def read(self) -> None:
        """Read them from the project."""
        project = self._session.project

        def take(found: tuple[Sequence[str], Sequence[str]]) -> None:
            self.latest, self.saved = tuple(found[0]), tuple(found[1])
            self._changed()

        def both() -> tuple[Sequence[str], Sequence[str]]:
            return project.setting(_LATEST, []), project.setting(_SAVED, [])

        self._session.worker.submit(both, take, self._session.report)

    def remember(self, query: str) -> None:
        """Put a search first among the latest."""
        self.latest = (query, *(one for one in self.latest if one != query))[:_KEPT]
        self._store(_LATEST, self.latest)

    def toggle(self, query: str) -> None:
        """Save a search, or let a saved one go."""
        others = tuple(one for one in self.saved if one != query)
        self.saved = others if query in self.saved else (query, *others)
        self._store(_SAVED, self.saved)

    def _store(self, key: str, queries: Sequence[str]) -> None:
        self._changed()
        project = self._session.project
        if not project.read_only:
            self._session.worker.submit(
                lambda: project.set_setting(key, list(queries)), lambda _: None, self._session.report
            )
