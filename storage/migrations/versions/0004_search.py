"""An index of the articles' folded texts, so that words are found in a hundred thousand of them at once."""

import sqlalchemy as sa
from alembic import op

from storage.search.index import NAME, add_texts, create_index
from storage.tables.types import ExactText

revision = "0004"
down_revision = "0003"

_AT_ONCE = 500

_ARTICLES = sa.table("articles", sa.column("id", sa.String), sa.column("number", sa.Integer))
_TEXTS = sa.table("article_texts", sa.column("article_id", sa.String), sa.column("text", ExactText))


def upgrade() -> None:
    connection = op.get_bind()
    create_index(connection)
    numbers = connection.execute(sa.select(_ARTICLES.c.number).order_by(_ARTICLES.c.number)).scalars().all()
    found = sa.select(_ARTICLES.c.number, _TEXTS.c.text).join(_TEXTS, _TEXTS.c.article_id == _ARTICLES.c.id)
    for start in range(0, len(numbers), _AT_ONCE):
        rows = connection.execute(found.where(_ARTICLES.c.number.in_(numbers[start : start + _AT_ONCE])))
        add_texts(connection, ((row.number, row.text) for row in rows))


def downgrade() -> None:
    op.drop_table(NAME)
