"""The schema as a record: putting one in place adds a numbered one; those before it are kept."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from model.operation import CurrentSchema
from storage.counts import recount
from storage.records.keeper import Key, Rows
from storage.schemas import add_schema, current_schema, labels_not_offered
from storage.tables.base import table_of
from storage.tables.suggestions import SuggestionRow

_SUGGESTIONS = table_of(SuggestionRow)


class SchemaKeeper:
    """The project's one schema, which is replaced, never added or removed."""

    kind = CurrentSchema
    word = "schema"

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, CurrentSchema]:
        return dict.fromkeys(keys, CurrentSchema(current_schema(connection)))

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[CurrentSchema]:
        return []

    def rows(self, records: Sequence[CurrentSchema]) -> Rows:
        """None: a schema is numbered when it is put in place."""
        return {}

    def insert(self, connection: Connection, records: Sequence[CurrentSchema]) -> None:
        for record in records:
            before = labels_not_offered(connection)
            add_schema(connection, record.schema, at=datetime.now(UTC))
            _count_again(connection, before, labels_not_offered(connection))

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        """Nothing to remove: ``insert`` puts the next one above it."""


def _count_again(
    connection: Connection, before: Mapping[str, frozenset[str]], after: Mapping[str, frozenset[str]]
) -> None:
    """Count the open suggestions of articles with labels that are asked now and were not, or the other way round."""
    articles: set[str] = set()
    for kind in before.keys() | after.keys():
        differing = before.get(kind, frozenset()) ^ after.get(kind, frozenset())
        has_it = (_SUGGESTIONS.c.kind == kind) & _SUGGESTIONS.c.label.in_(sorted(differing))
        if differing:
            articles.update(connection.execute(select(_SUGGESTIONS.c.article_id).where(has_it).distinct()).scalars())
    recount(connection, sorted(articles))
