"""Trying a suggester on the open article: what it would suggest is shown and not stored."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from model.errors import TawsimError
from model.suggest.fitting import fit_to_schema
from model.suggest.settings import SuggesterEntry
from storage.suggesting.spec import Suggested
from ui.language import percent, say, tr
from ui.parts.job import JobBar
from ui.parts.tables import fill_table, text_table
from ui.session.describe import label_name
from ui.session.errand import Errand
from ui.session.session import Session
from ui.session.suggester_setup import try_out
from ui.theme.spacing import grid

_ROWS_HEIGHT = grid(45)


class Trial(QWidget):
    """``entry`` gives the suggester as it is set up now. The errand is shared: a new trial ends the one before."""

    def __init__(self, session: Session, errand: Errand, entry: Callable[[], SuggesterEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._errand = errand
        self._entry = entry
        self.start_button = QPushButton(tr("Try on this article"), self)
        self.start_button.setAutoDefault(False)
        self.start_button.clicked.connect(lambda _=False: self.start())
        self._bar = JobBar(self)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.found = text_table(self, tr("What it would suggest"), (tr("Text"), tr("Type"), tr("Score")))
        self.found.setMinimumHeight(_ROWS_HEIGHT)
        self.found.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grid(2))
        layout.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._bar, self.outcome, self.found):
            layout.addWidget(part)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, as the eye meets them."""
        return [self.start_button, *self._bar.findChildren(QPushButton), self.found]

    def allow(self, *, allowed: bool) -> None:
        """Whether it can be tried as it is set up."""
        self.start_button.setEnabled(allowed and self._session.state is not None)

    def start(self) -> None:
        """Run it on the open article."""
        state = self._session.state
        if state is None or self._errand.is_running:
            return
        self.found.hide()
        self.outcome.setText(tr("It is asked; nothing of this is stored."))
        article = state.article_without_metadata
        self._errand.start(
            try_out,
            self._entry(),
            article,
            finished=self._show,
            failed=self._failed,
            cancelled=lambda: self.outcome.setText(tr("Cancelled.")),
        )
        self._bar.watch(self._errand, tr("Trying"))

    def _show(self, tried: Suggested) -> None:
        self._bar.hide()
        schema = self._session.project.schema
        found = fit_to_schema(tried.suggestions, schema).in_reading_order
        lines = [say(problem.message) for problem in tried.problems]
        if found:
            lines.append(
                tr(
                    "It would suggest {count} tags. Nothing was stored.",
                    one="It would suggest one tag. Nothing was stored.",
                    count=len(found),
                )
            )
        elif not lines:
            lines.append(tr("It suggests nothing on this article."))
        self.outcome.setText("\n".join(lines))
        fill_table(self.found, [(one.text, label_name(schema, one), percent(one.score)) for one in found])
        self.found.setVisible(bool(found))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, TawsimError):
            self.outcome.setText(say(error.message))
        else:
            self._session.report(error)
            self.outcome.setText(tr("It could not be tried: its process ended."))
