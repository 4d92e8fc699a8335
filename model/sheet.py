"""The sheet of an article: all that annotators have put on it, one immutable value; operations make the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from model.annotation import Event, Identity, Mention, Zone
from model.article import ArticleState
from model.decision import Decision
from model.operation import ArticleMark, Change, CurrentSchema, Operation, Record, article_of

T = TypeVar("T", bound=Record)


def _none() -> Mapping[str, T]:
    return MappingProxyType({})


class StaleChangeError(ValueError):
    """A change does not start from what the sheet holds."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The annotations, decisions, zones and state of one article, and the project's identities, each by id."""

    article_id: str
    state: ArticleState = ArticleState.NEW
    mentions: Mapping[str, Mention] = field(default_factory=_none)
    events: Mapping[str, Event] = field(default_factory=_none)
    zones: Mapping[str, Zone] = field(default_factory=_none)
    decisions: Mapping[str, Decision] = field(default_factory=_none)
    identities: Mapping[str, Identity] = field(default_factory=_none)

    def decision_on(self, suggestion_id: str) -> Decision | None:
        """The standing decision on a suggestion, if there is one."""
        return next((d for d in self.decisions.values() if d.suggestion_id == suggestion_id), None)


def apply(sheet: Sheet, operation: Operation) -> Sheet:
    """The sheet after an operation; its changes in other articles are passed over.

    Raises StaleChangeError when a change's before is not what the sheet holds.
    """
    for change in operation.changes:
        if article_of(change.record) in (None, sheet.article_id):
            sheet = _apply_change(sheet, change)
    return sheet


def _apply_change(sheet: Sheet, change: Change) -> Sheet:
    match change.record:
        case ArticleMark():
            return _mark(sheet, change)
        case Mention():
            return replace(sheet, mentions=_changed(sheet.mentions, change, Mention))
        case Event():
            return replace(sheet, events=_changed(sheet.events, change, Event))
        case Zone():
            return replace(sheet, zones=_changed(sheet.zones, change, Zone))
        case Decision():
            return replace(sheet, decisions=_changed(sheet.decisions, change, Decision))
        case Identity():
            return replace(sheet, identities=_changed(sheet.identities, change, Identity))
        case CurrentSchema():
            return sheet


def _mark(sheet: Sheet, change: Change) -> Sheet:
    if not isinstance(change.before, ArticleMark) or not isinstance(change.after, ArticleMark):
        raise StaleChangeError("an article's state can be changed, not added or removed")
    if change.before.state is not sheet.state:
        raise StaleChangeError(f"article is {sheet.state}, not {change.before.state}")
    return replace(sheet, state=change.after.state)


def _changed(records: Mapping[str, T], change: Change, kind: type[T]) -> Mapping[str, T]:
    if records.get(change.record.id) != change.before:
        raise StaleChangeError(f"{kind.__name__.lower()} {change.record.id} is not as it was")
    changed = dict(records)
    changed.pop(change.record.id, None)
    if isinstance(change.after, kind):
        changed[change.after.id] = change.after
    return MappingProxyType(changed)
