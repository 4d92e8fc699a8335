"""The choice of the headline among the lines above the story."""

from collections import Counter
from collections.abc import Sequence

from model.suggest.zones.credits import is_byline, is_caption
from model.suggest.zones.datelines import is_dateline
from model.suggest.zones.features import LineFeatures
from model.suggest.zones.interface import is_boilerplate, opens_related
from model.suggest.zones.likeness import overlap

_LEAST = 0.8
"""A line with a lower score is no headline; a page may have none."""
_LEAD_LINES = 3


def find_headline(head: Sequence[LineFeatures], story: Sequence[LineFeatures]) -> int | None:
    """The index in ``head`` of the headline, given the lines from the lead on; None when no line could be one."""
    lead = frozenset[str]().union(*(line.stems for line in story[:_LEAD_LINES]))
    everywhere = Counter(line.folded for line in (*head, *story))
    scores = [_score(line, index, lead) + (everywhere[line.folded] > 1) for index, line in enumerate(head)]
    best = max(range(len(head)), key=lambda index: scores[index], default=None)
    return best if best is not None and scores[best] >= _LEAST else None


def _score(line: LineFeatures, index: int, lead: frozenset[str]) -> float:
    """How much like a title, by weights set by hand.

    Length up to seven words gives 2.1, words that the lead repeats 2; each line further down costs 0.12, since a page
    shows its title early; marks of a title (two dots, colon, quotes) give a little.
    """
    if line.count < 3 or line.count > 32 or line.symbols_only or line.hashtags or opens_related(line):
        return -1.0
    if is_boilerplate(line) or is_dateline(line) or line.latin_only:
        return -1.0
    score = min(line.count, 7) * 0.3 + 2 * overlap(line.stems, lead) - 0.12 * index
    score += 0.3 * any(mark in line.text for mark in ("..", ":", "؟", "«", '"', "…"))
    score -= 2.0 * is_caption(line) + 1.5 * is_byline(line)
    score -= 1.0 * (line.bare.endswith(".") and not line.bare.endswith(".."))
    score -= 0.6 * line.text.rstrip(" .").endswith((")", "]"))
    score -= 0.6 * max(0, line.separators - 1)
    score -= 1.0 * (line.text.lstrip().startswith(("(", "[")) and line.text.rstrip().endswith((")", "]")))
    return score
