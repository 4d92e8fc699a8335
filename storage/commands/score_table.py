"""The figures of an evaluation as lines of text."""

from collections.abc import Iterable, Iterator

from model.evaluation.differences import Deviation, Difference
from model.evaluation.scores import Scores
from model.evaluation.tally import Tally
from model.messages import Message
from model.messages.catalogue import render

_NAMES = {
    "entities strict": Message("entities strict"),
    "entities span only": Message("entities span only"),
    "entities outermost": Message("entities outermost"),
    "PERS ORG GPE LOC strict": Message("PERS ORG GPE LOC strict"),
    "times span+type": Message("times span+type"),
    "times span+value": Message("times span+value"),
    "events trigger+type": Message("events trigger+type"),
    "events trigger": Message("events trigger"),
    "arguments": Message("arguments"),
    "identity pairs (within page)": Message("identity pairs (within page)"),
}
_DIFFERENCES = {
    Difference.MISSED: Message("missed"),
    Difference.FALSE: Message("false"),
    Difference.VALUE: Message("value"),
    Difference.ARGUMENT_MISSED: Message("argument missed"),
    Difference.ARGUMENT_FALSE: Message("argument false"),
    Difference.ZONE: Message("zone"),
}
_LINE_SHOWN = 160


def measure_lines(scores: Scores, language: str) -> Iterator[str]:
    """One line a measure: precision, recall, F1 and the counts behind them."""
    yield render(Message("documents: {number}", number=scores.pages), language)
    for name, tally in scores.measures.items():
        yield _tally_line(render(_NAMES[name], language), tally, language)
    values, zones = scores.time_values, scores.zones
    yield f"{render(Message('time values on matched spans'), language):32s} {values.right}/{values.total}"
    yield f"{render(Message('zones'), language):32s} {zones.right}/{zones.total}"


def _tally_line(name: str, tally: Tally, language: str) -> str:
    counts = render(Message("(gold {gold}, other {found})", gold=tally.gold, found=tally.found), language)
    return f"{name:32s} P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}  {counts}"


def label_lines(scores: Scores, language: str) -> Iterator[str]:
    """One line a mention label, then one an event label, the most frequent first."""
    mentions, events = Message("mentions by type"), Message("events by type")
    for title, tallies in ((mentions, scores.labels), (events, scores.event_labels)):
        yield render(title, language)
        for name, tally in sorted(tallies.items(), key=lambda item: (-item[1].gold, item[0])):
            yield _tally_line(f"  {name}", tally, language)


def deviation_lines(deviations: Iterable[Deviation], language: str) -> Iterator[str]:
    """One line a difference: page, place, what is wrong, the words, and the line they stand in."""
    for one in deviations:
        what = render(_DIFFERENCES[one.difference], language)
        detail = f" [{one.detail}]" if one.detail else ""
        line = one.line if len(one.line) <= _LINE_SHOWN else one.line[:_LINE_SHOWN] + "…"
        yield f"{one.doc}:{one.span.start}\t{what}\t{one.label}\t{one.covered[:_LINE_SHOWN]}{detail}\t{line}"
