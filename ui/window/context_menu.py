"""The context menu of the article: for the mouse, what keys do to a tag and to selected text."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from model.annotation import Mention
from model.schema.schema import EventLabel, MentionLabel
from ui.acts.tagging import LabelKind
from ui.article.selecting import ContextRequest
from ui.keys.actions import ACTIONS
from ui.keys.names import SHORT_TITLES, chord_text
from ui.language import named, say, tr
from ui.session.state import Item, is_event, is_suggestion

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

_FOR_SUGGESTION = ("accept", "reject", "reject_in_article", "reject_everywhere", "skip", "why")
_FOR_ARTICLE = ("zone", "", "undo", "redo", "", "accept_all", "done", "reopen", "")
_FOR_LOOKS = (
    "boilerplate",
    "ghosts",
    "arcs",
    "guidelines",
    "",
    "larger",
    "smaller",
    "usual_size",
    "",
    "left_rail",
    "right_rail",
)


def open_context_menu(window: "MainWindow", request: ContextRequest) -> None:
    """Open the menu where it was asked for."""
    context_menu(window, request).popup(request.place)


def context_menu(window: "MainWindow", request: ContextRequest) -> QMenu:
    """The menu for a place of the article.

    Over selected text it tags that. Over a tag it makes this the current one and acts on it; the current tag stays
    current where several lie over each other.
    """
    menu = QMenu(window)
    menu.aboutToHide.connect(menu.deleteLater)
    selection, position = window.pane.view.selection, request.position
    if selection is not None and (position is None or selection.start <= position <= selection.end):
        _fill_for_selection(menu, window)
    else:
        item = _item_of(window, request.tag_ids)
        if item is not None:
            window.pane.view.clear_selection()
            window.session.go_to(item.id)
            _fill_for_item(menu, window, item)
    _add_acts(menu, window, _FOR_ARTICLE)
    _add_acts(menu.addMenu(tr("View")), window, _FOR_LOOKS)
    return menu


def _item_of(window: "MainWindow", tag_ids: tuple[str, ...]) -> Item | None:
    state = window.session.state
    if state is None:
        return None
    shown = [item for item in map(state.find, tag_ids) if item is not None and item in state.items]
    return next((item for item in shown if item.id == state.current), shown[0] if shown else None)


def _fill_for_selection(menu: QMenu, window: "MainWindow") -> None:
    schema = window.session.project.schema
    _add_labels(menu.addMenu(tr("Tag as")), window, LabelKind.MENTION, schema.offered_mentions)
    _add_labels(menu.addMenu(tr("Tag as an event")), window, LabelKind.EVENT, schema.offered_events)
    _add_acts(menu, window, ("type_label", "cover_selection"))
    selection = window.pane.view.selection
    if selection is not None:
        _add_copy(menu, selection.of(window.pane.view.text))
    menu.addSeparator()


def _fill_for_item(menu: QMenu, window: "MainWindow", item: Item) -> None:
    schema = window.session.project.schema
    if is_suggestion(item):
        _add_acts(menu, window, _FOR_SUGGESTION)
    else:
        _add(menu, tr("Delete the tag"), window, "reject")
        _add_acts(menu, window, ("why",))
    _add_acts(menu, window, ("same_everywhere",))
    menu.addSeparator()
    types = menu.addMenu(tr("Type"))
    if is_event(item):
        _add_labels(types, window, LabelKind.EVENT, schema.offered_events)
        _add_acts(menu, window, ("role", "modality"))
    else:
        _add_labels(types, window, LabelKind.MENTION, schema.offered_mentions)
        label = schema.mention_labels.get(item.label)
        _add_acts(menu, window, ("value",) if label is not None and label.valued else ("identity",))
        if isinstance(item, Mention) and item.identity_id is not None:
            menu.addAction(tr("No identity"), partial(window.tagging.link, None))
    _add_acts(menu, window, ("note",))
    _add_copy(menu, item.text)
    menu.addSeparator()


def _add_labels(
    menu: QMenu, window: "MainWindow", kind: LabelKind, labels: Iterable[MentionLabel | EventLabel]
) -> None:
    """A submenu of labels, those with keys first, each with its key."""
    held = "Shift+" if kind is LabelKind.EVENT else ""
    for label in sorted(labels, key=lambda one: (one.key is None, one.key or "")):
        text = f"{named(label.names)}\t{held}{label.key}" if label.key else named(label.names)
        menu.addAction(text, partial(window.tagging.label, kind, label.name))


def _add_acts(menu: QMenu, window: "MainWindow", names: Iterable[str]) -> None:
    for name in names:
        if name:
            _add(menu, say(SHORT_TITLES.get(name, ACTIONS[name].title)), window, name)
        else:
            menu.addSeparator()


def _add(menu: QMenu, title: str, window: "MainWindow", name: str) -> None:
    keys = window.bindings.keys_of(name)
    act: Callable[[], None] = partial(window.act, name)
    menu.addAction(f"{title}\t{chord_text(keys[0])}" if keys else title, act)


def _add_copy(menu: QMenu, text: str) -> None:
    menu.addAction(tr("Copy the text"), partial(QGuiApplication.clipboard().setText, text))
