"""The zone of every line of a page: those that its signs, the rules and their order make most likely."""

from model.annotation import Zone
from model.article import Article
from model.identifiers import derived_id
from model.suggest.zones.features import page_features
from model.suggest.zones.rules import zones_by_rules
from model.suggest.zones.surroundings import signs_on_page
from model.suggest.zones.weights import weights_version, zone_weights

_RULES = "2"
"""To be raised when signs change and the weights do not."""


def zone_page(article: Article) -> tuple[Zone, ...]:
    """The zones of an article's lines, one for each of ``model.text.paragraphs.lines``.

    Where no line is the story's, the paragraphs are, whatever they look like: better than a page without a story.
    """
    lines = page_features(article.text)
    ruled = zones_by_rules(lines)
    zones = zone_weights().best_zones(signs_on_page(lines, ruled), ruled)
    if "body" not in zones:
        zones = ["body" if line.paragraph else zone for line, zone in zip(lines, zones, strict=True)]
    return tuple(Zone(article.id, line.span, zone) for line, zone in zip(lines, zones, strict=True))


def zones_version() -> str:
    """Changes whenever the same page may get other zones."""
    return derived_id(_RULES, weights_version())
