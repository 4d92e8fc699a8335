"""Where a query finds something in one article."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from model.errors import TawsimError
from model.messages import Message
from model.search.query import ExpressionPart, FoundTag, Part, Query, TagPart, TextPart, satisfies
from model.search.words import HIT, PRONOUN
from model.text.alignment import Alignment
from model.text.span import Span

SECONDS = 1.0
"""How long a regular expression may take over one article."""
_TEH = "ة"


class SlowExpressionError(TawsimError):
    """A regular expression that takes too long, mostly by trying the same letters in ever new ways."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where one part of a query is met: a place and, for a tag, which one."""

    span: Span
    tag: FoundTag | None = None


@dataclass(frozen=True)
class SearchedText:
    """An article as a search sees it: its text, the tags that the query's parts may ask for, the schema's defaults."""

    text: str
    tags: Sequence[FoundTag] = ()
    defaults: dict[str, str] = field(default_factory=dict)

    @cached_property
    def alignment(self) -> Alignment:
        """Its folded text, and the way back."""
        return Alignment(self.text)


def find(query: Query, searched: SearchedText) -> Iterator[Found]:
    """Every hit, by what stands at the query's target, each place and tag once, in the order of the text.

    Raises SlowExpressionError.
    """
    first = _places(query.parts[0], searched)
    chains: Iterable[tuple[Found, ...]] = ((one,) for one in first)
    for part, gap in zip(query.parts[1:], query.gaps, strict=True):
        chains = _followed(chains, _places(part, searched), gap, searched.text)
    targets = (chain[query.target] for chain in chains)
    by_place = {(found.span, found.tag.id if found.tag else ""): found for found in targets}
    yield from (by_place[key] for key in sorted(by_place))


def _places(part: Part, searched: SearchedText) -> list[Found]:
    if isinstance(part, TagPart):
        tags = (tag for tag in searched.tags if satisfies(tag, part, searched.defaults))
        return sorted((Found(Span(tag.start, tag.end), tag) for tag in tags), key=lambda found: found.span)
    if isinstance(part, TextPart):
        return [Found(span) for span in word_places(part, searched.alignment)]
    return [Found(span) for span in _expression_places(part, searched)]


def word_places(part: TextPart, alignment: Alignment) -> Iterator[Span]:
    """The places of words: article included, what is written before it and pronouns not."""
    for match in part.pattern.matches(alignment.folded):
        named = match.groupdict()
        if named.get(PRONOUN) and _is_ta_marbuta(alignment, match.end() - 1):
            continue  # in Arabic letters, a feminine ending and the pronoun ه differ by their dots
        start, end = match.span(HIT)
        yield alignment.original_span(start, end)


def _is_ta_marbuta(alignment: Alignment, at: int) -> bool:
    return alignment.original[alignment.origin(at)] == _TEH


def _expression_places(part: ExpressionPart, searched: SearchedText) -> Iterator[Span]:
    text = searched.text if part.raw else searched.alignment.folded
    try:
        for match in part.expression.finditer(text, timeout=SECONDS):
            start, end = match.span()
            if start < end:
                yield Span(start, end) if part.raw else searched.alignment.original_span(start, end)
    except TimeoutError as error:
        raise SlowExpressionError(
            Message(
                "The regular expression takes too long: it can match the same letters in very many ways. "
                "Avoid repetitions within repetitions, such as (a+)+."
            )
        ) from error


def _followed(
    chains: Iterable[tuple[Found, ...]], places: list[Found], gap: int, text: str
) -> Iterator[tuple[Found, ...]]:
    """The chains with each place that follows within the gap, on the same line."""
    starts = [found.span.start for found in places]
    for chain in chains:
        end = chain[-1].span.end
        line_end = text.find("\n", end)
        limit = len(text) if line_end < 0 else line_end
        for found in places[bisect_left(starts, end) :]:
            if found.span.start > limit or _words(text[end : found.span.start]) > gap:
                break
            yield (*chain, found)


def _words(between: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in between.split())
