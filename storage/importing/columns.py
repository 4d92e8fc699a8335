"""Names that records use for what an article has, in English and Arabic, and dates as records write them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from model.text.folding import fold

TEXT, TITLE, PUBLISHED, OUTLET, URL = "text", "title", "published", "outlet", "url"
_NAMES: Mapping[str, tuple[str, ...]] = {
    TEXT: ("text", "body", "content", "article", "article text", "النص", "نص", "نص الخبر", "المحتوى", "المتن", "الخبر"),
    TITLE: ("title", "headline", "العنوان", "عنوان", "عنوان الخبر"),
    PUBLISHED: (
        "published",
        "date",
        "publication date",
        "published at",
        "pubdate",
        "datetime",
        "التاريخ",
        "تاريخ",
        "تاريخ النشر",
    ),
    OUTLET: (
        "outlet",
        "source",
        "publisher",
        "site",
        "newspaper",
        "المصدر",
        "مصدر",
        "الصحيفة",
        "الموقع",
        "الوكالة",
        "الناشر",
    ),
    URL: ("url", "link", "address", "الرابط", "رابط", "عنوان الرابط"),
}
"""In order of preference: of two columns that could be the text, the one named earlier is."""
TEXT_NAMES = _NAMES[TEXT]
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")


def columns_of(names: Iterable[str]) -> dict[str, str]:
    """For each part of an article the name that stands for it among these; parts without one are missing."""
    folded = {_key(name): name for name in reversed([*names])}
    found: dict[str, str] = {}
    for part, known in _NAMES.items():
        name = next((folded[_key(one)] for one in known if _key(one) in folded), None)
        if name is not None:
            found[part] = name
    return found


def _key(name: str) -> str:
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())


def day_of(stated: str) -> date | None:
    """The day in a cell: ISO 8601 with or without a time, or day/month/year; None if it is no date."""
    text = fold(stated).strip()
    try:
        return datetime.fromisoformat(text.upper()).date()
    except ValueError:
        pass
    year_first, day_first = _YEAR_FIRST.match(text), _DAY_FIRST.match(text)
    try:
        if year_first:
            return date(*(int(part) for part in year_first.groups()))
        if day_first:
            day, month, year = (int(part) for part in day_first.groups())
            return date(year, month, day)
    except ValueError:
        return None
    return None
