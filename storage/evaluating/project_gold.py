"""A project's own gold: what its annotators put on finished articles, beside what was suggested for them."""

from collections.abc import Iterable, Iterator, Sequence

from model.annotation import Mention
from model.article import Article, ArticleState
from model.errors import TawsimError
from model.evaluation.evaluation import GoldDocument
from model.evaluation.layers import EVERY_LAYER
from model.gold_page import GoldPage, page_of, page_of_suggestions
from model.messages import Message
from model.suggestion import SuggestedMention
from storage.evaluating.gold_set import GoldSet
from storage.project import Project
from storage.queue import QueueQuery


def read_project(project: Project) -> tuple[GoldSet, list[GoldPage]]:
    """The finished articles as gold, and the pages of their stored suggestions. Raises TawsimError without any.

    Of zones only those count that somebody judged.
    """
    documents, found = read_articles(project, finished_articles(project))
    return gold_of(documents), found


def finished_articles(project: Project) -> list[str]:
    """The ids of the finished articles. Raises TawsimError without any."""
    ids = [row.id for row in project.queue(QueueQuery(states=(ArticleState.DONE,)))]
    if not ids:
        raise TawsimError(
            Message("No article of the project is finished yet, so there is nothing to score suggestions against.")
        )
    return ids


def read_articles(project: Project, ids: Sequence[str]) -> tuple[list[GoldDocument], list[GoldPage]]:
    """The annotations of articles as gold, and the pages of their stored suggestions."""
    documents, found = list[GoldDocument](), list[GoldPage]()
    for article, page in _gold_pages(project, ids):
        documents.append(GoldDocument(page, article.text))
        found.append(page_of_suggestions(page.doc, article.text, project.suggestions(article.id)))
    return documents, found


def gold_of(documents: Iterable[GoldDocument]) -> GoldSet:
    """Such documents as a set of gold."""
    return GoldSet(tuple(documents), EVERY_LAYER, own_labels=False)


def _gold_pages(project: Project, ids: Sequence[str]) -> Iterator[tuple[Article, GoldPage]]:
    for article, sheet in project.iter_sheets(ids):
        zones = [zone for zone in sheet.zones.values() if zone.annotator is not None]
        mentions, events = sheet.mentions.values(), sheet.events.values()
        name = article.name or article.id
        page = page_of(name, article.text, article.published, zones, mentions, events, key_of=_identity_of)
        yield article, page


def _identity_of(mention: Mention | SuggestedMention) -> str | None:
    return mention.identity_id if isinstance(mention, Mention) else None
