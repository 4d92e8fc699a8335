from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annotation import Mention, Provenance, Zone
from model.errors import TawsimError
from model.gold_page import GoldPage, annotations_of, page_from_plain, page_of, page_of_suggestions, page_to_plain
from model.messages import Message
from model.suggestion import Source, SuggestedArgument, SuggestionSet, suggest_event, suggest_mention
from model.text.paragraphs import lines
from model.text.span import Span, covered_text, fragments_of

BY = Provenance("salma", datetime(2024, 3, 27, tzinfo=UTC))
TEXTS = st.text(st.sampled_from("اب ت\n.ة\u064b"), min_size=1, max_size=60)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, tuple[Zone, ...], tuple[Mention, ...]]:
    text = draw(TEXTS)
    bounds = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 8))
    mentions = []
    for number, pieces in enumerate(draw(st.lists(st.lists(bounds, min_size=1, max_size=3), max_size=5))):
        fragments = fragments_of(Span(start, min(start + size, len(text))) for start, size in pieces)
        label = draw(st.sampled_from(["GPE", "DATE"]))
        mentions.append(Mention(f"m{number}", "a", label, fragments, covered_text(text, fragments), BY, value="2024"))
    zones = tuple(Zone("a", span, draw(st.sampled_from(["body", "caption"])), "salma") for span in lines(text))
    return text, zones, tuple(mentions)


@given(annotated())
def test_annotations_come_back_as_they_were(case: tuple[str, tuple[Zone, ...], tuple[Mention, ...]]) -> None:
    text, zones, mentions = case
    page = page_of("page", text, date(2024, 3, 27), zones, mentions, (), key_of=lambda mention: mention.label.lower())
    assert page_from_plain(page_to_plain(page, text), "page.json") == page
    back = annotations_of(page, "a", text, BY)
    assert back.zones == zones
    told = [(mention.label, mention.fragments, mention.text, mention.value) for mention in mentions]
    assert sorted((m.label, m.fragments, m.text, m.value) for m in back.mentions) == sorted(told)
    assert {back.keys[mention.id] for mention in back.mentions} == {mention.label.lower() for mention in mentions}


def test_line_and_occurrence_are_counted_from_one() -> None:
    text = "بغداد\nمن بغداد إلى بغداد"
    spans = [Span(0, 5), Span(9, 14), Span(19, 24)]
    mentions = [Mention(str(n), "a", "GPE", (span,), "بغداد", BY) for n, span in enumerate(spans)]
    plain = page_to_plain(page_of("p", text, None, (), mentions, (), key_of=lambda _mention: None), text)
    assert [(item["line"], item["n"]) for item in plain["entities"]] == [(1, 1), (2, 1), (2, 2)]


def test_a_page_file_of_another_text_is_refused() -> None:
    mention = Mention("m", "a", "GPE", (Span(0, 5),), "بغداد", BY)
    page = page_of("p", "بغداد", None, (), [mention], (), key_of=lambda _mention: None)
    for other in ("دمشقق", "بغداد "):
        with pytest.raises(TawsimError, match="do not belong"):
            annotations_of(page, "a", other, BY)


@pytest.mark.parametrize(
    "broken",
    [
        {},
        [],
        {"doc": "p", "text_length": 4, "entities": [{"id": "e1"}], "events": []},
        {
            "doc": "p",
            "text_length": 4,
            "entities": [{"id": "e1", "start": 3, "end": 3, "text": "", "type": "GPE"}],
            "events": [],
        },
    ],
)
def test_what_is_no_page_file_is_told_with_its_name(broken: object) -> None:
    with pytest.raises(TawsimError, match=r"page\.json"):
        page_from_plain(broken, "page.json")


def test_keys_and_dates_may_be_missing() -> None:
    page = page_from_plain({"doc": "p", "dct": None, "text_length": 0, "entities": [], "events": []}, "p.json")
    assert page == GoldPage("p", None, 0)


def test_a_suggestion_keeps_who_proposed_it_and_why() -> None:
    text, source = "زار حسين بغداد", Source("entities", "7")
    name, place = (
        suggest_mention("a", text, span, label, source=source, score=0.8, reason=Message("by {rule}", rule=label))
        for span, label in ((Span(4, 8), "PERS"), (Span(9, 14), "GPE"))
    )
    arguments = tuple(
        SuggestedArgument(role, one.id, 0.5, Message(role)) for role, one in (("actor", name), ("location", place))
    )
    visit = suggest_event(
        "a", text, Span(0, 3), "CONSULT", source=source, score=0.9, reason=Message("verb"), arguments=arguments
    )
    page = page_of_suggestions("p", text, SuggestionSet(mentions=(place, name), events=(visit,)))
    assert page_from_plain(page_to_plain(page, text), "p.json") == page
    assert page.mentions[0].evidence is not None
    assert page.mentions[0].evidence.reason.english() == "by PERS"
    assert [reason.english() for reason in page.events[0].argument_reasons] == ["actor", "location"]


@pytest.mark.parametrize("template", ["{no_such_value}", "{0}", "{"])
def test_a_reason_that_cannot_be_told_is_refused_with_its_file(template: str) -> None:
    mention = {"id": "e1", "start": 0, "end": 2, "text": "من", "type": "GPE", "suggester": "x", "version": "1"}
    mention |= {"score": 1, "because": {"template": template, "one": None, "values": {}}}
    with pytest.raises(TawsimError, match=r"p\.json"):
        page_from_plain({"doc": "p", "text_length": 2, "entities": [mention], "events": []}, "p.json")
