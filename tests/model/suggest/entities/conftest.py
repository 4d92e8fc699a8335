"""Suggests entities for short texts."""

from collections.abc import Callable

import pytest

from model.annotation import Zone
from model.article import Article, text_digest
from model.suggest.context import Context
from model.suggest.entities.suggester import EntitySuggester
from model.suggestion import SuggestedMention
from model.text.paragraphs import lines

Suggest = Callable[..., list[SuggestedMention]]


@pytest.fixture
def suggest() -> Suggest:
    """The mentions suggested for a text; ``zones`` names the zone of each line that is not empty."""

    def run(text: str, zones: tuple[str, ...] = ()) -> list[SuggestedMention]:
        article = Article("a", text, text_digest(text))
        spans = tuple(Zone("a", span, zone) for span, zone in zip(lines(text), zones, strict=False))
        found = EntitySuggester().suggest(article, Context(article, zones=spans))
        return [mention for mention in found if isinstance(mention, SuggestedMention)]

    return run


@pytest.fixture
def tags(suggest: Suggest) -> Callable[..., list[tuple[str, str]]]:
    """The label and text of each mention, in order."""

    def run(text: str, zones: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        return [(mention.label, mention.text) for mention in suggest(text, zones)]

    return run
