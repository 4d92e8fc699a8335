"""Lines of articles by what they are, read in bulk."""

from collections import defaultdict
from collections.abc import Sequence, Set

from sqlalchemy import Connection, select

from model.text.span import Span
from storage.tables.articles import ZoneRow
from storage.tables.base import table_of
from storage.tables.suggestions import SuggestionRunRow

_ZONES, _RUNS = table_of(ZoneRow), table_of(SuggestionRunRow)


def lines_in_zones(connection: Connection, article_ids: Sequence[str], zones: Set[str]) -> dict[str, list[Span]]:
    """The lines of these articles that are one of the zones, as annotators settled them or else as suggested."""
    lines: dict[str, dict[int, tuple[int, str]]] = defaultdict(dict)
    found: dict[str, list[Span]] = defaultdict(list)
    if not zones:
        return found
    suggested = select(_RUNS.c.article_id, _RUNS.c.zones).where(_RUNS.c.article_id.in_(article_ids))
    for article_id, of_run in connection.execute(suggested):
        lines[article_id].update((start, (end, zone)) for start, end, zone, _ in of_run or ())
    for row in connection.execute(select(_ZONES).where(_ZONES.c.article_id.in_(article_ids))):
        lines[row.article_id][row.start] = row.end, row.zone
    for article_id, by_start in lines.items():
        found[article_id] = [Span(start, end) for start, (end, zone) in by_start.items() if zone in zones]
    return found
