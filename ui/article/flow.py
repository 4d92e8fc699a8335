"""The page from top to bottom: which paragraph stands where, laid out only where somebody looks."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from ui.article.arrange import arrange
from ui.article.folding import Fold
from ui.article.metrics import PageMetrics
from ui.article.paragraph import Paragraph

TOP = 20
BOTTOM = 96


class Flow:
    """Heights and places of all paragraphs, in whole pixels from the top of the page.

    A paragraph that nobody has looked at has an estimated height; ``settle`` lays out those of a stretch.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], folds: Sequence[Fold], metrics: PageMetrics) -> None:
        self.paragraphs = paragraphs
        self.metrics = metrics
        self.layouts_made = 0
        self.set_folds(folds)
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._heights = [0] * len(paragraphs)
        self._tops: list[int] | None = None
        self.estimate_all()

    def set_folds(self, folds: Sequence[Fold]) -> None:
        """Fold other runs; the paragraphs concerned must be arranged again."""
        self.folds = folds
        self._fold_of = {index: fold for fold in folds for index in range(fold.first, fold.last + 1)}

    def estimate_all(self) -> None:
        """Forget every measured height."""
        for paragraph in self.paragraphs:
            paragraph.arranged = False
            self._heights[paragraph.index] = self._estimate(paragraph)
        self._tops = None

    def change_metrics(self, metrics: PageMetrics) -> None:
        """Lay out anew for another text size or column."""
        self.metrics = metrics
        for paragraph in self.paragraphs:
            paragraph.forget_layout()
        self.estimate_all()

    def _estimate(self, paragraph: Paragraph) -> int:
        head = self._head(paragraph)
        if self.is_hidden(paragraph):
            return head
        if paragraph.blank:
            return head + self.metrics.blank_height
        style = self.metrics.style(paragraph.zone)
        lines = max(1, math.ceil(len(paragraph.text) * style.letter / self.metrics.column))
        lanes = min(lines, len(paragraph.tags)) * self.metrics.lane_height
        return head + math.ceil(lines * style.slot + lanes) + self._gap(paragraph)

    def _head(self, paragraph: Paragraph) -> int:
        fold = self._fold_of.get(paragraph.index)
        return self.metrics.fold_height if fold is not None and fold.first == paragraph.index else 0

    def _gap(self, paragraph: Paragraph) -> int:
        return round(self.metrics.text_size * 0.35)

    def fold_of(self, paragraph: Paragraph) -> Fold | None:
        """The fold that a paragraph belongs to."""
        return self._fold_of.get(paragraph.index)

    def fold_headed_by(self, paragraph: Paragraph) -> Fold | None:
        """The fold whose quiet line stands above this paragraph."""
        fold = self._fold_of.get(paragraph.index)
        return fold if fold is not None and fold.first == paragraph.index else None

    def is_hidden(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is folded away."""
        fold = self._fold_of.get(paragraph.index)
        return fold is not None and fold.folded

    def text_top(self, paragraph: Paragraph) -> int:
        """Where the text of a paragraph starts on the page, below the quiet line of its fold."""
        return self.top(paragraph.index) + self._head(paragraph)

    @property
    def tops(self) -> Sequence[int]:
        """Where each paragraph starts, and where the last one ends."""
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=TOP))
        return self._tops

    def top(self, index: int) -> int:
        """Where a paragraph starts."""
        return self.tops[index]

    @property
    def height(self) -> int:
        """Of the whole page."""
        return self.tops[-1] + BOTTOM

    def index_at_height(self, y: float) -> int:
        """The paragraph at this height; the first or last one beyond them."""
        return min(max(0, bisect_right(self.tops, y) - 1), len(self.paragraphs) - 1)

    def index_at(self, offset: int) -> int:
        """The paragraph that holds this code point, or whose line break does."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def indices_of(self, start: int, end: int) -> range:
        """The paragraphs that a range of code points touches."""
        first = self.index_at(start)
        if not self.paragraphs or end <= self.paragraphs[first].end:
            return range(first, first + 1)
        return range(first, self.index_at(max(start, end - 1)) + 1)

    def shown_between(self, top: float, bottom: float) -> range:
        """The paragraphs of a stretch of the page."""
        return range(self.index_at_height(top), self.index_at_height(bottom) + 1)

    def ensure(self, index: int) -> bool:
        """Lay out one paragraph if it is shown; returns whether its height changed."""
        paragraph = self.paragraphs[index]
        if paragraph.arranged:
            return False
        height = self._head(paragraph)
        if self.is_hidden(paragraph):
            paragraph.arranged = True
        elif paragraph.blank:
            paragraph.arranged = True
            height += self.metrics.blank_height
        else:
            height += self._lay_out(paragraph) + self._gap(paragraph)
        return self._set_height(index, height)

    def _lay_out(self, paragraph: Paragraph) -> int:
        if paragraph.layout is None:
            paragraph.shape(self.metrics)
            self.layouts_made += 1
        return arrange(paragraph, self.metrics)

    def _set_height(self, index: int, height: int) -> bool:
        if self._heights[index] == height:
            return False
        self._heights[index] = height
        self._tops = None
        return True

    def settle(self, top: float, bottom: float) -> bool:
        """Lay out all paragraphs of a stretch of the page; returns whether any height changed."""
        changed = False
        index = self.index_at_height(top)
        while index < len(self.paragraphs):
            changed |= self.ensure(index)
            if self.top(index + 1) > bottom:
                break
            index += 1
        return changed
