"""Where the eye is led: which item is current after a step."""

from model.operation import Operation
from ui.session.state import Item, WorkState, is_suggestion, neighbour

_MAKES_CURRENT = frozenset({"add_mention", "add_event"})
"""Operations whose result the annotator goes on with: another label, an identity, a role."""


def first_open(state: WorkState) -> str | None:
    """The first open suggestion."""
    return state.open[0].id if state.open else None


def next_current(before: WorkState, after: WorkState, operation: Operation, *, then_next: bool) -> str | None:
    """Where the eye is led: to the next question, else to what the operation made, else it stays."""
    if operation.name in _MAKES_CURRENT:
        return touched_item(after, operation)
    if then_next:
        following = neighbour(after.open, before.item, 1)
        return following.id if following is not None else touched_item(after, operation)
    if before.current is not None and is_shown(after, before.current):
        return before.current
    return touched_item(after, operation) or _following(after, before.item)


def _following(state: WorkState, item: Item | None) -> str | None:
    following = neighbour(state.items, item, 1)
    return following.id if following is not None else None


def is_shown(state: WorkState, item_id: str) -> bool:
    """Whether an item is there to be seen: an annotation, or a suggestion that wants an answer."""
    item = state.find(item_id)
    return item is not None and (not is_suggestion(item) or item_id in state.open_ids)


def touched_item(state: WorkState | None, operation: Operation) -> str | None:
    """The first annotation that an operation left, or the suggestion that it opened again."""
    if state is None:
        return None
    for change in operation.changes:
        if change.after is not None and state.find(change.after.id) is not None:
            return change.after.id
    for change in operation.changes:
        suggestion = getattr(change.before, "suggestion_id", None)
        if change.after is None and suggestion is not None and is_shown(state, suggestion):
            return str(suggestion)
    return None
