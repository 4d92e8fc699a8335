"""What a page shows of itself, where its file and the metadata say nothing."""

from dataclasses import replace
from typing import TypeVar

from model.article import Article
from model.page_facts import page_facts
from storage.importing.source_file import PageRead

P = TypeVar("P", Article, PageRead)


def with_facts(page: P) -> P:
    """The page with title, day and outlet; what is known already stays."""
    if page.title and page.published and page.outlet:
        return page
    shown = page_facts(page.text)
    return replace(
        page,
        title=page.title or shown.title,
        published=page.published or shown.published,
        outlet=page.outlet or shown.outlet,
    )
