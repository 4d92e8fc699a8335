"""Where within its first and last word a mention or trigger begins and ends: letters of clitics to leave out."""

from collections.abc import Callable, Iterator, Sequence

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.classifier import Classifier
from model.suggest.learner.shapes import lexicon_flags
from model.suggestion import SuggestedMention
from model.text.clitics import ENCLITICS, PROCLITICS
from model.text.folding import fold_aligned
from model.text.span import Span
from model.text.tokens import Token

Edges = tuple[int, int]
"""Folded letters left out at the start of the first token and at the end of the last."""
_SHORTEST = 2


def edges_of(analysis: Analysis, first: int, last: int, span: Span) -> Edges | None:
    """How many folded letters a span leaves out; None where it does not end within its tokens."""
    opening, closing = analysis.tokens[first], analysis.tokens[last]
    if span.start == opening.span.start and span.end == closing.span.end:
        return 0, 0
    lead = _letters(opening, lambda at: at < span.start) if span.start > opening.span.start else 0
    tail = _letters(closing, lambda at: at >= span.end) if span.end < closing.span.end else 0
    fits = span_with(analysis, first, last, (lead, tail)) == span
    return (lead, tail) if fits else None


def _letters(token: Token, outside: Callable[[int], bool]) -> int:
    """How many folded letters of a token lie at places of the article that are outside."""
    return sum(outside(token.span.start + origin) for origin in fold_aligned(token.text).origins[:-1])


def span_with(analysis: Analysis, first: int, last: int, edges: Edges) -> Span | None:
    """The span of tokens without these letters; None when nothing would remain."""
    opening, closing = analysis.tokens[first], analysis.tokens[last]
    lead, tail = edges
    start, end = opening.span.start, closing.span.end
    if lead:
        folded = fold_aligned(opening.text)
        if len(folded.text) - lead < 1:
            return None
        start += folded.original_span(lead, len(folded.text)).start
    if tail:
        folded = fold_aligned(closing.text)
        if len(folded.text) - tail < 1:
            return None
        end = closing.span.start + folded.original_span(0, len(folded.text) - tail).end
    return Span(start, end) if start < end else None


def edge_options(analysis: Analysis, first: int, last: int, *, is_mention: bool) -> list[Edges]:
    """The edges that the letters allow: known proclitics before two letters or more; pronouns after triggers."""
    opening, closing = analysis.folded[first], analysis.folded[last]
    leads = [len(clitic) for clitic in PROCLITICS if opening.startswith(clitic)]
    tails = [len(clitic) for clitic in ENCLITICS if closing.endswith(clitic)] if not is_mention else [0]
    found = []
    for lead in leads:
        for tail in tails:
            left = len(opening) - lead - (tail if first == last else 0)
            if (lead, tail) == (0, 0) or (left >= _SHORTEST and len(closing) - tail >= _SHORTEST):
                found.append((lead, tail))
    return found


class EdgeFinder:
    """Finds the edges of what stands on given tokens of one article."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._whole = frozenset(analysis.folded)
        self._suggested: dict[tuple[int, int, bool], Edges] = {}
        for suggestion in analysis.suggestions:
            places = analysis.token_range(suggestion.hull)
            edges = edges_of(analysis, places[0], places[-1], suggestion.hull) if places else None
            if edges is not None:
                self._suggested[places[0], places[-1], isinstance(suggestion, SuggestedMention)] = edges

    def options(self, first: int, last: int, tag: str) -> list[tuple[Edges, list[str]]]:
        """The edges that the letters allow, each with what speaks for it where there is a choice."""
        is_mention = tag.startswith("mention:")
        allowed = edge_options(self._analysis, first, last, is_mention=is_mention)
        if len(allowed) < 2:
            return [(edges, []) for edges in allowed]
        suggested = self._suggested.get((first, last, is_mention))
        found = []
        for edges in allowed:
            features = list(_features(self._analysis, first, last, tag, edges, self._whole))
            if suggested is not None:
                features.append(f"rules {'agree' if edges == suggested else 'differ'}")
            found.append((edges, features))
        return found

    def best(self, classifier: Classifier, places: Sequence[tuple[int, int, str]]) -> list[Edges]:
        """The edges that the classifier finds most probable for each first and last token with a tag."""
        options = [self.options(first, last, tag) for first, last, tag in places]
        open_ones = [found for found in options if len(found) > 1]
        rows = iter(
            classifier.probabilities([features for found in open_ones for _, features in found])[:, -1].tolist()
        )
        chosen = []
        for found in options:
            rated = [(next(rows), -at) for at in range(len(found))] if len(found) > 1 else [(0.0, 0)]
            chosen.append(found[-max(rated)[1]][0] if found else (0, 0))
        return chosen


def _features(
    analysis: Analysis, first: int, last: int, label: str, edges: Edges, known: frozenset[str]
) -> Iterator[str]:
    lead, tail = edges
    opening, closing = analysis.folded[first], analysis.folded[last]
    cut, rest = opening[:lead], opening[lead:]
    whole = _restored(cut, rest)
    kind = label.partition(":")[0]
    for part, word in (("lead", cut), ("tail", closing[len(closing) - tail :])):
        yield f"{part}={word}"
        yield f"{part}={word}|{label}"
    yield f"{cut}+{rest[:2]}"
    yield f"{cut}+{kind}+{min(len(rest), 5)}"
    yield f"stem={rest}"
    yield f"{kind} ends {tail}|{closing[-2:]}"
    if first == last:
        yield f"core={rest[: len(rest) - tail]}"
    flags = lexicon_flags(whole)
    yield f"{bool(cut)}|{'listed' if any('0' in flag for flag in flags) else 'unlisted'}"
    if whole in known and cut:
        yield "stands elsewhere"


def _restored(cut: str, rest: str) -> str:
    return "ا" + rest if cut.endswith("ل") and rest.startswith("ل") else rest
