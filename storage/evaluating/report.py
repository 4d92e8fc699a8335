"""The report of an evaluation: one HTML file that needs nothing else, in the reader's language, for light and dark."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from model.errors import TawsimError
from model.evaluation.coders import Part
from model.evaluation.comparison import Comparison
from model.evaluation.confusion import Confusion
from model.evaluation.differences import Deviation
from model.evaluation.evaluation import Evaluation
from model.evaluation.layers import Layer
from model.evaluation.scores import ByLabel, Way
from model.evaluation.tally import Tally
from model.messages import Message
from storage.evaluating.coding import Coding
from storage.evaluating.html_parts import Parts
from storage.evaluating.names import (
    DIFFERENCE_NAMES,
    KIND_NAMES,
    MEASURE_NAMES,
    PART_NAMES,
    WAY_NAMES,
    sentences_told,
    suggester_behind,
)
from storage.evaluating.plots import bars, reliability
from storage.evaluating.scoring import Scored

_DEVIATIONS_SHOWN = 400
"""Of one kind and suggester."""
_NOTHING = "—"
_LEFT_TO_RIGHT = "\u200e"
"""Keeps the sign of a number before it in a page that runs from right to left."""
_TALLY_HEADS = (
    Message("precision"),
    Message("recall"),
    Message("F1"),
    Message("gold"),
    Message("found"),
)

_COMPARISON_HEADS = (
    Message("measure"),
    Message("F1 against"),
    Message("F1 scored"),
    Message("difference"),
    Message("95 % interval"),
    Message("p-value"),
)
_SUGGESTER_HEADS = (
    Message("suggester"),
    Message("version"),
    Message("kind"),
    Message("suggested"),
    Message("right"),
    Message("share"),
    Message("calibration error"),
    Message("Brier score"),
)


def write_report(path: Path, page: str) -> None:
    """Write it. Raises TawsimError when that fails."""
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        message = Message("{file}: cannot be written ({reason}).", file=str(path), reason=str(error))
        raise TawsimError(message) from error


def report_page(told: Scored | Coding, language: str) -> str:
    """The whole page."""
    report = _Report(language)
    if isinstance(told, Coding):
        report.add_coding(told)
    else:
        report.add_scored(told)
    return report.parts.page(Message("How well suggestions agree with gold"))


class _Report:
    """Adds the sections one after another."""

    def __init__(self, language: str) -> None:
        self.parts = Parts(language)

    def add_scored(self, told: Scored) -> None:
        evaluation = told.evaluation
        for note in told.notes:
            self.parts.paragraph(note)
        self._add_measures(evaluation)
        if told.compared is not None:
            self._add_comparison(told.compared)
        self._add_labels(Message("Mentions by type"), evaluation.scores.mentions)
        if Layer.EVENTS in evaluation.layers:
            self._add_labels(Message("Events by type"), evaluation.scores.events)
        self._add_calibrations(evaluation)
        self._add_confusion(Message("Confused types of mentions"), evaluation.mention_confusion)
        self._add_confusion(Message("Confused types of events"), evaluation.event_confusion)
        self._add_deviations(evaluation.deviations)

    def add_coding(self, told: Coding) -> None:
        parts = self.parts
        heads = [Message("two coders"), Message("coder and first event"), Message("coder and all events")]
        for event_type, coded in told.by_type.items():
            parts.heading(Message("Token F1 on {type}", type=event_type))
            parts.paragraph(sentences_told(coded.sentences))
            rows = [
                [parts.told(PART_NAMES[part]), *map(_figure, (one.two_coders, one.first, one.every))]
                for part, one in coded.agreements.items()
            ]
            parts.table([Message("part"), *heads], rows)
            parts.figure(bars({parts.told(PART_NAMES[part]): coded.agreements[part].first for part in Part}, parts))

    def _add_measures(self, evaluation: Evaluation) -> None:
        parts, scores = self.parts, evaluation.scores
        parts.heading(Message("Measures"))
        parts.paragraph(Message("documents: {number}", number=scores.pages))
        tallies = {parts.told(MEASURE_NAMES[name]): scores.measures[name] for name in evaluation.measures}
        parts.table([Message("measure"), *_TALLY_HEADS], [[name, *_cells(one)] for name, one in tallies.items()])
        for layer, title, share in (
            (Layer.VALUES, Message("time values on matched spans"), scores.time_values),
            (Layer.ZONES, Message("zones"), scores.zones),
        ):
            if layer in evaluation.layers:
                parts.line(f"{parts.told(title)}: {share.right}/{share.total}")
        parts.figure(bars({name: one.f1 for name, one in tallies.items()}, parts))

    def _add_comparison(self, compared: Mapping[str, Comparison]) -> None:
        parts = self.parts
        parts.heading(Message("Compared"))
        parts.paragraph(
            Message(
                "The p-value is how often pages swapped at random differ as much (paired approximate randomisation); "
                "the interval holds 95 % of the differences of pages drawn at random (paired bootstrap)."
            )
        )
        rows = [
            [
                parts.told(MEASURE_NAMES[name]),
                _figure(one.first),
                _figure(one.second),
                f"{_LEFT_TO_RIGHT}{one.difference:+.3f}",
                f"{_LEFT_TO_RIGHT}{one.low:+.3f} … {one.high:+.3f}",
                f"{one.p_value:.4f}",
            ]
            for name, one in compared.items()
        ]
        parts.table(_COMPARISON_HEADS, rows)

    def _add_labels(self, title: Message, ways: Mapping[Way, ByLabel]) -> None:
        parts, strict = self.parts, ways[Way.STRICT]
        if not strict:
            return
        parts.heading(title)
        labels = sorted(strict, key=lambda label: (-strict[label].gold, label))
        others = [way for way in ways if way is not Way.STRICT]
        rows = [
            [label, *_cells(strict[label]), *(_f1(ways[way].get(label, Tally())) for way in others)] for label in labels
        ]
        heads = [Message("F1 {way}", way=WAY_NAMES[way]) for way in others]
        parts.table([Message("type"), *_TALLY_HEADS, *heads], rows)
        parts.figure(bars({label: strict[label].f1 for label in labels}, parts))

    def _add_calibrations(self, evaluation: Evaluation) -> None:
        parts = self.parts
        if not evaluation.calibrations:
            return
        parts.heading(Message("Suggesters, and how far their scores can be believed"))
        rows = [
            [
                one.suggester,
                one.version,
                parts.told(KIND_NAMES[one.kind]),
                str(one.count),
                str(one.right),
                *map(_figure, (one.right / one.count, one.expected_error, one.brier)),
            ]
            for one in evaluation.calibrations
        ]
        parts.table(_SUGGESTER_HEADS, rows)
        parts.paragraph(
            Message(
                "A point stands for the suggestions of one tenth of the scale: across, their mean score; upwards, "
                "the share that is right. On the diagonal, scores are what they claim to be."
            )
        )
        parts.figures([reliability(one, parts) for one in evaluation.calibrations])

    def _add_confusion(self, title: Message, confusion: Confusion) -> None:
        labels = confusion.labels()
        if labels:
            self.parts.heading(title)
            self.parts.paragraph(
                Message("Rows: what gold says; columns: what was found, on the same words or on overlapping ones.")
            )
            self.parts.heat_map(labels, confusion.table())

    def _add_deviations(self, deviations: Iterable[Deviation]) -> None:
        parts = self.parts
        listed = sorted(deviations, key=lambda one: (suggester_behind(one), one.difference, one.label))
        if not listed:
            return
        parts.heading(Message("Misses and false alarms"))
        for (suggester, difference), group in groupby(listed, lambda one: (suggester_behind(one), one.difference)):
            items = list(group)
            name = suggester or parts.told(Message("what nobody suggested"))
            title = f"{name}: {parts.told(DIFFERENCE_NAMES[difference])} ({len(items)})"
            parts.deviations(title, items[:_DEVIATIONS_SHOWN], len(items) - _DEVIATIONS_SHOWN)


def _cells(tally: Tally) -> list[str]:
    return [*map(_figure, (tally.precision, tally.recall, tally.f1)), str(tally.gold), str(tally.found)]


def _f1(tally: Tally) -> str:
    return _figure(tally.f1) if tally.gold or tally.found else _NOTHING


def _figure(value: float) -> str:
    return f"{value:.3f}"
