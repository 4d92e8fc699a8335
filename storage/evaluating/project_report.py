"""The report on a project for a window: made in a process of its own, step by step, so that each step can be told."""

from dataclasses import dataclass, field

from model.evaluation.evaluation import GoldDocument
from model.gold_page import GoldPage
from storage.evaluating.project_gold import finished_articles, gold_of, read_articles
from storage.evaluating.report import report_page
from storage.evaluating.scoring import Wanted, score_found
from storage.project import Project


@dataclass
class _Gathered:
    """What the process has read so far."""

    documents: list[GoldDocument] = field(default_factory=list)
    found: list[GoldPage] = field(default_factory=list)


_gathered = _Gathered()


def begin_report(place: str) -> tuple[str, ...]:
    """Forget what was gathered; the ids of the finished articles. Raises TawsimError without any, or a StoreError."""
    _gathered.documents.clear()
    _gathered.found.clear()
    with Project.open(place, read_only=True) as project:
        return tuple(finished_articles(project))


def gather_for_report(place: str, article_ids: tuple[str, ...]) -> None:
    """Read some of the finished articles with their suggestions. Raises a StoreError."""
    with Project.open(place, read_only=True) as project:
        documents, found = read_articles(project, article_ids)
    _gathered.documents += documents
    _gathered.found += found


def finish_report(language: str) -> str:
    """Score what was gathered, and tell it as a page of HTML that needs nothing else."""
    told = score_found(gold_of(_gathered.documents), _gathered.found, Wanted())
    return report_page(told, language)
