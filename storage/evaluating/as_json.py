"""An evaluation as plain values for JSON, for other programs; labels and measures by their English names."""

from collections.abc import Mapping
from typing import Any

from model.evaluation.calibration import Calibration
from model.evaluation.comparison import Comparison
from model.evaluation.confusion import Cell, Confusion
from model.evaluation.differences import Deviation
from model.evaluation.evaluation import Evaluation
from model.evaluation.scores import ByLabel, Way
from model.evaluation.tally import Tally
from model.messages.catalogue import render
from storage.evaluating.coding import Coding


def evaluation_to_plain(told: Evaluation) -> dict[str, Any]:
    """The figures of all pages together."""
    scores = told.scores
    return {
        "documents": scores.pages,
        "measures": {name: tally_to_plain(scores.measures[name]) for name in told.measures},
        "time_values": {"right": scores.time_values.right, "total": scores.time_values.total},
        "zones": {"right": scores.zones.right, "total": scores.zones.total},
        "mentions": _ways(scores.mentions),
        "events": _ways(scores.events),
        "calibration": [_calibration(one) for one in told.calibrations],
        "confusion": {"mentions": _confusion(told.mention_confusion), "events": _confusion(told.event_confusion)},
    }


def tally_to_plain(tally: Tally) -> dict[str, float]:
    """Counts and figures."""
    return {
        "matched": tally.matched,
        "gold": tally.gold,
        "found": tally.found,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
    }


def _ways(ways: Mapping[Way, ByLabel]) -> dict[str, Any]:
    return {way: {label: tally_to_plain(one) for label, one in sorted(labels.items())} for way, labels in ways.items()}


def _calibration(one: Calibration) -> dict[str, Any]:
    return {
        "suggester": one.suggester,
        "version": one.version,
        "kind": one.kind,
        "count": one.count,
        "right": one.right,
        "expected_calibration_error": one.expected_error,
        "brier": one.brier,
        "bins": [
            None if part is None else {"count": part.count, "score": part.confidence, "right": part.accuracy}
            for part in one.bins
        ],
    }


def _confusion(table: Confusion) -> list[dict[str, Any]]:
    def order(cell: Cell) -> tuple[str, str]:
        return cell[0] or "", cell[1] or ""

    return [
        {"gold": cell[0], "found": cell[1], "same_span": table.equal[cell], "overlapping": table.overlapping[cell]}
        for cell in sorted(table.table(), key=order)
    ]


def comparison_to_plain(compared: Mapping[str, Comparison]) -> dict[str, Any]:
    """Each measure's F1 of both and what the difference is worth."""
    return {
        name: {
            "against_f1": one.first,
            "f1": one.second,
            "difference": one.difference,
            "low": one.low,
            "high": one.high,
            "p_value": one.p_value,
        }
        for name, one in compared.items()
    }


def deviation_to_plain(one: Deviation, language: str) -> dict[str, Any]:
    """One difference; the reason in the reader's language."""
    plain: dict[str, Any] = {
        "doc": one.doc,
        "start": one.span.start,
        "end": one.span.end,
        "difference": one.difference,
        "label": one.label,
        "text": one.covered,
        "detail": one.detail,
        "line": one.line,
    }
    if one.evidence is not None:
        by = one.evidence
        plain |= {"suggester": by.suggester, "version": by.version, "score": by.score}
        plain["reason"] = render(by.reason, language)
    return plain


def coding_to_plain(told: Coding) -> dict[str, Any]:
    """Token F1 beside coders, by event type and part."""
    return {
        event_type: {
            "sentences": coded.sentences,
            **{
                part: {"two_coders": one.two_coders, "first_event": one.first, "all_events": one.every}
                for part, one in coded.agreements.items()
            },
        }
        for event_type, coded in told.by_type.items()
    }
