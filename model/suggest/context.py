"""What a suggester may look at besides the article: its analysed text and what earlier suggesters found."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from model.annotation import Zone
from model.article import Article
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from model.text.folding import FoldedText, fold_aligned
from model.text.paragraphs import lines
from model.text.sentences import sentences
from model.text.span import Span
from model.text.tokens import Token, tokenize

UNTAGGED_ZONES = frozenset({"boilerplate"})
SPARSE_ZONES = frozenset({"dateline", "byline"})
SPARSE_LABELS = frozenset({"DATE", "TIME", "ORG"})
"""By the guidelines: in datelines and bylines only dates and organisations are tagged, in boilerplate nothing."""


@dataclass
class Context:
    """The analysis of one article, computed once and shared by all suggesters of a run.

    ``mentions`` and ``events`` hold what earlier suggesters of the pipeline proposed, in order of their start; the
    pipeline alone changes them, between suggesters.
    """

    article: Article
    published: date | None = None
    """The day that relative times count from: the metadata's, else the one that the page shows."""
    zones: tuple[Zone, ...] = ()
    mentions: tuple[SuggestedMention, ...] = ()
    events: tuple[SuggestedEvent, ...] = ()
    related_dates: dict[int, date] = field(default_factory=dict)
    """Dates of glued related stories, by the start of each line that belongs to one."""

    @cached_property
    def folded(self) -> FoldedText:
        """The whole text folded, with its alignment."""
        return fold_aligned(self.article.text)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines that are not empty."""
        return tuple(lines(self.article.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order."""
        return tuple(sentences(self.article.text))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens in order."""
        return tokenize(self.article.text)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.span.start for token in self.tokens]

    @cached_property
    def _zone_starts(self) -> list[int]:
        return [zone.span.start for zone in self.zones]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start within a span."""
        first = bisect_right(self._token_starts, span.start - 1)
        last = bisect_right(self._token_starts, span.end - 1)
        return self.tokens[first:last]

    def zone_at(self, offset: int) -> str:
        """The zone of the line that holds this code point; body when no zone is known."""
        index = bisect_right(self._zone_starts, offset) - 1
        return self.zones[index].zone if index >= 0 else "body"

    def taggable(self, offset: int, label: str) -> bool:
        """Whether the guidelines let a mention with this label start here."""
        zone = self.zone_at(offset)
        return zone not in UNTAGGED_ZONES and (zone not in SPARSE_ZONES or label in SPARSE_LABELS)

    def reference_date(self, offset: int) -> date | None:
        """The day that relative times in the line at this code point count from."""
        index = bisect_right(self._line_starts, offset) - 1
        return self.related_dates.get(self.lines[index].start, self.published) if index >= 0 else self.published


class Suggester(Protocol):
    """A named, versioned source of suggestions: pure and deterministic."""

    @property
    def name(self) -> str:
        """Short and stable: decisions remember it."""

    @property
    def version(self) -> str:
        """Changes whenever its suggestions may change."""

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """What it proposes for this article, seeing what earlier suggesters proposed in ``context``."""
