"""Sentences with the marks of several coders, and events beside them as coders are beside each other."""

import json
from collections import Counter
from pathlib import Path

import pytest

from model.errors import TawsimError
from model.evaluation.coders import Part, agreements, token_f1
from model.gold_page import Evidence, GoldPage, PageEvent, PageMention
from model.messages import Message
from model.text.span import Span
from storage.evaluating.coded_sentences import read_coded_sentences

TEXT = "وقصفت الطائرات القرية ثم تجدد القصف ليلاً."
RECORD = {
    "text": TEXT,
    "event_type": "ASSAULT",
    "spans": [
        {"verb": ["وقصفت"], "source_actor": ["الطائرات"], "target_actor": ["القرية"]},
        {"verb": ["وقصفت"], "source_actor": ["الطائرات"], "target_actor": []},
        {"verb": ["تجدد", "القصف"]},
    ],
}


def event(start: int, end: int, label: str, score: float, *arguments: tuple[str, str]) -> PageEvent:
    evidence = Evidence("events", "1", score, Message("verb"))
    return PageEvent(f"v{start}", (Span(start, end),), TEXT[start:end], label, "actual", arguments, evidence)


def write(folder: Path, content: str) -> Path:
    path = folder / "spans.json"
    path.write_text(content, encoding="utf-8")
    return path


def test_coders_and_events_are_paired(tmp_path: Path) -> None:
    sentences = read_coded_sentences([write(tmp_path, json.dumps([RECORD]))])
    planes = PageMention("e1", (Span(6, 14),), TEXT[6:14], "PRODUCT")
    events = (
        event(1, 5, "ASSAULT", 0.9, ("actor", "e1")),
        event(30, 35, "CASUALTY", 0.5),
        event(25, 29, "CONSULT", 1),
    )
    told = agreements(sentences, [GoldPage("s", None, len(TEXT), (), (planes,), events)])
    trigger = told[Part.TRIGGER]
    assert trigger.two_coders == pytest.approx(2 * 1 / (2 + 3 + 3))
    assert trigger.first == pytest.approx(2 * 2 / (2 + 2 + 3))
    assert trigger.every == pytest.approx(2 * 3 / (3 + 3 + 4))
    assert told[Part.ACTOR].first == told[Part.ACTOR].every == pytest.approx(2 * 2 / (2 + 2 + 1))
    assert told[Part.RECIPIENT].first == 0


def test_nothing_marked_by_anybody_agrees_in_nothing() -> None:
    assert token_f1([(Counter(), Counter())]) == 0


@pytest.mark.parametrize(
    "content", ["{", "[{}]", '[{"text": "x", "event_type": "AID", "spans": []}]', "[1]", '[{"text": 1}]']
)
def test_another_shape_is_named(tmp_path: Path, content: str) -> None:
    with pytest.raises(TawsimError, match=r"spans\.json has not the shape"):
        read_coded_sentences([write(tmp_path, content)])
