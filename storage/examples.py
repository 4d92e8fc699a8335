"""Confirmed examples of a label, from the project's own articles, for its guidelines."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from model.schema.changes.parts import Part
from model.text.folding import fold
from model.text.span import Span
from storage.changes import texts_of
from storage.tables.annotations import EventRow, MentionRow
from storage.tables.base import table_of

_TABLES = {Part.MENTION: table_of(MentionRow), Part.EVENT: table_of(EventRow)}
_LOOKED_AT = 2000
"""Annotations of a label that are looked at: enough to know its usual texts, few enough to answer at once."""
_AROUND = 16
"""Code points of context at each side."""


@dataclass(frozen=True, slots=True)
class Example:
    """One text that has a label, how often among those looked at, and one place of it."""

    article_id: str
    record_id: str
    span: Span
    left: str
    text: str
    right: str
    count: int


def confirmed_examples(connection: Connection, part: Part, label: str, limit: int) -> tuple[Example, ...]:
    """The most frequent texts of a label, each with one place."""
    table = _TABLES[part]
    columns = (table.c.article_id, table.c.id, table.c.start, table.c.end, table.c.text)
    rows = connection.execute(select(*columns).where(table.c.label == label).limit(_LOOKED_AT)).all()
    counts = Counter(fold(row.text) for row in rows)
    first = {fold(row.text): row for row in reversed(rows)}
    chosen = [(first[folded], count) for folded, count in counts.most_common(limit)]
    texts = texts_of(connection, list({row.article_id for row, _ in chosen}))
    return tuple(_example(row, texts[row.article_id], count) for row, count in chosen)


def _example(row: Row[tuple[str, str, int, int, str]], text: str, count: int) -> Example:
    left, right = text[max(0, row.start - _AROUND) : row.start], text[row.end : row.end + _AROUND]
    within_line = left.rpartition("\n")[2], right.partition("\n")[0]
    span = Span(row.start, row.end)
    return Example(row.article_id, row.id, span, within_line[0], span.of(text), within_line[1], count)
