"""Edges move to boundaries that a reader sees, and never leave the line or turn a span inside out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.edges import Edge, EdgeMove, Unit, moved
from model.text.span import Span

TEXT = "سطر\nوصل وفدٌ إلى بغداد ولبنان\nسطر"


def _span(word: str) -> Span:
    start = TEXT.index(word)
    return Span(start, start + len(word))


@pytest.mark.parametrize(
    ("word", "move", "expected"),
    [
        ("بغداد", EdgeMove(Edge.END, Unit.LETTER, -1), "بغدا"),
        ("بغداد", EdgeMove(Edge.START, Unit.WORD, -1), "إلى بغداد"),
        ("بغداد", EdgeMove(Edge.END, Unit.WORD, 1), "بغداد ولبنان"),
        ("ولبنان", EdgeMove(Edge.START, Unit.CLITIC, 1), "لبنان"),
        ("لبنان", EdgeMove(Edge.START, Unit.LETTER, -1), "ولبنان"),
        ("وفدٌ", EdgeMove(Edge.END, Unit.LETTER, -1), "وف"),
        ("وصل", EdgeMove(Edge.START, Unit.WORD, -1), None),
        ("ولبنان", EdgeMove(Edge.END, Unit.LETTER, 1), None),
        ("إلى", EdgeMove(Edge.START, Unit.WORD, 1), None),
    ],
)
def test_edges_move(word: str, move: EdgeMove, expected: str | None) -> None:
    result = moved(TEXT, _span(word), move)
    assert (result.of(TEXT) if result else None) == expected


@given(st.text("وبال َ\n،ab"), st.data())
def test_a_moved_span_stays_in_its_lines(text: str, data: st.DataObject) -> None:
    if len(text) < 2:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    edges, units = st.sampled_from(list(Edge)), st.sampled_from(list(Unit))
    move = EdgeMove(data.draw(edges), data.draw(units), data.draw(st.sampled_from([1, -1])))
    result = moved(text, span, move)
    if result is not None:
        unmoved = (result.end, span.end) if move.edge is Edge.START else (result.start, span.start)
        assert unmoved[0] == unmoved[1]
        grown = {*range(result.start, result.end)} - {*range(span.start, span.end)}
        assert "\n" not in {text[at] for at in grown}
