"""Operations: what each does to a sheet, and that any run of them can be undone to the start."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annotation import Argument, Mention
from model.article import ArticleState
from model.decision import Scope, Verdict
from model.messages import Message
from model.operation import Operation
from model.operations import answers, edits, links
from model.operations.author import Author
from model.questions import Hidden, open_suggestions, questions
from model.sheet import Sheet, StaleChangeError, apply
from model.suggestion import (
    Source,
    SuggestedArgument,
    SuggestedMention,
    SuggestionSet,
    suggest_event,
    suggest_mention,
)
from model.text.span import Span

TEXT = "زار سامي بغداد والتقى سامي ليلى في بغداد"
ARTICLE = "a1"
SOURCE = Source("lexicon", "1")
AUTHOR = Author("noor", datetime(2026, 1, 2, tzinfo=UTC), 900)
REASON = Message("because")
EMPTY = Sheet(ARTICLE)


def _span(word: str, occurrence: int = 0) -> Span:
    at = -1
    for _ in range(occurrence + 1):
        at = TEXT.index(word, at + 1)
    return Span(at, at + len(word))


def _suggest(word: str, label: str, occurrence: int = 0, key: str | None = None) -> SuggestedMention:
    span = _span(word, occurrence)
    return suggest_mention(ARTICLE, TEXT, span, label, source=SOURCE, score=0.9, reason=REASON, identity_key=key)


SAMI = _suggest("سامي", "PERS", key="sami")
SAMI_AGAIN = _suggest("سامي", "PERS", 1, key="sami")
BAGHDAD = _suggest("بغداد", "GPE", key="baghdad")
BAGHDAD_AGAIN = _suggest("بغداد", "GPE", 1, key="baghdad")
VISIT = suggest_event(
    ARTICLE,
    TEXT,
    _span("زار"),
    "CONSULT",
    source=SOURCE,
    score=0.8,
    reason=REASON,
    arguments=(
        SuggestedArgument("actor", SAMI.id, 0.8, REASON),
        SuggestedArgument("location", BAGHDAD.id, 0.7, REASON),
    ),
    attributes=(("modality", "future"),),
)
ALL = SuggestionSet(mentions=(SAMI, BAGHDAD, SAMI_AGAIN, BAGHDAD_AGAIN), events=(VISIT,))


def _accepted(*suggestions: SuggestedMention) -> Sheet:
    return apply(EMPTY, answers.accept_all(EMPTY, suggestions, ALL, AUTHOR))


def test_accepting_makes_an_annotation_that_remembers_its_suggestion() -> None:
    sheet = apply(EMPTY, answers.accept(EMPTY, BAGHDAD, ALL, AUTHOR))
    (mention,) = sheet.mentions.values()
    assert (mention.label, mention.text, mention.fragments) == ("GPE", "بغداد", BAGHDAD.fragments)
    assert mention.provenance.suggestion_id == BAGHDAD.id
    assert mention.provenance.score == 0.9
    assert mention.provenance.duration_ms == 900
    decision = sheet.decision_on(BAGHDAD.id)
    assert decision is not None
    assert decision.verdict is Verdict.ACCEPT
    assert BAGHDAD not in open_suggestions(sheet, ALL)


def test_mentions_of_one_key_share_an_identity() -> None:
    sheet = _accepted(BAGHDAD, BAGHDAD_AGAIN, SAMI)
    identities = {mention.text: mention.identity_id for mention in sheet.mentions.values()}
    assert len(sheet.mentions) == 3
    assert len(sheet.identities) == 2
    assert len(set(identities.values())) == 2


def test_an_event_brings_its_fillers_but_not_a_rejected_one() -> None:
    sheet = apply(EMPTY, answers.reject(EMPTY, BAGHDAD, AUTHOR))
    sheet = apply(sheet, answers.accept(sheet, VISIT, ALL, AUTHOR))
    (event,) = sheet.events.values()
    assert event.modality == "future"
    assert [argument.role for argument in event.arguments] == ["actor"]
    assert [mention.text for mention in sheet.mentions.values()] == ["سامي"]
    sami_decision = sheet.decision_on(SAMI.id)
    assert sami_decision is not None
    assert sami_decision.verdict is Verdict.ACCEPT


def test_an_accepted_filler_is_used_again_even_after_its_label_was_corrected() -> None:
    sheet = _accepted(SAMI)
    (mention,) = sheet.mentions.values()
    sheet = apply(sheet, edits.relabel(sheet, mention, "ORG", AUTHOR))
    sheet = apply(sheet, answers.accept(sheet, VISIT, ALL, AUTHOR))
    (event,) = sheet.events.values()
    assert Argument("actor", mention.id) in event.arguments
    decision = sheet.decision_on(SAMI.id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECT


def test_correcting_keeps_the_suggestion_as_it_was() -> None:
    operation = answers.correct(EMPTY, SAMI, ALL, AUTHOR, label="NORP")
    sheet = apply(EMPTY, operation)
    (mention,) = sheet.mentions.values()
    assert mention.label == "NORP"
    assert mention.provenance.suggestion_id == SAMI.id
    assert SAMI.label == "PERS"


@pytest.mark.parametrize(
    ("scope", "hidden"),
    [(Scope.HERE, None), (Scope.ARTICLE, Hidden.REJECTED_LIKE), (Scope.EVERYWHERE, Hidden.REJECTED_LIKE)],
)
def test_a_rejection_reaches_as_far_as_its_scope(scope: Scope, hidden: Hidden | None) -> None:
    sheet = apply(EMPTY, answers.reject(EMPTY, BAGHDAD, AUTHOR, scope))
    asked = {question.suggestion.id: question.hidden for question in questions(sheet, ALL)}
    assert asked[BAGHDAD.id] is Hidden.DECIDED
    assert asked[BAGHDAD_AGAIN.id] is hidden
    elsewhere = replace(BAGHDAD, id="other", article_id="a2")
    remembered = [decision for decision in sheet.decisions.values() if decision.scope is not Scope.HERE]
    open_elsewhere = open_suggestions(Sheet("a2"), SuggestionSet(mentions=(elsewhere,)), remembered)
    assert bool(open_elsewhere) is (scope is not Scope.EVERYWHERE)


def test_a_rejection_can_be_taken_back() -> None:
    sheet = apply(EMPTY, answers.reject(EMPTY, BAGHDAD, AUTHOR, Scope.EVERYWHERE))
    (decision,) = sheet.decisions.values()
    sheet = apply(sheet, answers.reopen([decision], AUTHOR))
    assert open_suggestions(sheet, ALL) == open_suggestions(EMPTY, ALL)


def test_deleting_a_mention_takes_it_from_events_and_turns_its_decision() -> None:
    sheet = apply(EMPTY, answers.accept(EMPTY, VISIT, ALL, AUTHOR))
    sami = next(mention for mention in sheet.mentions.values() if mention.label == "PERS")
    sheet = apply(sheet, edits.delete(sheet, (sami,), AUTHOR))
    (event,) = sheet.events.values()
    assert [argument.role for argument in event.arguments] == ["location"]
    decision = sheet.decision_on(SAMI.id)
    assert decision is not None
    assert decision.verdict is Verdict.REJECT


def test_a_place_tagged_by_hand_is_not_asked_again() -> None:
    operation = edits.add_mention(EMPTY, "GPE", BAGHDAD.fragments, BAGHDAD.text, AUTHOR)
    sheet = apply(EMPTY, operation)
    asked = {question.suggestion.id: question.hidden for question in questions(sheet, ALL)}
    assert asked[BAGHDAD.id] is Hidden.ANNOTATED


def test_a_change_that_starts_from_something_else_is_refused() -> None:
    operation = answers.accept(EMPTY, BAGHDAD, ALL, AUTHOR)
    sheet = apply(EMPTY, operation)
    (mention,) = sheet.mentions.values()
    stale = edits.set_note(sheet, mention, "ملاحظة", AUTHOR)
    moved = apply(sheet, edits.relabel(sheet, mention, "ORG", AUTHOR))
    with pytest.raises(StaleChangeError):
        apply(moved, stale)
    with pytest.raises(StaleChangeError):
        apply(EMPTY, stale)


def _some_operation(sheet: Sheet, data: st.DataObject) -> Operation:
    offered: list[Operation] = [
        links.mark(sheet, data.draw(st.sampled_from(list(ArticleState))), AUTHOR),
        links.set_zone(sheet, Span(0, len(TEXT)), data.draw(st.sampled_from(["body", "headline"])), AUTHOR),
        edits.add_mention(sheet, "ORG", (_span("ليلى"),), "ليلى", AUTHOR),
    ]
    for suggestion in open_suggestions(sheet, ALL):
        offered.append(answers.accept(sheet, suggestion, ALL, AUTHOR))
        offered.append(answers.reject(sheet, suggestion, AUTHOR, data.draw(st.sampled_from(list(Scope)))))
        offered.append(answers.correct(sheet, suggestion, ALL, AUTHOR, label="LAW"))
    for mention in sheet.mentions.values():
        offered += _edits_of(sheet, mention)
    for event in sheet.events.values():
        offered.append(edits.set_attribute(sheet, event, "modality", "negated", AUTHOR))
        offered.append(edits.delete(sheet, (event,), AUTHOR))
    return data.draw(st.sampled_from(offered))


def _edits_of(sheet: Sheet, mention: Mention) -> list[Operation]:
    found = [
        edits.relabel(sheet, mention, "FAC", AUTHOR),
        edits.move_edges(sheet, mention, (_span("ليلى"),), "ليلى", AUTHOR),
        edits.set_value(sheet, mention, "7", None, AUTHOR),
        edits.delete(sheet, (mention,), AUTHOR),
        links.link(sheet, (mention,), links.new_identity("layla", "PERS", "ليلى"), AUTHOR),
    ]
    found += [links.add_argument(sheet, event, "recipient", mention, AUTHOR) for event in sheet.events.values()]
    return found


@given(st.data())
def test_any_run_of_operations_is_undone_and_redone(data: st.DataObject) -> None:
    states = [EMPTY]
    done: list[Operation] = []
    for _ in range(data.draw(st.integers(1, 8))):
        operation = _some_operation(states[-1], data)
        done.append(operation)
        states.append(apply(states[-1], operation))
    for operation, before, after in zip(reversed(done), reversed(states[:-1]), reversed(states[1:]), strict=True):
        assert apply(after, operation.inverted()) == before
        assert apply(before, operation) == after
