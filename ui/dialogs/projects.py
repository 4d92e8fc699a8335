"""What concerns whole projects: another one, import, pasting, export, the tour."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from model.messages import Message
from model.schema.loader import load_shipped, shipped_schemas
from model.schema.schema import Schema
from storage import Project
from ui.dialogs.paste import PasteDialog
from ui.dialogs.tour import Step, Tour
from ui.language import named, tr
from ui.window.main_window import MainWindow

SUFFIX = ".tawsim"
OpenProject = Callable[[Callable[[], Project]], None]
"""Opens what the callable makes, or says why it could not be made."""


class ProjectDialogs:
    """Opens the dialogs over one window."""

    def __init__(self, window: MainWindow, open_project: OpenProject) -> None:
        self._window = window
        self._open_project = open_project
        self._open: dict[str, Callable[[], None]] = {
            "import": self.import_pages,
            "paste_article": self.paste,
            "export": self.export,
            "new_project": self.new_project,
            "open_project": self.other_project,
            "tour": self.tour,
        }

    def open(self, name: str) -> None:
        """Open the dialog of an action."""
        self._open[name]()

    def import_pages(self, paths: tuple[Path, ...] = ()) -> None:
        """Import pages, those at ``paths`` or ones to be chosen."""
        # the readers and writers are loaded when they are wanted, so that the window opens without them
        from ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self._window.session, paths, self._window)
        dialog.exec()
        result = dialog.result_of_import
        dialog.deleteLater()
        if result is not None:
            self._take_articles(tuple(result.article_ids))

    def paste(self) -> None:
        """Add an article that is pasted or typed."""
        dialog = PasteDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._add_article(dialog.text, dialog.title, dialog.published, dialog.outlet)
        dialog.deleteLater()

    def _add_article(self, text: str, title: str, published: date | None, outlet: str) -> None:
        session = self._window.session

        def work() -> tuple[str, bool]:
            from storage.importing import article_of_text

            article = article_of_text(text, title=title, published=published, outlet=outlet)
            known = session.project.find_by_digest(article.sha256)
            if known:
                return known[0], True
            session.project.add_articles([article])
            return article.id, False

        def done(added: tuple[str, bool]) -> None:
            article_id, was_known = added
            if was_known:
                session.told.emit(Message("This article is here already."))
                self._window.open_article(article_id)
            else:
                self._take_articles((article_id,))

        session.worker.submit(work, done, session.report)

    def export(self) -> None:
        """Export the annotations."""
        from ui.dialogs.exporting import ExportDialog

        dialog = ExportDialog(self._window.session, self._window)
        dialog.exec()
        dialog.deleteLater()

    def new_project(self) -> None:
        """Make a project in a file of its own, with one of the shipped schemas."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("New project"), f"tawsim{SUFFIX}", f"*{SUFFIX}")
        if not chosen:
            return
        schema = self._choose_schema()
        if schema is None:
            return
        place = Path(chosen).with_suffix(SUFFIX)
        self._open_project(partial(Project.create, place, schema, name=place.stem))

    def other_project(self) -> None:
        """Open another project file."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open a project"), "", f"*{SUFFIX}")
        if chosen:
            self._open_project(partial(Project.open, chosen))

    def tour(self) -> None:
        """Show the five steps."""
        window = self._window
        steps = (
            Step(
                Message("Welcome to Tawsim"),
                Message(
                    "The article stands in the middle. Dashed frames are suggestions; the one with the ring is the "
                    "question: is this tag right?"
                ),
                window.pane,
            ),
            Step(
                Message("One key, one answer"),
                Message("Space accepts, X rejects, a digit gives another type. J and K go to the next and the former."),
                window.status,
            ),
            Step(
                Message("Your own tags"),
                Message(
                    "Select text with the mouse or with Shift and the arrows, then press a digit, or T for a name."
                ),
                window.pane,
            ),
            Step(
                Message("Why, and what exactly"),
                Message("Here stand the reason of each suggestion and everything about the current tag."),
                window.rail,
            ),
            Step(
                Message("Nothing is lost"),
                Message(
                    "Every step is saved at once and can be undone with Z, tomorrow too. Enter finishes an article "
                    "and opens the next. F1 lists all keys."
                ),
                window.queue,
            ),
        )
        Tour(steps, self._tour_ended, window)

    def _tour_ended(self) -> None:
        self._window.settings.change(tour_done=True)
        self._window.pane.view.setFocus()

    def _take_articles(self, article_ids: tuple[str, ...]) -> None:
        window = self._window
        window.refresh_project()
        if article_ids:
            window.say(Message("{count} articles imported", one="One article imported", count=len(article_ids)))
            window.open_article(article_ids[0])
            window.suggesting.look()

    def _choose_schema(self) -> Schema | None:
        schemas = {named(schema.names): schema for schema in map(load_shipped, shipped_schemas())}
        names = sorted(schemas, key=lambda name: schemas[name].name != "news")
        chosen, taken = QInputDialog.getItem(self._window, tr("New project"), tr("Schema"), names, 0, editable=False)
        return schemas[chosen] if taken else None
