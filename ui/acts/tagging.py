"""Tagging: labels, edges, modality, identities, roles, values, notes and zones of selected text and tags."""

from collections.abc import Callable
from enum import Enum, auto

from model.annotation import Annotation, Argument, Event, Identity, Mention
from model.operation import Operation
from model.operations import answers, edits, links
from model.operations.author import Author
from model.schema.schema import Schema
from model.text.edges import EdgeMove, moved
from model.text.span import Fragments, Span, covered_text, fragments_of
from ui.session.session import Session
from ui.session.state import Item, WorkState, annotation_of, current_suggestion, is_event, is_suggestion

OnAnnotation = Callable[[WorkState, Annotation, Author], Operation | None]


class LabelKind(Enum):
    """Whether a label is a mention's or an event's."""

    MENTION = auto()
    EVENT = auto()


class Tagging:
    """Makes and changes tags. ``selection`` gives the selected text; ``clear_selection`` drops it once it is tagged."""

    def __init__(
        self, session: Session, selection: Callable[[], Span | None], clear_selection: Callable[[], None]
    ) -> None:
        self._session = session
        self._selection = selection
        self._clear_selection = clear_selection

    @property
    def _schema(self) -> Schema:
        return self._session.project.schema

    def label_of_key(self, kind: LabelKind, digit: str) -> str | None:
        """The label that the schema gives to a digit."""
        labels = self._schema.offered_mentions if kind is LabelKind.MENTION else self._schema.offered_events
        return next((label.name for label in labels if label.key == digit), None)

    def kind_meant(self, kind: LabelKind) -> LabelKind:
        """Which labels a digit (mentions) or Shift and a digit (events) means: on a current event the other way round,
        so that plain digits give another type to whatever is current."""
        state = self._session.state
        item = state.item if state is not None and self._selection() is None else None
        if item is None or not is_event(item):
            return kind
        return LabelKind.MENTION if kind is LabelKind.EVENT else LabelKind.EVENT

    def label(self, kind: LabelKind, name: str) -> None:
        """Tag the selected text with a label, or give it to the current tag.

        A label of the other kind than the current tag's makes a second tag on the same text.
        """
        state, selection = self._session.state, self._selection()
        if state is None:
            return
        if selection is not None:
            self._clear_selection()
            self._add(kind, name, (selection,))
            return
        item = state.item
        if item is None:
            return
        if is_event(item) is not (kind is LabelKind.EVENT):
            self._add(kind, name, item.fragments)
        elif is_suggestion(item):
            self._session.act(lambda now, author: _relabelled_suggestion(now, author, name), then_next=True)
        else:
            self.on_annotation(lambda now, it, author: edits.relabel(now.sheet, it, name, author))

    def move_edge(self, move: EdgeMove) -> Span | None:
        """Move an edge of the current tag; returns the moved selection instead when text is selected."""
        state, selection = self._session.state, self._selection()
        if state is None:
            return None
        if selection is not None:
            return moved(state.article.text, selection, move)
        self._session.act(lambda now, author: _with_moved_edge(now, author, move))
        return None

    def cover_selection(self) -> None:
        """Let the current tag cover the selected text instead of what it covers."""
        selection = self._selection()
        if selection is not None:
            self._clear_selection()
            self._session.act(lambda now, author: _with_fragments(now, author, (selection,)))

    def next_modality(self) -> None:
        """Give the current event the next modality of the schema."""
        modality = next((a for a in self._schema.attributes if a.name == "modality"), None)
        if modality is None:
            return
        values = modality.values

        def turned(state: WorkState, annotation: Annotation, author: Author) -> Operation | None:
            if not isinstance(annotation, Event):
                return None
            at = values.index(annotation.modality) if annotation.modality in values else -1
            following = values[(at + 1) % len(values)]
            return edits.set_attribute(state.sheet, annotation, "modality", following, author)

        self.on_annotation(turned)

    def set_attribute(self, name: str, value: str) -> None:
        """Set an attribute of the current tag."""
        self.on_annotation(lambda state, it, author: edits.set_attribute(state.sheet, it, name, value, author))

    def set_value(self, value: str | None, modifier: str | None, item_id: str | None = None) -> None:
        """Set the normalised value of a mention, the current one where none is named."""

        def valued(state: WorkState, annotation: Annotation, author: Author) -> Operation | None:
            if not isinstance(annotation, Mention):
                return None
            return edits.set_value(state.sheet, annotation, value, modifier, author)

        self.on_annotation(valued, item_id)

    def set_note(self, note: str, item_id: str | None = None) -> None:
        """Write the note of a tag, the current one where none is named."""
        self.on_annotation(lambda state, it, author: edits.set_note(state.sheet, it, note, author), item_id)

    def link(self, identity: Identity | None) -> None:
        """Link the current mention to an identity; None unlinks it."""

        def linked(state: WorkState, annotation: Annotation, author: Author) -> Operation | None:
            if not isinstance(annotation, Mention):
                return None
            return links.link(state.sheet, (annotation,), identity, author)

        self.on_annotation(linked)

    def add_argument(self, event_id: str, role: str, mention_id: str) -> None:
        """Let a mention fill a role; suggestions among the two are accepted first."""
        self.ensure_annotation(event_id)
        self.ensure_annotation(mention_id)

        def added(state: WorkState, author: Author) -> Operation | None:
            event, mention = annotation_of(state, event_id), annotation_of(state, mention_id)
            if not isinstance(event, Event) or not isinstance(mention, Mention):
                return None
            return links.add_argument(state.sheet, event, role, mention, author)

        self._session.act(added)

    def remove_argument(self, argument: Argument) -> None:
        """Take a filler from the current event."""

        def removed(state: WorkState, annotation: Annotation, author: Author) -> Operation | None:
            if not isinstance(annotation, Event):
                return None
            return links.remove_argument(state.sheet, annotation, argument, author)

        self.on_annotation(removed)

    def set_zone(self, line: Span, zone: str) -> None:
        """Say what a line is."""
        self._session.act(lambda state, author: links.set_zone(state.sheet, line, zone, author))

    def on_annotation(self, act: OnAnnotation, item_id: str | None = None) -> None:
        """Do something to a tag, the current one where none is named; a suggestion is accepted first."""
        state = self._session.state
        wanted = item_id or (state.current if state is not None else None)
        if wanted is None:
            return
        self.ensure_annotation(wanted)

        def intent(now: WorkState, author: Author) -> Operation | None:
            annotation = annotation_of(now, wanted)
            return None if annotation is None else act(now, annotation, author)

        self._session.act(intent)

    def ensure_annotation(self, item_id: str) -> None:
        """Accept a suggestion that is still open."""

        def intent(state: WorkState, author: Author) -> Operation | None:
            item = next((one for one in state.open if one.id == item_id), None)
            return None if item is None else answers.accept(state.sheet, item, state.suggestions, author)

        self._session.act(intent)

    def _add(self, kind: LabelKind, name: str, fragments: Fragments) -> None:
        def intent(state: WorkState, author: Author) -> Operation | None:
            text = covered_text(state.article.text, fragments)
            if _stands_already(state, kind, name, fragments):
                return None
            add = edits.add_mention if kind is LabelKind.MENTION else edits.add_event
            return add(state.sheet, name, fragments, text, author)

        self._session.act(intent)


def _stands_already(state: WorkState, kind: LabelKind, name: str, fragments: Fragments) -> bool:
    standing = state.sheet.mentions if kind is LabelKind.MENTION else state.sheet.events
    return any(one.label == name and one.fragments == fragments for one in standing.values())


def _relabelled_suggestion(state: WorkState, author: Author, label: str) -> Operation | None:
    suggestion = current_suggestion(state)
    if suggestion is None:
        return None
    if suggestion.label == label:
        return answers.accept(state.sheet, suggestion, state.suggestions, author)
    return answers.correct(state.sheet, suggestion, state.suggestions, author, label=label)


def _with_moved_edge(state: WorkState, author: Author, move: EdgeMove) -> Operation | None:
    item = state.item
    if item is None:
        return None
    fragments = _moved_fragments(state.article.text, item, move)
    return None if fragments is None else _with_fragments(state, author, fragments)


def _with_fragments(state: WorkState, author: Author, fragments: Fragments) -> Operation | None:
    """The current item over other fragments: a correction of a suggestion, or an edit of an annotation."""
    item = state.item
    if item is None or item.fragments == fragments:
        return None
    text = covered_text(state.article.text, fragments)
    suggestion = current_suggestion(state)
    if suggestion is not None:
        return answers.correct(state.sheet, suggestion, state.suggestions, author, fragments=fragments, text=text)
    annotation = annotation_of(state, item.id)
    return None if annotation is None else edits.move_edges(state.sheet, annotation, fragments, text, author)


def _moved_fragments(text: str, item: Item, move: EdgeMove) -> Fragments | None:
    pieces = list(item.fragments)
    at = 0 if move.edge == "start" else -1
    piece = moved(text, pieces[at], move)
    if piece is None:
        return None
    pieces[at] = piece
    return fragments_of(pieces)
