"""The pictures of the documentation: the real window on the sample project, worked in with real keys."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QTableWidget, QWidget

from model.search.equals import Template
from model.seeds import seeds_folder
from model.suggestion import SuggestedEvent
from storage.sample import PAGES, create_sample
from ui.application import Desk
from ui.dialogs.importing import ImportDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.same_everywhere import SameEverywhereDialog
from ui.dialogs.suggesters import SuggestersDialog
from ui.dialogs.why import WhyDialog
from ui.documents.visitor import Visitor
from ui.session.state import Item
from ui.settings import SettingsStore
from ui.theme.palette import Scheme

WIDTH, HEIGHT = 1280, 800
_ANSWERS = (*("accept",) * 9, "reject", *("accept",) * 6)
_LEAST_ARGUMENTS = 3
_QUERY = "رئيس before:4 @PERS"
_TEMPLATE = Template("العراق", "GPE", event=False)

D = TypeVar("D", bound=QDialog)
Take = Callable[[str, QWidget], None]
"""Takes a picture of a widget under a name."""


def write_screenshots(folder: Path) -> list[Path]:
    """Take all pictures into a folder and return their files. Needs no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["tawsim"])
    assert isinstance(application, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []

    def take(name: str, widget: QWidget) -> None:
        path = folder / f"{name}.png"
        widget.grab().save(str(path))
        written.append(path)

    with tempfile.TemporaryDirectory() as place:
        project = Path(place) / "sample.tawsim"
        create_sample(project).close()
        with _window(application, project, "ar", Scheme.LIGHT) as visitor:
            _take_work(visitor, take)
            _take_search(visitor, take)
            _take_dialogs(visitor, take, _pages_to_import(Path(place)))
        with _window(application, project, "ar", Scheme.DARK) as visitor:
            take("arabic-dark", visitor.window)
        with _window(application, project, "en", Scheme.LIGHT) as visitor:
            take("english-light", visitor.window)
    return written


@contextmanager
def _window(application: QApplication, project: Path, language: str, scheme: Scheme) -> Iterator[Visitor]:
    """The window on a project, once its suggestions are there."""
    settings = SettingsStore(project.with_name(f"{language}-{scheme.value}.json"))
    settings.change(tour_done=True, annotator="noor", language=language, scheme=scheme.value)
    desk = Desk(application, settings)
    assert desk.start(str(project))
    assert desk.window is not None
    window = desk.window
    window.resize(WIDTH, HEIGHT)
    visitor = Visitor(window)
    rows = window.queue.model
    visitor.wait(lambda: window.session.state is not None and window.suggesting.is_idle)
    visitor.wait(lambda: all(rows.row(at).open_suggestions for at in range(rows.rowCount())))
    visitor.settle()
    try:
        yield visitor
    finally:
        window.close()
        desk.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _take_work(visitor: Visitor, take: Take) -> None:
    """Some questions answered, then an event with its roles."""
    for action in _ANSWERS:
        visitor.do(action)
    rows, state = visitor.window.queue.model, visitor.state
    current = rows.row_of(state.article.id)
    visitor.wait(lambda: current is not None and rows.row(current).decided == len(state.sheet.decisions))
    take("arabic-light", visitor.window)
    for _ in range(len(visitor.state.items)):
        if _is_worth_seeing(visitor.state.item):
            break
        visitor.do("next_question")
    visitor.window.rail.show_inspector()
    visitor.settle()
    take("event", visitor.window)


def _take_search(visitor: Visitor, take: Take) -> None:
    """Tags before a word in all articles, then the places equal to a tag's."""
    window, panel = visitor.window, visitor.window.concordance
    visitor.do("concordance")
    panel.query.setEditText(_QUERY)
    panel.search()
    visitor.wait(lambda: not panel.runner.is_running)
    for at in (1, 2):
        panel.rows.toggle(at)
    visitor.settle()
    window.toast.hide()
    take("concordance", window)
    panel.leave()
    article_id = visitor.state.article.id
    with _shown(SameEverywhereDialog(window.session, _TEMPLATE, article_id, window.colours, window)) as same:
        visitor.wait(lambda: not same.runner.is_running)
        visitor.settle()
        take("same-everywhere", same)


def _is_worth_seeing(item: Item | None) -> bool:
    return isinstance(item, SuggestedEvent) and len(item.arguments) >= _LEAST_ARGUMENTS


def _take_dialogs(visitor: Visitor, take: Take, pages: Path) -> None:
    window = visitor.window
    with _shown(ImportDialog(window.session, (pages,), window)) as importing:
        table = importing.findChildren(QTableWidget)[0]
        visitor.wait(lambda: table.rowCount() > 0)
        take("import", importing)
    with _shown(KeysDialog(window.bindings, window.session.project.schema, lambda: None, window)) as keys:
        take("keys", keys)
    why = WhyDialog(window.session, window.suggesting, window.open_article, visitor.state, window)
    with _shown(why):
        visitor.wait(why.features.isVisible)
        QApplication.processEvents()
        take("why", why)
    suggesters = SuggestersDialog(window.session, window.suggesting, window.make_executor, window.act, window)
    with _shown(suggesters):
        visitor.wait(lambda: suggesters.list.count() > 0)
        suggesters.add_kind("chat")
        QApplication.processEvents()
        take("suggesters", suggesters)


@contextmanager
def _shown(dialog: D) -> Iterator[D]:
    dialog.show()
    QApplication.processEvents()
    try:
        yield dialog
    finally:
        dialog.done(0)
        dialog.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _pages_to_import(place: Path) -> Path:
    """A folder as people have them: new pages, one that the sample has, a table, and a file that is broken."""
    folder, corpus = place / "pages", seeds_folder() / "corpus" / "articles"
    folder.mkdir()
    known = corpus / f"{PAGES[0]}.txt"
    new = [path for path in sorted(corpus.glob("*.txt")) if path.stem not in PAGES][:5]
    for path in (known, *new):
        shutil.copyfile(path, folder / path.name)
    rows = "النص,العنوان,التاريخ\n«وصلت الباخرة إلى ميناء أم قصر صباح الأحد.»,وصول باخرة,2024-03-10\n"
    (folder / "table.csv").write_text(rows, encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04")
    return folder
