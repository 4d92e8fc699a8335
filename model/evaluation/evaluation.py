"""All that is told about found pages against gold."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.evaluation.calibration import Calibration, calibrations, observations
from model.evaluation.comparison import Comparison, compare
from model.evaluation.confusion import Confusion, confusion
from model.evaluation.differences import Deviation, deviations
from model.evaluation.layers import Layer
from model.evaluation.scores import MEASURES, Scores, score_page, total_of
from model.gold_page import GoldPage
from model.text.span import Span


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A page of gold with its text, which is missing where only page files are compared.

    ``words`` are there where gold labels whole words.
    """

    gold: GoldPage
    text: str | None = None
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, and what is behind them. ``pages`` are the scores page by page, in the order of gold."""

    layers: frozenset[Layer]
    scores: Scores
    pages: tuple[Scores, ...]
    calibrations: tuple[Calibration, ...]
    mention_confusion: Confusion
    event_confusion: Confusion
    deviations: tuple[Deviation, ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures whose layer gold annotates."""
        return tuple(name for name, layer in MEASURES.items() if layer in self.layers)


def evaluate(documents: Sequence[GoldDocument], found: Sequence[GoldPage], layers: frozenset[Layer]) -> Evaluation:
    """Score found pages against gold of the same order."""
    pairs = [(document.gold, page) for document, page in zip(documents, found, strict=True)]
    pages = tuple(score_page(gold, page) for gold, page in pairs)
    return Evaluation(
        layers,
        total_of(pages),
        pages,
        tuple(calibrations(one for gold, page in pairs for one in observations(gold, page))),
        confusion((gold.mentions, page.mentions) for gold, page in pairs),
        confusion((gold.events, page.events) for gold, page in pairs),
        tuple(
            one
            for document, page in zip(documents, found, strict=True)
            if document.text is not None
            for one in deviations(document.gold, page, document.text, layers)
        ),
    )


def compare_evaluations(first: Evaluation, second: Evaluation) -> dict[str, Comparison]:
    """Each measure's difference and how sure it is; of the same gold."""
    return compare([page.measures for page in first.pages], [page.measures for page in second.pages], first.measures)
