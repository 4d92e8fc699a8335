"""What a page shows of itself, where its file and the metadata say nothing."""

from dataclasses import replace

from model.article import Article
from model.page_facts import page_facts


def with_facts(article: Article) -> Article:
    """The article with title, day and outlet; what is known already stays."""
    if article.title and article.published and article.outlet:
        return article
    shown = page_facts(article.text)
    return replace(
        article,
        title=article.title or shown.title,
        published=article.published or shown.published,
        outlet=article.outlet or shown.outlet,
    )
