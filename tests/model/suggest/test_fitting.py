"""Suggestions in the labels of other schemas."""

from model.annotation import Zone
from model.messages import Message
from model.schema.loader import load_shipped
from model.suggest.fitting import fit_to_schema
from model.suggestion import (
    Source,
    SuggestedArgument,
    SuggestedMention,
    SuggestionSet,
    suggest_event,
    suggest_mention,
)
from model.text.span import Span

TEXT = "زار سامي عدن يوم الأحد"
SOURCE, REASON = Source("test", "1"), Message("because")


def _mention(word: str, label: str, score: float = 0.9) -> SuggestedMention:
    at = TEXT.index(word)
    return suggest_mention("a", TEXT, Span(at, at + len(word)), label, source=SOURCE, score=score, reason=REASON)


SAMI, ADEN, SUNDAY = _mention("سامي", "PERS"), _mention("عدن", "GPE"), _mention("الأحد", "DATE")
VISIT = suggest_event(
    "a",
    TEXT,
    Span(0, 3),
    "CONSULT",
    source=SOURCE,
    score=0.8,
    reason=REASON,
    arguments=tuple(
        SuggestedArgument(role, filler.id, 0.7, REASON)
        for role, filler in (("actor", SAMI), ("location", ADEN), ("date", SUNDAY))
    ),
)
ZONES = (Zone("a", Span(0, len(TEXT)), "body"), Zone("a", Span(0, 3), "caption"))
ALL = SuggestionSet(ZONES, (SAMI, ADEN, SUNDAY), (VISIT,))


def test_the_schema_that_the_suggesters_speak_takes_everything() -> None:
    assert fit_to_schema(ALL, load_shipped("news")) == ALL


def test_labels_are_renamed_and_those_without_counterpart_left_out() -> None:
    fitted = fit_to_schema(ALL, load_shipped("conll"))
    assert [(mention.label, mention.text) for mention in fitted.mentions] == [("PERS", "سامي"), ("LOC", "عدن")]
    assert fitted.events == ()
    assert [zone.zone for zone in fitted.zones] == ["body"]


def test_events_keep_the_roles_that_their_label_has() -> None:
    (event,) = fit_to_schema(ALL, load_shipped("ace2005")).events
    assert event.label == "Contact.Meet"
    assert {argument.role for argument in event.arguments} == {"Place", "Time"}


def test_of_two_that_come_to_mean_the_same_the_surer_one_stays() -> None:
    unsure = _mention("عدن", "LOC", score=0.4)
    fitted = fit_to_schema(SuggestionSet(mentions=(unsure, ADEN)), load_shipped("conll"))
    assert [mention.score for mention in fitted.mentions] == [0.9]
