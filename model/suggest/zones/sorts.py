"""What a line seems to be by itself: the rules about single lines, each by its name."""

from collections.abc import Callable, Mapping

from model.suggest.zones.credits import is_byline, is_caption, is_person, names_author
from model.suggest.zones.datelines import (
    is_bare_clock,
    is_bare_date,
    is_clock_entry,
    is_dateline,
    starts_like_wire_copy,
)
from model.suggest.zones.features import LineFeatures
from model.suggest.zones.interface import (
    closes_related,
    has_notice,
    is_boilerplate,
    is_invitation,
    is_panel_title,
    lists_keywords,
    opens_related,
    signs_with_initials,
)

SORTS: Mapping[str, Callable[[LineFeatures], bool]] = {
    "asks": lambda line: line.asks,
    "author": names_author,
    "bare clock": is_bare_clock,
    "bare date": is_bare_date,
    "boilerplate": is_boilerplate,
    "bullet": lambda line: line.bulleted,
    "byline": is_byline,
    "caption": is_caption,
    "clock": lambda line: line.clocks > 0,
    "closes related": closes_related,
    "date": is_dateline,
    "entry": is_clock_entry,
    "initials": signs_with_initials,
    "invitation": is_invitation,
    "keywords": lists_keywords,
    "latin": lambda line: line.latin_only,
    "notice": has_notice,
    "opens related": opens_related,
    "panel": is_panel_title,
    "paragraph": lambda line: line.paragraph,
    "person": is_person,
    "prose": lambda line: line.prose,
    "question": lambda line: line.is_question,
    "stop": lambda line: line.ends_sentence,
    "symbols": lambda line: line.symbols_only,
    "turn": lambda line: line.turn,
    "wire": starts_like_wire_copy,
    "year": lambda line: line.has_year,
}
"""Not one of them decides: how far each is to be believed, and beside which others, the weights have learned."""


def sorts_of(line: LineFeatures) -> frozenset[str]:
    """The names of the sorts that a line seems to be of."""
    if not line.words:
        return frozenset(name for name in ("symbols", "boilerplate") if SORTS[name](line))
    return frozenset(name for name, test in SORTS.items() if test(line))
