"""The tags that a search asks about, read in bulk and in few columns: a search sees ten thousands of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, and_, false, literal, or_, select

from model.annotation import Identity
from model.decision import Decision, Scope, Verdict
from model.schema.changes.over_time import AS_EVER, LabelsNow
from model.schema.changes.parts import Part
from model.search.query import USUAL, FoundTag, Standing, TagPart
from model.text.folding import fold
from storage.records.annotations import attributes_from
from storage.search.holding import holds
from storage.tables.annotations import ArgumentRow, EventRow, MentionRow
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of
from storage.tables.suggestions import DecisionRow, SuggestionRow
from storage.tables.types import ExactText

_ARTICLES = table_of(ArticleRow)
_MENTIONS, _EVENTS, _ARGUMENTS = table_of(MentionRow), table_of(EventRow), table_of(ArgumentRow)
_SUGGESTIONS, _DECISIONS = table_of(SuggestionRow), table_of(DecisionRow)
_EVENT = "event"
_DECIDED = {Verdict.REJECT.value: Standing.REJECTED, Verdict.SKIP.value: Standing.SKIPPED}


@dataclass(frozen=True, slots=True)
class Known:
    """What a search knows beyond its articles: identities by id, rejections that reach beyond their place, and what
    labels under which suggestions are stored are called now."""

    identities: dict[str, Identity] = field(default_factory=dict)
    rejections: Sequence[Decision] = ()
    now: Mapping[Part, LabelsNow] = field(default_factory=lambda: AS_EVER)

    def ever(self, labels: frozenset[str]) -> frozenset[str]:
        """Every name under which suggestions with these labels may be stored."""
        return self.now[Part.MENTION].ever(labels) | self.now[Part.EVENT].ever(labels)


def tags_of(
    connection: Connection,
    article_ids: Sequence[str],
    parts: Sequence[TagPart],
    known: Known,
    *,
    holding: Sequence[str] = (),
) -> dict[str, list[FoundTag]]:
    """The tags of a portion of articles that the parts may ask for, by article; with ``holding``, only those whose text
    holds one of these."""
    found: dict[str, list[FoundTag]] = defaultdict(list)
    if not parts:
        return found
    standings = frozenset[Standing]().union(*(part.standings or USUAL for part in parts))
    with_roles = any(part.role is not None for part in parts)
    asked = _Asked(article_ids, parts, known, holding, with_roles)
    confirmed = _confirmed(connection, asked)
    for article_id, tag in confirmed:
        found[article_id].append(tag)
    if standings != {Standing.CONFIRMED}:
        taken = {(article_id, tag.event, tag.label, tag.start, tag.end) for article_id, tag in confirmed}
        for article_id, tag in _suggested(connection, asked):
            if (article_id, tag.event, tag.label, tag.start, tag.end) not in taken:
                found[article_id].append(tag)
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked about the tags of a portion."""

    article_ids: Sequence[str]
    parts: Sequence[TagPart]
    known: Known
    holding: Sequence[str]
    with_roles: bool

    def among(self, table: FromClause, parts: Sequence[TagPart]) -> ColumnElement[bool]:
        """The condition on a table of tags."""
        of_articles = table.c.article_id.in_(self.article_ids) & _labelled(table, parts, self.known)
        if not self.holding:
            return of_articles
        return of_articles & or_(*(holds(table.c.text, literal(piece, ExactText())) for piece in self.holding))


def _confirmed(connection: Connection, asked: _Asked) -> list[tuple[str, FoundTag]]:
    roles = _roles(connection, asked.article_ids) if asked.with_roles else {}
    found = []
    for table, event in ((_MENTIONS, False), (_EVENTS, True)):
        wanted = [part for part in asked.parts if part.event in (None, event)]
        if not wanted:
            continue
        columns = (table.c.article_id, table.c.id, table.c.label, table.c.start, table.c.end, table.c.text)
        own = () if event else (table.c.identity_id,)
        query = select(*columns, table.c.attributes, *own).where(asked.among(table, wanted))
        for row in connection.execute(query):
            identity = None if event else asked.known.identities.get(row.identity_id)
            found.append((row.article_id, _confirmed_tag(row, identity, roles, event=event)))
    return found


def _confirmed_tag(
    row: Row[Any], identity: Identity | None, roles: dict[tuple[str, str], set[str]], *, event: bool
) -> FoundTag:
    return FoundTag(
        row.id,
        event,
        row.label,
        row.start,
        row.end,
        row.text,
        Standing.CONFIRMED,
        attributes_from(row.attributes),
        "" if identity is None else fold(f"{identity.key}\n{identity.name}"),
        frozenset(roles.get((row.article_id, row.id), ())),
    )


def _roles(connection: Connection, article_ids: Sequence[str]) -> dict[tuple[str, str], set[str]]:
    """The roles that each mention fills and each event has."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    query = select(_ARGUMENTS).where(_ARGUMENTS.c.article_id.in_(article_ids))
    for row in connection.execute(query):
        found[row.article_id, row.mention_id].add(row.role)
        found[row.article_id, row.event_id].add(row.role)
    return found


def _suggested(connection: Connection, asked: _Asked) -> Iterable[tuple[str, FoundTag]]:
    refused = _Refused(asked.known.rejections)
    roles = _suggested_roles(connection, asked.article_ids) if asked.with_roles else {}
    columns = [_SUGGESTIONS.c[name] for name in ("article_id", "id", "kind", "label", "start", "end", "text")]
    more = [_SUGGESTIONS.c[name] for name in ("suggester", "attributes", "identity_key")]
    decided = and_(
        _DECISIONS.c.article_id == _SUGGESTIONS.c.article_id, _DECISIONS.c.suggestion_id == _SUGGESTIONS.c.id
    )
    query = (
        select(*columns, *more, _DECISIONS.c.verdict)
        .select_from(_SUGGESTIONS.outerjoin(_DECISIONS, decided))
        .where(asked.among(_SUGGESTIONS, asked.parts))
    )
    for row in connection.execute(query):
        if row.verdict in (Verdict.ACCEPT.value, Verdict.CORRECT.value):
            continue
        label = asked.known.now[Part(row.kind)].now(row.label)
        if label is None:
            continue
        tag = FoundTag(
            row.id,
            row.kind == _EVENT,
            label,
            row.start,
            row.end,
            row.text,
            _DECIDED.get(row.verdict, Standing.OPEN),
            attributes_from(row.attributes),
            fold(row.identity_key or ""),
            frozenset(roles.get((row.article_id, row.id), ())),
            row.suggester,
        )
        is_refused = tag.standing is Standing.OPEN and refused.speaks_against(row.article_id, tag)
        yield row.article_id, replace(tag, standing=Standing.REJECTED) if is_refused else tag


def _suggested_roles(connection: Connection, article_ids: Sequence[str]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    query = select(_SUGGESTIONS.c.article_id, _SUGGESTIONS.c.id, _SUGGESTIONS.c.arguments)
    with_arguments = _SUGGESTIONS.c.arguments.is_not(None)
    for row in connection.execute(query.where(_SUGGESTIONS.c.article_id.in_(article_ids), with_arguments)):
        for role, mention_id, *_ in row.arguments:
            found[row.article_id, mention_id].add(role)
            found[row.article_id, row.id].add(role)
    return found


class _Refused:
    """Rejections that speak against like suggestions elsewhere; see ``model.questions``."""

    def __init__(self, rejections: Sequence[Decision]) -> None:
        self._anywhere = {(d.folded, d.label, d.suggester) for d in rejections if d.scope is Scope.EVERYWHERE}
        self._in_article = {(d.article_id, d.folded, d.label, d.suggester) for d in rejections}

    def speaks_against(self, article_id: str, tag: FoundTag) -> bool:
        if not self._in_article:
            return False
        key = (fold(tag.text), tag.label, tag.suggester)
        return key in self._anywhere or (article_id, *key) in self._in_article


def _labelled(table: FromClause, parts: Sequence[TagPart], known: Known) -> ColumnElement[bool]:
    """The condition that a tag has one of the labels asked for; none where some part asks for any."""
    labels = frozenset[str]().union(*(part.labels for part in parts))
    if any(not part.labels for part in parts):
        return table.c.label.is_not(None)
    return table.c.label.in_(sorted(known.ever(labels) if table is _SUGGESTIONS else labels))


def articles_with(part: TagPart, known: Known) -> ColumnElement[bool]:
    """The condition on ``articles.id`` that an article may hold a tag that a part asks for."""
    standings = part.standings or USUAL
    conditions: list[ColumnElement[bool]] = [false()]
    article_id = _ARTICLES.c.id
    if Standing.CONFIRMED in standings:
        for table, event in ((_MENTIONS, False), (_EVENTS, True)):
            if part.event in (None, event):
                conditions.append(article_id.in_(select(table.c.article_id).where(_labelled(table, [part], known))))
    if standings != {Standing.CONFIRMED}:
        conditions.append(
            article_id.in_(select(_SUGGESTIONS.c.article_id).where(_labelled(_SUGGESTIONS, [part], known)))
        )
    return or_(*conditions)
