"""What the article view is told about tags."""

from datetime import UTC, datetime

from model.annotation import Mention, Provenance
from model.article import Article, text_digest
from model.schema.loader import load_shipped
from model.sheet import Sheet
from model.suggestion import SuggestionSet
from tests.ui.bench import TEXT, span_of
from ui.language import isolated
from ui.session.state import WorkState
from ui.window.tag_view import TagBuilder


def test_a_value_is_one_unit_among_arabic_words() -> None:
    made = Provenance("noor", datetime(2026, 1, 1, tzinfo=UTC))
    span = span_of("المدينة")
    time = Mention("t", "first", "TIME", (span,), "المدينة", made, value="2024-03-27T14:29")
    state = WorkState(Article("first", TEXT, text_digest(TEXT)), Sheet("first", mentions={"t": time}), SuggestionSet())
    (tag,) = TagBuilder(load_shipped("news")).tags(state, ghosts=False).values()
    assert tag.detail == isolated("2024-03-27T14:29")
