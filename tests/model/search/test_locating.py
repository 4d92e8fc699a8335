"""Hits of whole queries in one article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.schema.loader import load_shipped
from model.search.locating import SearchedText, SlowExpressionError, find
from model.search.parsing import QueryError, parse_query
from model.search.query import FoundTag, Standing

SCHEMA = load_shipped("news")
TEXT = "زار سامي حداد مدينة الموصل\nوقال حداد إن الموصل بخير"


def tag(text: str, label: str, *, at: int = 0, standing: Standing = Standing.CONFIRMED, **more: object) -> FoundTag:
    """A tag on an occurrence of a text."""
    start = TEXT.index(text, at)
    event = label in SCHEMA.event_labels
    known = {"event": event, "label": label, "start": start, "end": start + len(text), "text": text}
    return FoundTag(id=f"{label}{start}", standing=standing, **known, **more)  # type: ignore[arg-type]


TAGS = (
    tag("زار", "CONSULT", attributes=(("modality", "future"),), roles=frozenset({"actor"})),
    tag("سامي حداد", "PERS", identity="sami\nسامي حداد", roles=frozenset({"actor"})),
    tag("الموصل", "GPE", identity="mosul\nالموصل"),
    tag("حداد", "PERS", at=20, standing=Standing.OPEN),
    tag("الموصل", "GPE", at=30, standing=Standing.REJECTED),
)


def found(query: str, text: str = TEXT) -> list[str]:
    """What a query covers."""
    searched = SearchedText(text, TAGS, {"modality": "actual"})
    return [hit.span.of(text) for hit in find(parse_query(query, SCHEMA), searched)]


@pytest.mark.parametrize(
    ("query", "covered"),
    [
        ("PERS", ["سامي حداد", "حداد"]),
        ("[PERS confirmed]", ["سامي حداد"]),
        ("state:rejected", ["الموصل"]),
        ("identity:mosul", ["الموصل"]),
        ("identity:سامى", ["سامي حداد"]),
        ("role:actor", ["زار", "سامي حداد"]),
        ("[mention role:actor]", ["سامي حداد"]),
        ("modality:future", ["زار"]),
        ("[event modality:actual]", []),
        ("[PERS text:حداد]", ["سامي حداد", "حداد"]),
        ("PERS before:1 GPE", ["سامي حداد"]),
        ("PERS GPE", []),
        ("زار PERS", ["زار"]),
        ("زار @PERS", ["سامي حداد"]),
        ("حداد before:9 إن", ["حداد"]),
        ("سامي before:9 بخير", []),
        ("قال before:0 @حداد", ["حداد"]),
        (r"/م\w+ل/", ["موصل", "موصل"]),
        (r"/\b(?=م)/", []),
    ],
)
def test_what_is_asked_for_is_found(query: str, covered: list[str]) -> None:
    assert found(query) == covered


def test_an_expression_that_explodes_is_stopped_with_advice() -> None:
    with pytest.raises(SlowExpressionError, match="repetitions within repetitions"):
        found(r"/(?:(\w\w|\w)+)*!/", f"{'ا' * 60} !")


@given(st.text(max_size=30))
def test_whatever_is_typed_is_understood_or_refused_in_words(source: str) -> None:
    try:
        query = parse_query(source, SCHEMA)
    except QueryError as error:
        position = error.position
    else:
        hits = list(find(query, SearchedText(TEXT, TAGS)))
        assert all(0 <= hit.span.start < hit.span.end <= len(TEXT) for hit in hits)
        position = 0
    assert 0 <= position <= len(source)
