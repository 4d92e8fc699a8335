"""Counts and a search key kept with each article, so that the queue of a big project is filtered at once."""

import sqlalchemy as sa
from alembic import op

from model.text.folding import fold
from storage.tables.types import ExactText

revision = "0002"
down_revision = "0001"

_COUNTS = ("words", "mentions", "events", "open_suggestions", "decided")
_AT_ONCE = 500
_KEY_LENGTH = 300

_ARTICLES = sa.table(
    "articles",
    sa.column("id", sa.String),
    *(sa.column(name, ExactText) for name in ("title", "name", "outlet", "search_key")),
    *(sa.column(name, sa.Integer) for name in _COUNTS),
)
_TEXTS = sa.table("article_texts", sa.column("article_id", sa.String), sa.column("text", ExactText))


def upgrade() -> None:
    op.add_column("articles", sa.Column("search_key", sa.Text, nullable=False, server_default=""))
    for name in _COUNTS:
        op.add_column("articles", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_articles_open_suggestions_number", "articles", ["open_suggestions", "number"])
    op.create_index("ix_articles_search_key_number", "articles", ["search_key", "number"])
    _fill_from_text()
    _count_rows()


def downgrade() -> None:
    op.drop_index("ix_articles_search_key_number", table_name="articles")
    op.drop_index("ix_articles_open_suggestions_number", table_name="articles")
    for name in ("search_key", *_COUNTS):
        op.drop_column("articles", name)


def _fill_from_text() -> None:
    connection = op.get_bind()
    ids = connection.execute(sa.select(_ARTICLES.c.id)).scalars().all()
    found = sa.select(_ARTICLES, _TEXTS.c.text).join(_TEXTS, _TEXTS.c.article_id == _ARTICLES.c.id)
    statement = sa.update(_ARTICLES).where(_ARTICLES.c.id == sa.bindparam("of_article"))
    for start in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(found.where(_ARTICLES.c.id.in_(ids[start : start + _AT_ONCE])))
        filled = [
            {
                "of_article": row.id,
                "search_key": "\n".join(fold(part)[:_KEY_LENGTH] for part in (row.title, row.name, row.outlet)),
                "words": len(row.text.split()),
            }
            for row in rows
        ]
        connection.execute(statement, filled)


def _count_rows() -> None:
    for column, table in (("mentions", "mentions"), ("events", "events"), ("decided", "decisions")):
        op.execute(
            f"UPDATE articles SET {column} = (SELECT count(*) FROM {table} WHERE {table}.article_id = articles.id)"
        )
    op.execute(
        "UPDATE articles SET open_suggestions = (SELECT count(*) FROM suggestions s WHERE s.article_id = articles.id "
        "AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.article_id = s.article_id AND d.suggestion_id = s.id))"
    )
