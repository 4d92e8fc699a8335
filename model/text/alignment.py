"""Places in an original text for places in its folded form, worked out only where they are asked for."""

from bisect import bisect_right
from functools import cached_property

from model.text.folding import TRAILING, FoldedText, fold, fold_aligned, removing
from model.text.span import Span


class Alignment:
    """The same as ``fold_aligned`` for somebody who needs few places of a long text: an order of magnitude faster."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.folded = fold(original)

    @cached_property
    def _removed(self) -> list[int]:
        """For each character that folding removes: how many folded characters stand before it."""
        return [found.start() - before for before, found in enumerate(removing().finditer(self.original))]

    @cached_property
    def _grows(self) -> bool:
        """Whether a few Latin letters became two in lower case, so that places must be looked up one by one."""
        return len(self.folded) + len(self._removed) != len(self.original)

    def original_span(self, start: int, end: int) -> Span:
        """The original span of the non-empty folded range: its letters, marks and tatweel after the last included."""
        if self._grows:
            return self._whole.original_span(start, end)
        close = self.origin(end - 1) + 1
        while close < len(self.original) and self.original[close] in TRAILING:
            close += 1
        return Span(self.origin(start), close)

    def origin(self, at: int) -> int:
        """The code point of the original that a folded character came from."""
        return self._whole.origins[at] if self._grows else at + bisect_right(self._removed, at)

    @cached_property
    def _whole(self) -> FoldedText:
        return fold_aligned(self.original)
