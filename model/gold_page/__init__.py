"""The page file: one page's zones, mentions and events as plain values for JSON, and the conversions from and to it.

Offsets are code points of the decoded text, end exclusive. Zones cover whole lines, white space at their edges
included, while the program's own zones are trimmed. ``line`` counts from 1; ``n`` tells which occurrence of the text
in its line a mention or trigger is. A discontinuous span stands as its hull, with its pieces under ``fragments``. What
a suggester proposed carries its name, version and score, and the reason under ``because``.
"""

from model.gold_page.conversion import PageAnnotations, annotations_of, page_of, page_of_suggestions
from model.gold_page.page import Evidence, GoldPage, PageEvent, PageItem, PageMention, PageZone
from model.gold_page.plain import page_from_plain, page_to_plain

__all__ = [
    "Evidence",
    "GoldPage",
    "PageAnnotations",
    "PageEvent",
    "PageItem",
    "PageMention",
    "PageZone",
    "annotations_of",
    "page_from_plain",
    "page_of",
    "page_of_suggestions",
    "page_to_plain",
]
