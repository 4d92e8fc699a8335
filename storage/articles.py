"""Articles in and out of their tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Row, func, select

from model.article import Article, ArticleState, text_digest
from model.messages import Message
from model.text.folding import fold
from storage.errors import StoreError, unknown_article
from storage.records.keeper import batches, chunks, insert_rows
from storage.search import index
from storage.tables.articles import ArticleRow, ArticleSourceRow, ArticleTextRow
from storage.tables.base import table_of

_ARTICLES, _TEXTS, _SOURCES = table_of(ArticleRow), table_of(ArticleTextRow), table_of(ArticleSourceRow)
_AT_ONCE = 200
_KEY_LENGTH = 300


class DuplicateArticleError(StoreError):
    """An article with this id is in the project already."""


@dataclass(frozen=True, slots=True)
class AddedArticles:
    """What an import added. ``same_text``: of these, the ones whose text was there already, with the earlier ids."""

    ids: tuple[str, ...]
    same_text: Mapping[str, tuple[str, ...]]


def add_articles(connection: Connection, articles: Iterable[Article], sources: Mapping[str, bytes]) -> AddedArticles:
    """Store articles, and for those that have one, the bytes they were read from."""
    number: int = connection.execute(select(func.max(_ARTICLES.c.number))).scalar() or 0
    ids: list[str] = []
    same_text: dict[str, tuple[str, ...]] = {}
    for batch in batches(iter(articles), _AT_ONCE):
        _refuse_known(connection, batch)
        same_text.update(_with_same_text(connection, batch))
        insert_rows(connection, _ARTICLES, [_row(number + i, article) for i, article in enumerate(batch, start=1)])
        insert_rows(connection, _TEXTS, [{"article_id": article.id, "text": article.text} for article in batch])
        kept = [{"article_id": a.id, "content": sources[a.id]} for a in batch if a.id in sources]
        insert_rows(connection, _SOURCES, kept)
        index.add_texts(connection, ((number + i, article.text) for i, article in enumerate(batch, start=1)))
        number += len(batch)
        ids.extend(article.id for article in batch)
    return AddedArticles(tuple(ids), MappingProxyType(same_text))


def _refuse_known(connection: Connection, batch: Sequence[Article]) -> None:
    known = select(_ARTICLES.c.id).where(_ARTICLES.c.id.in_([article.id for article in batch])).limit(1)
    found = connection.execute(known).scalar()
    if found is not None:
        raise DuplicateArticleError(
            Message("The article {article} is in the project already. None of these was added.", article=found)
        )


def _with_same_text(connection: Connection, batch: Sequence[Article]) -> dict[str, tuple[str, ...]]:
    earlier = by_digest(connection, [article.sha256 for article in batch])
    return {article.id: tuple(earlier[article.sha256]) for article in batch if article.sha256 in earlier}


def by_digest(connection: Connection, digests: Sequence[str]) -> dict[str, list[str]]:
    """The ids of the articles with these digests, by digest."""
    found: dict[str, list[str]] = {}
    for part in chunks(digests):
        query = select(_ARTICLES.c.sha256, _ARTICLES.c.id).where(_ARTICLES.c.sha256.in_(part))
        for digest, article_id in connection.execute(query.order_by(_ARTICLES.c.number)):
            found.setdefault(digest, []).append(article_id)
    return found


def _row(number: int, article: Article) -> dict[str, Any]:
    if article.sha256 != text_digest(article.text):
        raise ValueError(f"the digest of article {article.id} is not that of its text")
    return {
        "number": number,
        "id": article.id,
        "sha256": article.sha256,
        "title": article.title,
        "name": article.name,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "encoding": article.encoding,
        "imported_at": article.imported_at,
        "state": article.state.value,
        "copy_group": article.copy_group,
        "further": dict(article.metadata) or None,
        "search_key": search_key(article.title, article.name, article.outlet),
        "words": len(article.text.split()),
        **dict.fromkeys(("mentions", "events", "open_suggestions", "decided"), 0),
    }


def search_key(title: str, name: str, outlet: str) -> str:
    """What the queue's filter looks in; of very long texts only the beginnings, since it stands in an index."""
    return "\n".join(fold(part)[:_KEY_LENGTH] for part in (title, name, outlet))


def article_with_id(connection: Connection, article_id: str) -> Article:
    """One article. Raises UnknownArticleError."""
    found = articles_with_ids(connection, [article_id])
    if not found:
        raise unknown_article(article_id)
    return found[0]


def articles_with_ids(connection: Connection, article_ids: Sequence[str]) -> list[Article]:
    """These articles in their order of import; unknown ids are passed over."""
    joined = select(_ARTICLES, _TEXTS.c.text).join(_TEXTS, _TEXTS.c.article_id == _ARTICLES.c.id)
    query = joined.where(_ARTICLES.c.id.in_(article_ids)).order_by(_ARTICLES.c.number)
    return [_article(row) for row in connection.execute(query)]


def _article(row: Row[Any]) -> Article:
    return Article(
        id=row.id,
        text=row.text,
        sha256=row.sha256,
        title=row.title,
        name=row.name,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        language=row.language,
        encoding=row.encoding,
        imported_at=row.imported_at,
        state=ArticleState(row.state),
        copy_group=row.copy_group,
        metadata=MappingProxyType(row.further or {}),
    )


def article_ids(connection: Connection) -> tuple[str, ...]:
    """The ids of all articles in their order of import."""
    return tuple(connection.execute(select(_ARTICLES.c.id).order_by(_ARTICLES.c.number)).scalars())


def digests(connection: Connection) -> frozenset[str]:
    """The sha256 of every text in the project."""
    return frozenset(connection.execute(select(_ARTICLES.c.sha256)).scalars())


def outlets(connection: Connection) -> tuple[str, ...]:
    """The outlets that articles come from, sorted."""
    return tuple(connection.execute(select(_ARTICLES.c.outlet).distinct().order_by(_ARTICLES.c.outlet)).scalars())


def source_of(connection: Connection, article_id: str) -> bytes | None:
    """The bytes an article was read from, if they were kept."""
    query = select(_SOURCES.c.content).where(_SOURCES.c.article_id == article_id)
    content: bytes | None = connection.execute(query).scalar()
    return content


def in_portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Ids in portions that fit in memory together with their texts."""
    return chunks(ids, _AT_ONCE)
