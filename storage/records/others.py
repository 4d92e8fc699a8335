"""Identities, zones, decisions and the states of articles with their rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from model.annotation import Identity, Zone
from model.article import ArticleState
from model.decision import Decision, Scope, Verdict
from model.operation import ArticleMark
from model.text.span import Span
from storage.records.keeper import (
    Key,
    Row,
    Rows,
    chunks,
    delete_keys,
    has_keys,
    in_articles,
    insert_in_bulk,
    key_chunks,
)
from storage.tables.annotations import IdentityRow
from storage.tables.articles import ArticleRow, ZoneRow
from storage.tables.base import table_of
from storage.tables.suggestions import DecisionRow

_IDENTITIES, _ZONES = table_of(IdentityRow), table_of(ZoneRow)
_DECISIONS, _ARTICLES = table_of(DecisionRow), table_of(ArticleRow)


class IdentityKeeper:
    """Identities, which belong to no article."""

    kind = Identity
    word = "identity"

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, Identity]:
        found: dict[Key, Identity] = {}
        for part in chunks([identity_id for _, identity_id in keys]):
            rows = connection.execute(select(_IDENTITIES).where(_IDENTITIES.c.id.in_(part)))
            found.update((("", row.id), Identity(*row)) for row in rows)
        return found

    def all(self, connection: Connection) -> list[Identity]:
        """Every identity of the project, by key."""
        return [Identity(*row) for row in connection.execute(select(_IDENTITIES).order_by(_IDENTITIES.c.key))]

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[Identity]:
        return []

    def rows(self, records: Sequence[Identity]) -> Rows:
        return {_IDENTITIES.name: [(one.id, one.key, one.label, one.name, one.note) for one in records]}

    def insert(self, connection: Connection, records: Sequence[Identity]) -> None:
        insert_in_bulk(connection, self.rows(records))

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        gone = [{"gone": identity_id} for _, identity_id in keys]
        connection.execute(delete(_IDENTITIES).where(_IDENTITIES.c.id == bindparam("gone")), gone)


class ZoneKeeper:
    """Zones, whose ids are made of their article and start."""

    kind = Zone
    word = "zone"

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, Zone]:
        found: dict[Key, Zone] = {}
        for part in key_chunks(keys):
            starts = [_start(zone_id) for _, zone_id in part]
            condition = _ZONES.c.article_id.in_([article_id for article_id, _ in part]) & _ZONES.c.start.in_(starts)
            found.update(((zone.article_id, zone.id), zone) for zone in _zones(connection, condition))
        return found

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[Zone]:
        return sorted(_zones(connection, in_articles(_ZONES, article_ids)), key=lambda zone: zone.span)

    def rows(self, records: Sequence[Zone]) -> Rows:
        return {_ZONES.name: [(z.article_id, z.span.start, z.span.end, z.zone, z.annotator) for z in records]}

    def insert(self, connection: Connection, records: Sequence[Zone]) -> None:
        insert_in_bulk(connection, self.rows(records))

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        condition = (_ZONES.c.article_id == bindparam("of_article")) & (_ZONES.c.start == bindparam("of_start"))
        gone = [{"of_article": article_id, "of_start": _start(zone_id)} for article_id, zone_id in keys]
        connection.execute(delete(_ZONES).where(condition), gone)


def _start(zone_id: str) -> int:
    return int(zone_id.rpartition(":")[2])


def _zones(connection: Connection, condition: ColumnElement[bool]) -> Iterable[Zone]:
    for article_id, start, end, zone, annotator in connection.execute(select(_ZONES).where(condition)):
        yield Zone(article_id, Span(start, end), zone, annotator)


class DecisionKeeper:
    """Decisions."""

    kind = Decision
    word = "decision"

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, Decision]:
        found: dict[Key, Decision] = {}
        for part in key_chunks(keys):
            decisions = self.select(connection, has_keys(_DECISIONS, part))
            found.update(((decision.article_id, decision.id), decision) for decision in decisions)
        return found

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[Decision]:
        found = self.select(connection, in_articles(_DECISIONS, article_ids))
        return sorted(found, key=lambda decision: (decision.at, decision.id))

    def select(self, connection: Connection, condition: ColumnElement[bool]) -> Iterable[Decision]:
        """The decisions under a condition on the table of decisions."""
        for row in connection.execute(select(_DECISIONS).where(condition)):
            yield _decision(row)

    def rows(self, records: Sequence[Decision]) -> Rows:
        return {_DECISIONS.name: [_decision_values(decision) for decision in records]}

    def insert(self, connection: Connection, records: Sequence[Decision]) -> None:
        insert_in_bulk(connection, self.rows(records))

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        delete_keys(connection, _DECISIONS, keys)


def _decision_values(decision: Decision) -> Row:
    return (
        decision.article_id,
        decision.id,
        decision.suggestion_id,
        decision.verdict.value,
        decision.annotator,
        decision.at,
        decision.folded,
        decision.label,
        decision.suggester,
        decision.duration_ms,
        decision.scope.value,
    )


def _decision(row: Any) -> Decision:
    return Decision(
        id=row.id,
        article_id=row.article_id,
        suggestion_id=row.suggestion_id,
        verdict=Verdict(row.verdict),
        annotator=row.annotator,
        at=row.at,
        folded=row.folded,
        label=row.label,
        suggester=row.suggester,
        duration_ms=row.duration_ms,
        scope=Scope(row.scope),
    )


class MarkKeeper:
    """The states of articles: every article has one, so that it is replaced, never added or removed."""

    kind = ArticleMark
    word = "mark"

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, ArticleMark]:
        found: dict[Key, ArticleMark] = {}
        for part in chunks([article_id for article_id, _ in keys]):
            query = select(_ARTICLES.c.id, _ARTICLES.c.state).where(_ARTICLES.c.id.in_(part))
            for article_id, state in connection.execute(query):
                found[article_id, article_id] = ArticleMark(article_id, ArticleState(state))
        return found

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[ArticleMark]:
        return list(self.load(connection, [(article_id, article_id) for article_id in article_ids]).values())

    def rows(self, records: Sequence[ArticleMark]) -> Rows:
        """None: a mark is kept in the row of its article, which is there already."""
        return {}

    def insert(self, connection: Connection, records: Sequence[ArticleMark]) -> None:
        statement = update(_ARTICLES).where(_ARTICLES.c.id == bindparam("of_article")).values(state=bindparam("now"))
        connection.execute(statement, [{"of_article": mark.article_id, "now": mark.state.value} for mark in records])

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        """Nothing to remove: ``insert`` writes over the state."""
