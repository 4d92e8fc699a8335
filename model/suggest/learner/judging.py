"""What speaks for and against a candidate beside its own words: features for the judges that give the final scores."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.candidates import Candidate
from model.suggest.learner.memory import Recollection
from model.suggest.learner.shapes import core, shape

_STEPS = (0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)
_COARSE = (0.1, 0.5, 0.9)
_AGREED = (0.25, 0.75)


def judged_features(analysis: Analysis, candidates: Sequence[Candidate]) -> list[list[str]]:
    """The features of each candidate of an article, in their order."""
    neighbours = _Neighbours(candidates)
    return [list(_features(analysis, one, neighbours)) for one in candidates]


def _features(analysis: Analysis, one: Candidate, neighbours: "_Neighbours") -> Iterator[str]:
    source = "rule" if one.rule else "new"
    fine, coarse = bisect_left(_STEPS, one.detected), bisect_left(_COARSE, one.detected)
    yield f"{source}"
    yield f"{source}|p{fine}"
    yield f"{source}|{one.label}"
    yield f"{source}|{one.label}|p{coarse}"
    if one.rule is not None:
        yield f"why={one.rule.reason.template}"
        yield f"why={one.rule.reason.template}|p{coarse}"
        yield f"score={one.rule.score:.1f}|{one.label}"
    yield from _memory_features(source, one.known)
    yield f"{source}|elsewhere{bisect_left(_COARSE, one.elsewhere)}|{min(one.places, 3)}"
    yield f"{source}|size{min(one.last - one.first, 4)}"
    yield f"zone={analysis.context.zone_at(one.span.start)}|{source}"
    yield from _word_features(analysis, one, source)
    yield from neighbours.features(one, source)


def _memory_features(source: str, known: Recollection) -> Iterator[str]:
    if known.seen or known.rejected:
        share = known.confirmed / max(known.seen, known.confirmed, 1)
        yield f"{source}|known{bisect_left((0.0, 0.34, 0.67, 0.9), share)}|{bisect_left((1, 3), known.confirmed)}"
        if known.other:
            yield f"{source}|other{bisect_left((0.5, 1.0), known.other / (known.confirmed + known.other))}"
        if known.rejected:
            agreed = known.confirmed / (known.confirmed + known.rejected)
            yield f"{source}|refused{min(known.rejected, 3)}|{bisect_left(_AGREED, agreed)}"
    else:
        yield f"{source}|unknown"


def _word_features(analysis: Analysis, one: Candidate, source: str) -> Iterator[str]:
    folded = analysis.folded
    yield f"head={core(one.words[0])}|{one.label}"
    yield f"end={core(folded[one.last])}|{one.label}"
    if one.first == one.last:
        yield f"{source}|{shape(analysis.tokens[one.first].text)}|{min(len(one.words[0]), 5)}|{one.label}"
    if one.first > 0:
        yield f"before={core(folded[one.first - 1])}|{one.label}"
    if one.last + 1 < len(folded):
        yield f"after={core(folded[one.last + 1])}|{one.label}"
    yield f"lead={one.span.start - analysis.starts[one.first]}|{source}"


class _Neighbours:
    """The other candidates over a candidate's tokens."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._over: dict[int, list[Candidate]] = {}
        for one in candidates:
            for at in range(one.first, one.last + 1):
                self._over.setdefault(at, []).append(one)

    def features(self, one: Candidate, source: str) -> Iterator[str]:
        """How it lies to them, without repeats."""
        others = {id(other): other for at in (one.first, one.last) for other in self._over[at] if other is not one}
        yield from dict.fromkeys(name for other in others.values() for name in _relation(one, other, source))


def _relation(one: Candidate, other: Candidate, source: str) -> Iterator[str]:
    by = "rule" if other.rule else "new"
    sure = bisect_left(_COARSE, other.detected)
    if other.is_mention != one.is_mention:
        yield f"{source}|{one.tag[:1]}|with|{other.label}|{by}"
        return
    better = "more" if other.detected > one.detected else "less"
    if other.span == one.span:
        yield f"{source}|same|{by}|{better}"
        yield f"{source}|same|{by}|{one.label}|{other.label}"
    elif other.first <= one.first and one.last <= other.last:
        alike = other.label == one.label
        yield f"{source}|within|{by}|{sure}|{alike}"
        yield f"{source}|within|{by}|{one.label}|{other.label}|{one.first - other.first == 0}"
    elif one.first <= other.first and other.last <= one.last:
        alike = other.label == one.label
        yield f"{source}|around|{by}|{sure}|{alike}"
        yield f"{source}|around|{by}|{one.label}|{other.label}|{one.first - other.first == 0}"
    else:
        yield f"{source}|crosses|{by}|{sure}"
