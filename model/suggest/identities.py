"""Identity keys within one article: which mentions name the same thing."""

from collections.abc import Iterable
from dataclasses import replace

from model.suggest.entities.drafts import Draft
from model.suggest.entities.page import Page

_WITHOUT_IDENTITY = frozenset({"OCC"})


def with_identities(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with a key each, posts excepted: the lexicon's, else one made from the name."""
    return [
        replace(draft, key=draft.key or _made(page, draft)) if draft.label not in _WITHOUT_IDENTITY else draft
        for draft in drafts
    ]


def _made(page: Page, draft: Draft) -> str:
    return page.key_of(draft.first, draft.lead, draft.last).replace(" ", "_")
