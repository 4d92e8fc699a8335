"""What was learned from the annotators' work, which suggesters ran alone, and how sure suggested identities are."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "learned_models",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("trained_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lessons", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_learned_models"),
        sa.UniqueConstraint("version", name="uq_learned_models_version"),
    )
    op.create_table(
        "suggester_runs",
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("suggester", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "suggester", name="pk_suggester_runs"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_suggester_runs_article_id_articles"),
        sqlite_with_rowid=False,
    )
    op.add_column("suggestions", sa.Column("identity_score", sa.Float, nullable=True))


def downgrade() -> None:
    op.drop_column("suggestions", "identity_score")
    op.drop_table("suggester_runs")
    op.drop_table("learned_models")
