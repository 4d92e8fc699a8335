"""What each action of the workbench does in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from model.article import ArticleState
from model.operation import Operation
from model.operations import answers
from model.operations.author import Author
from model.schema.changes.parts import Part
from model.text.edges import Edge, EdgeMove, Unit
from ui.acts.tagging import LabelKind
from ui.dialogs.accept_all import AcceptAllDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.learner import LearnerDialog
from ui.dialogs.rejections import RejectionsDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.same_everywhere import SameEverywhereDialog
from ui.dialogs.suggesters import SuggestersDialog
from ui.dialogs.why import WhyDialog
from ui.language import language
from ui.session.state import WorkState, is_event, is_mention
from ui.theme.spacing import LARGEST_TEXT_SIZE, SMALLEST_TEXT_SIZE, TEXT_SIZE

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

Handlers = dict[str, Callable[[], None]]

_ZOOM = 2


def handlers_of(window: "MainWindow") -> Handlers:
    """Handlers by the name of the action."""
    return {
        **window.answering.handlers(),
        **_moving(window),
        **_tagging(window),
        **_edges(window),
        **_view(window),
        **_projects(window),
    }


def _moving(window: "MainWindow") -> Handlers:
    session = window.session

    def along(step: int) -> None:
        """Left goes on in a right-to-left article, back in another."""
        state = session.state
        right_to_left = state is None or state.article.language == "ar"
        session.go(step if right_to_left else -step)

    def article(step: int) -> None:
        chosen = window.queue.neighbour(step)
        if chosen is not None:
            window.open_article(chosen)

    return {
        "next_question": lambda: session.go(1),
        "previous_question": lambda: session.go(-1),
        "forward": lambda: along(1),
        "backward": lambda: along(-1),
        "next_tag": lambda: session.go(1, among_all=True),
        "previous_tag": lambda: session.go(-1, among_all=True),
        "next_article": lambda: article(1),
        "previous_article": lambda: article(-1),
        "done": window.finish_article,
        "reopen": lambda: window.answering.mark(ArticleState.STARTED),
        "accept_all": lambda: _accept_all(window),
    }


def _tagging(window: "MainWindow") -> Handlers:
    tagging, choosers = window.tagging, window.choosers

    def label(kind: LabelKind, digit: str) -> Callable[[], None]:
        def tag() -> None:
            meant = tagging.kind_meant(kind)
            name = tagging.label_of_key(meant, digit)
            if name is not None:
                tagging.label(meant, name)

        return tag

    def edit_value() -> None:
        state = window.session.state
        if state is not None and state.item is not None and is_mention(state.item):
            window.rail.show_inspector()
            window.inspector.value.setFocus()
            window.inspector.value.selectAll()

    def edit_note() -> None:
        window.rail.show_inspector()
        window.inspector.note.setFocus()

    digits = "123456789"
    return {
        **{f"mention_{digit}": label(LabelKind.MENTION, digit) for digit in digits},
        **{f"event_{digit}": label(LabelKind.EVENT, digit) for digit in digits},
        "type_label": choosers.label,
        "identity": choosers.identity,
        "role": choosers.role,
        "zone": choosers.zone,
        "modality": tagging.next_modality,
        "cover_selection": tagging.cover_selection,
        "value": edit_value,
        "note": edit_note,
    }


def _edges(window: "MainWindow") -> Handlers:
    def move(edge: Edge, unit: Unit, step: int) -> Callable[[], None]:
        def go() -> None:
            selection = window.tagging.move_edge(EdgeMove(edge, unit, step))
            if selection is not None:
                window.pane.view.select(selection)

        return go

    suffixes = {Unit.LETTER: "", Unit.CLITIC: "_clitic", Unit.WORD: "_word"}
    steps = {"earlier": -1, "later": 1}
    return {
        f"{edge}_{direction}{suffix}": move(edge, unit, step)
        for edge in Edge
        for direction, step in steps.items()
        for unit, suffix in suffixes.items()
    }


def _view(window: "MainWindow") -> Handlers:
    pane, settings = window.pane, window.settings

    def zoom(size: int) -> None:
        wanted = min(max(size, SMALLEST_TEXT_SIZE), LARGEST_TEXT_SIZE)
        pane.view.set_text_size(wanted)
        settings.change(text_size=wanted)

    def switch_language() -> None:
        language.switch("en" if language.code == "ar" else "ar")
        settings.change(language=language.code)

    def leave() -> None:
        window.close()

    def list_keys() -> None:
        def changed() -> None:
            settings.change(keys=dict(window.bindings.changed))
            for part in (window.status, window.top, window.selection_bar, window.inspector):
                part.show_keys()

        _run(KeysDialog(window.bindings, window.session.project.schema, changed, window))

    return {
        "keys": list_keys,
        "rejections": lambda: _list_rejections(window),
        "learner": lambda: _show_learner(window),
        "suggesters": lambda: _set_up_suggesters(window),
        "guidelines": window.toggle_guidelines,
        "checks": lambda: _check(window),
        "schema": lambda: _edit_schema(window),
        "scores": lambda: _show_scores(window),
        "why": lambda: _explain(window),
        "same_everywhere": lambda: _same_everywhere(window),
        "take_learned": window.learning.take,
        "search": window.top.search.setFocus,
        "concordance": window.concordance.open,
        "left_rail": lambda: window.toggle_rail(window.rail),
        "right_rail": lambda: window.toggle_rail(window.queue),
        "ghosts": pane.toggle_ghosts,
        "boilerplate": pane.toggle_boilerplate,
        "arcs": pane.toggle_arcs,
        "larger": lambda: zoom(settings.current.text_size + _ZOOM),
        "smaller": lambda: zoom(settings.current.text_size - _ZOOM),
        "usual_size": lambda: zoom(TEXT_SIZE),
        "switch_language": switch_language,
        "retry_saving": window.session.retry,
        "quit": leave,
    }


_PROJECT_ACTIONS = ("import", "paste_article", "export", "new_project", "open_project", "tour", "switch_scheme")


def _projects(window: "MainWindow") -> Handlers:
    def wanted(name: str) -> Callable[[], None]:
        return lambda: window.project_wanted.emit(name)

    return {name: wanted(name) for name in _PROJECT_ACTIONS}


def _list_rejections(window: "MainWindow") -> None:
    _run(RejectionsDialog(window.session, window))


def _show_learner(window: "MainWindow") -> None:
    _run(LearnerDialog(window.session, window.learning, window))


def _set_up_suggesters(window: "MainWindow") -> None:
    _run(SuggestersDialog(window.session, window.suggesting, window.make_executor, window.act, window))


def _check(window: "MainWindow") -> None:
    from ui.dialogs.checks import ChecksDialog

    standing = window.findChild(ChecksDialog)
    if standing is not None:
        standing.raise_()
        standing.activateWindow()
        return
    dialog = ChecksDialog(window.session, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.spot_wanted.connect(window.show_spot)
    dialog.show()


def _edit_schema(window: "MainWindow") -> None:
    # loaded when it is wanted, so that the window opens without it
    from ui.schema.editor import SchemaEditor

    editor = SchemaEditor(window.session, window.colours, window)
    state = window.session.state
    if state is not None and state.item is not None:
        editor.look_at((Part.EVENT if is_event(state.item) else Part.MENTION, state.item.label))
    _run(editor)


def _show_scores(window: "MainWindow") -> None:
    _run(ReportDialog(window.session, window.make_executor, window))


def _explain(window: "MainWindow") -> None:
    state = window.session.state
    if state is not None and state.item is not None:
        _run(WhyDialog(window.session, window.suggesting, window.open_article, state, window))


def _same_everywhere(window: "MainWindow") -> None:
    state, template = window.session.state, window.everywhere.template()
    if state is not None and template is not None:
        _run(SameEverywhereDialog(window.session, template, state.article.id, window.colours, window))


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()


def _accept_all(window: "MainWindow") -> None:
    state = window.session.state
    if state is None or not state.open:
        return
    dialog = AcceptAllDialog(state.open, window.session.project.schema, window)
    accepted = dialog.exec() == AcceptAllDialog.DialogCode.Accepted
    chosen = dialog.chosen_ids
    dialog.deleteLater()
    if not accepted:
        return

    def intent(now: WorkState, author: Author) -> Operation | None:
        still_open = [suggestion for suggestion in now.open if suggestion.id in chosen]
        return answers.accept_all(now.sheet, still_open, now.suggestions, author) if still_open else None

    window.session.act(intent)
