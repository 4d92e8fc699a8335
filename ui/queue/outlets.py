"""A menu of the sources that articles come from; those that are ticked are shown, all when none is."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.language import isolated, tr
from ui.session.session import Session


class OutletMenu(QMenu):
    """``changed`` comes when a source was ticked or unticked. The sources are read anew by ``look``."""

    changed = Signal()

    def __init__(self, session: Session, failed: Callable[[BaseException], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._failed = failed
        self._chosen: frozenset[str] = frozenset()
        self._shown: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The sources that are ticked."""
        return tuple(sorted(self._chosen))

    def look(self) -> None:
        """Read which sources there are."""
        if not self._session.worker.is_closed:
            self._session.worker.submit(self._session.project.outlets, self._show, self._failed)

    def write(self) -> None:
        """Write its words in the language of the interface."""
        self.setTitle(tr("Only from the source"))

    def _show(self, outlets: tuple[str, ...]) -> None:
        named = tuple(outlet for outlet in outlets if outlet)
        if named == self._shown:
            return
        self._shown = named
        self.clear()
        for outlet in named:
            action = self.addAction(isolated(outlet))
            action.setCheckable(True)
            action.setChecked(outlet in self._chosen)
            action.toggled.connect(lambda on, name=outlet: self._tick(name, on=on))
        self.setEnabled(bool(named))

    def _tick(self, outlet: str, *, on: bool) -> None:
        self._chosen = self._chosen | {outlet} if on else self._chosen - {outlet}
        self.changed.emit()
