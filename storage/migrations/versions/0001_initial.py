"""The first format: articles, annotations, suggestions, decisions, operations."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_IDENTIFIED = sa.text("identity_id IS NOT NULL")
_REMEMBERED = sa.text("verdict = 'reject' AND scope != 'here'")


def upgrade() -> None:
    _create_project()
    _create_articles()
    _create_annotations()
    _create_suggestions()
    _create_operations()


def downgrade() -> None:
    for table in (
        *("operation_changes", "operations", "decisions", "suggestion_fragments", "suggestions", "suggestion_runs"),
        *("arguments", "event_fragments", "mention_fragments", "events", "mentions", "identities"),
        *("zones", "article_sources", "article_texts", "articles", "settings", "schemas", "meta"),
    ):
        op.drop_table(table)


def _create_project() -> None:
    _create(
        "meta",
        _number("id", key=True),
        _text("name"),
        _number("revision"),
        _moment("created_at"),
        _text("created_with"),
    )
    _create(
        "schemas",
        _number("number", key=True),
        *(_text("name"), _text("version"), _json("content", nullable=False), _moment("added_at")),
    )
    _create("settings", _text("key", key=True), _json("value"))


def _create_articles() -> None:
    _create(
        "articles",
        *(_number("number", key=True), _id("id"), sa.Column("sha256", sa.String(64), nullable=False)),
        *(_text("title"), _text("name"), _text("outlet"), _text("url")),
        sa.Column("published", sa.Date, nullable=True),
        *(_text("language"), _text("encoding"), _moment("imported_at", nullable=True), _id("state")),
        *(_text("copy_group", nullable=True), _json("further")),
        sa.UniqueConstraint("id", name="uq_articles_id"),
    )
    for column in ("sha256", "outlet", "published"):
        op.create_index(f"ix_articles_{column}", "articles", [column])
    op.create_index("ix_articles_state_number", "articles", ["state", "number"])
    _create("article_texts", _id("article_id", key=True), _text("text"), _of_article("article_texts"))
    _create(
        "article_sources",
        _id("article_id", key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        _of_article("article_sources"),
    )
    _create(
        "zones",
        *(_id("article_id", key=True), _number("start", key=True), _number("end")),
        *(_text("zone"), _text("annotator", nullable=True), _of_article("zones")),
        sqlite_with_rowid=False,
    )


def _create_annotations() -> None:
    _create(
        "identities",
        *(_id("id", key=True), _text("key"), _text("label"), _text("name"), _text("note")),
        sa.UniqueConstraint("key", name="uq_identities_key"),
    )
    _create(
        "mentions",
        *_annotation_columns(),
        *(_text("value", nullable=True), _text("modifier", nullable=True), _id("identity_id", nullable=True)),
        _of_article("mentions"),
        _reference("mentions", ["identity_id"], "identities", ["id"]),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_mentions_identity_id", "mentions", ["identity_id"], sqlite_where=_IDENTIFIED, postgresql_where=_IDENTIFIED
    )
    _create("events", *_annotation_columns(), _of_article("events"), sqlite_with_rowid=False)
    _create_fragments("mention_fragments", "mentions")
    _create_fragments("event_fragments", "events")
    _create(
        "arguments",
        *(_id("article_id", key=True), _id("event_id", key=True), _number("position", key=True)),
        *(_text("role"), _id("mention_id")),
        _reference("arguments", ["article_id", "event_id"], "events", ["article_id", "id"]),
        _reference("arguments", ["article_id", "mention_id"], "mentions", ["article_id", "id"]),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_arguments_article_id_mention_id", "arguments", ["article_id", "mention_id"])


def _annotation_columns() -> list[sa.Column[Any]]:
    return [
        *(_id("article_id", key=True), _id("id", key=True), _text("label")),
        *(_number("start"), _number("end"), _number("pieces"), _text("text")),
        *(_text("annotator"), _moment("at"), _number("duration_ms"), _id("suggestion_id", nullable=True)),
        *(_text("suggester", nullable=True), _text("suggester_version", nullable=True)),
        sa.Column("score", sa.Float, nullable=True),
        *(_json("attributes"), _text("note")),
    ]


def _create_suggestions() -> None:
    _create(
        "suggestion_runs",
        *(_id("article_id", key=True), _text("pipeline_version"), _json("zones"), _of_article("suggestion_runs")),
    )
    _create(
        "suggestions",
        *(_id("article_id", key=True), _id("id", key=True), _number("position"), _id("kind"), _text("label")),
        *(_number("start"), _number("end"), _number("pieces"), _text("text")),
        *(_text("suggester"), _text("suggester_version"), sa.Column("score", sa.Float, nullable=False)),
        *(_json("reason", nullable=False), _json("attributes"), _text("value", nullable=True)),
        *(_text("modifier", nullable=True), _text("identity_key", nullable=True), _json("arguments")),
        _of_article("suggestions"),
        sqlite_with_rowid=False,
    )
    _create_fragments("suggestion_fragments", "suggestions")
    _create(
        "decisions",
        *(_id("article_id", key=True), _id("id", key=True), _id("suggestion_id"), _id("verdict")),
        *(_text("annotator"), _moment("at"), _text("folded"), _text("label"), _text("suggester")),
        *(_number("duration_ms"), _id("scope"), _of_article("decisions")),
        sa.UniqueConstraint("article_id", "suggestion_id", name="uq_decisions_article_id_suggestion_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_decisions_remembered",
        "decisions",
        ["folded", "label", "suggester"],
        sqlite_where=_REMEMBERED,
        postgresql_where=_REMEMBERED,
    )


def _create_operations() -> None:
    _create(
        "operations",
        *(_number("sequence", key=True), _id("id"), _text("name"), _json("title", nullable=False)),
        *(_text("annotator"), _moment("at"), _number("duration_ms"), _number("parent", nullable=True)),
        *(_id("status"), _text("marked_by", nullable=True), _moment("marked_at", nullable=True)),
        sa.ForeignKeyConstraint(["parent"], ["operations.sequence"], name="fk_operations_parent_operations"),
        sa.UniqueConstraint("id", name="uq_operations_id"),
    )
    op.create_index("ix_operations_status_sequence", "operations", ["status", "sequence"])
    _create(
        "operation_changes",
        *(_number("sequence", key=True), _number("position", key=True), _id("article_id", nullable=True)),
        *(_id("kind"), _json("before"), _json("after"), _of_article("operation_changes")),
        sa.ForeignKeyConstraint(["sequence"], ["operations.sequence"], name="fk_operation_changes_sequence_operations"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_operation_changes_article_id_sequence", "operation_changes", ["article_id", "sequence"])


def _create_fragments(table: str, owners: str) -> None:
    _create(
        table,
        *(_id("article_id", key=True), _id("owner_id", key=True), _number("start", key=True), _number("end")),
        _reference(table, ["article_id", "owner_id"], owners, ["article_id", "id"]),
        sqlite_with_rowid=False,
    )


def _create(table: str, *parts: Any, **options: Any) -> None:
    keys = [part.name for part in parts if isinstance(part, sa.Column) and part.info.get("key")]
    op.create_table(table, *parts, sa.PrimaryKeyConstraint(*keys, name=f"pk_{table}"), **options)


def _text(name: str, *, nullable: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable, info={"key": key})


def _id(name: str, *, nullable: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(16), nullable=nullable, info={"key": key})


def _number(name: str, *, nullable: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=nullable, autoincrement=False, info={"key": key})


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _json(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON, nullable=nullable)


def _of_article(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=f"fk_{table}_article_id_articles")


def _reference(table: str, columns: list[str], other: str, keys: list[str]) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{'_'.join(columns)}_{other}"
    targets = [f"{other}.{key}" for key in keys]
    return sa.ForeignKeyConstraint(columns, targets, name=name, deferrable=True, initially="DEFERRED")
