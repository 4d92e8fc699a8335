"""The figures of an evaluation as lines of text."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from model.evaluation.calibration import Calibration
from model.evaluation.comparison import Comparison
from model.evaluation.confusion import Confusion
from model.evaluation.differences import Deviation
from model.evaluation.evaluation import Evaluation
from model.evaluation.layers import Layer
from model.evaluation.scores import ByLabel, Way
from model.evaluation.tally import Tally
from model.messages import Message
from model.messages.catalogue import render
from storage.evaluating.coding import CodedType
from storage.evaluating.names import (
    DIFFERENCE_NAMES,
    KIND_NAMES,
    MEASURE_NAMES,
    PART_NAMES,
    WAY_NAMES,
    sentences_told,
    suggester_behind,
)

_LINE_SHOWN = 160
_CONFUSIONS_SHOWN = 15
_NOTHING = "—"


def evaluation_lines(told: Evaluation, language: str) -> Iterator[str]:
    """All figures: measures, types, suggesters, confused types."""
    yield from measure_lines(told, language)
    yield ""
    yield from label_lines(told, language)
    yield from calibration_lines(told.calibrations, language)
    mentions, events = Message("mentions confused, gold → found"), Message("events confused, gold → found")
    for title, table in ((mentions, told.mention_confusion), (events, told.event_confusion)):
        yield from confusion_lines(title, table, language)


def measure_lines(told: Evaluation, language: str) -> Iterator[str]:
    """One line a measure: precision, recall, F1 and the counts behind them."""
    scores = told.scores
    yield render(Message("documents: {number}", number=scores.pages), language)
    for name in told.measures:
        yield _tally_line(render(MEASURE_NAMES[name], language), scores.measures[name], language)
    values, zones = scores.time_values, scores.zones
    if Layer.VALUES in told.layers:
        yield f"{render(Message('time values on matched spans'), language):32s} {values.right}/{values.total}"
    if Layer.ZONES in told.layers:
        yield f"{render(Message('zones'), language):32s} {zones.right}/{zones.total}"


def _tally_line(name: str, tally: Tally, language: str) -> str:
    counts = render(Message("(gold {gold}, other {found})", gold=tally.gold, found=tally.found), language)
    return f"{name:32s} P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}  {counts}"


def label_lines(told: Evaluation, language: str) -> Iterator[str]:
    """One line a mention label, then one an event label, the most frequent first, with the F1 of milder measures."""
    yield render(Message("mentions by type"), language)
    yield from _ways_lines(told.scores.mentions, language)
    if Layer.EVENTS in told.layers:
        yield render(Message("events by type"), language)
        yield from _ways_lines(told.scores.events, language)


def _ways_lines(ways: Mapping[Way, ByLabel], language: str) -> Iterator[str]:
    for label, strict in sorted(ways[Way.STRICT].items(), key=lambda item: (-item[1].gold, item[0])):
        others = (
            f"{render(WAY_NAMES[way], language)} {_f1(tallies.get(label, Tally()))}"
            for way, tallies in ways.items()
            if way is not Way.STRICT
        )
        yield "  ".join((_tally_line(f"  {label}", strict, language), *others))


def _f1(tally: Tally) -> str:
    return f"{tally.f1:.3f}" if tally.gold or tally.found else f"{_NOTHING:5s}"


def calibration_lines(calibrations: Iterable[Calibration], language: str) -> Iterator[str]:
    """One line a suggester, then one for each tenth of the scale in which it has scores."""
    title = Message("suggesters: how many are right, and how far their scores can be believed")
    for number, one in enumerate(calibrations):
        if number == 0:
            yield render(title, language)
        summary = Message(
            "{right} of {count} right ({share}), calibration error {error}, Brier score {brier}",
            right=one.right,
            count=one.count,
            share=f"{one.right / one.count:.3f}",
            error=f"{one.expected_error:.3f}",
            brier=f"{one.brier:.3f}",
        )
        name = f"  {one.suggester} {one.version}  {render(KIND_NAMES[one.kind], language)}"
        yield f"{name:32s} {render(summary, language)}"
        for part in filter(None, one.bins):
            said = Message(
                "score {score}: {share} right of {count}",
                score=f"{part.confidence:.2f}",
                share=f"{part.accuracy:.2f}",
                count=part.count,
            )
            yield f"    {render(said, language)}"


def confusion_lines(title: Message, table: Confusion, language: str) -> Iterator[str]:
    """The most frequent wrong labels, on the same span or on one that overlaps."""
    wrong = [
        (count, gold, found)
        for (gold, found), count in table.table().items()
        if gold is not None and found is not None and gold != found
    ]
    if wrong:
        yield render(title, language)
    for count, gold, found in sorted(wrong, key=lambda one: (-one[0], *one[1:]))[:_CONFUSIONS_SHOWN]:
        where = Message(
            "{same} on the same words, {other} on overlapping ones",
            same=table.equal[gold, found],
            other=table.overlapping[gold, found],
        )
        yield f"  {f'{gold} → {found}':30s} {count:5d}  ({render(where, language)})"


def comparison_lines(compared: Mapping[str, Comparison], language: str) -> Iterator[str]:
    """One line a measure: both F1, their difference with its interval, and the p-value."""
    yield render(Message("F1: against, scored, difference [95 % interval], p-value"), language)
    for name, one in compared.items():
        title = render(MEASURE_NAMES[name], language)
        interval = f"[{one.low:+.3f}, {one.high:+.3f}]"
        yield f"{title:32s} {one.first:.3f}  {one.second:.3f}  {one.difference:+.3f} {interval}  p {one.p_value:.4f}"


def deviation_lines(deviations: Iterable[Deviation], language: str) -> Iterator[str]:
    """One line a difference, those of one suggester together.

    Page and place, what is wrong, the label, the words, the line they stand in, the suggester's score and reason.
    """
    for suggester, group in groupby(sorted(deviations, key=suggester_behind), suggester_behind):
        name = suggester or render(Message("what nobody suggested"), language)
        yield ""
        yield f"{name}:"
        yield from (_deviation_line(one, language) for one in group)


def _deviation_line(one: Deviation, language: str) -> str:
    what = render(DIFFERENCE_NAMES[one.difference], language)
    detail = f" [{one.detail}]" if one.detail else ""
    line = one.line if len(one.line) <= _LINE_SHOWN else one.line[:_LINE_SHOWN] + "…"
    parts = [f"{one.doc}:{one.span.start}", what, one.label, f"{one.covered[:_LINE_SHOWN]}{detail}", line]
    if one.evidence:
        parts.append(f"{one.evidence.score:.2f} {render(one.evidence.reason, language)}")
    return "\t".join(" ".join(part.splitlines()) for part in parts)


def agreement_lines(by_type: Mapping[str, CodedType], language: str) -> Iterator[str]:
    """A line each for trigger, actor and recipient of each type: token F1 of pairs."""
    yield render(Message("token F1: two coders, a coder and the first event, a coder and all events"), language)
    for event_type, coded in by_type.items():
        yield f"{event_type} ({render(sentences_told(coded.sentences), language)})"
        for part, one in coded.agreements.items():
            yield f"  {render(PART_NAMES[part], language):30s} {one.two_coders:.3f}  {one.first:.3f}  {one.every:.3f}"
