"""What ``./run evaluate`` is asked, and the evaluation that answers it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from model.errors import TawsimError
from model.evaluation.comparison import Comparison
from model.evaluation.evaluation import Evaluation, GoldDocument, compare_evaluations, evaluate
from model.evaluation.selection import of_suggester, renamed, suggesters_of, with_labels
from model.gold_page import GoldPage
from model.messages import Message
from storage.commands.pages import PAGE_SUFFIX, Page, read_page_file, read_pages
from storage.evaluating.gold_set import GoldSet
from storage.evaluating.suggesting import (
    Progress,
    Suggesting,
    labels_met,
    placed_as_gold,
    schema_for,
    schema_named,
    suggest_for,
    untold,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is scored against gold, and against what it is compared. Paths are folders of page files."""

    articles: Path | None = None
    predictions: Path | None = None
    metadata: Path | None = None
    schema: str | None = None
    suggester: str | None = None
    against: Path | None = None
    against_suggester: str | None = None
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scored:
    """The evaluation, the comparison if one was asked for, and what to tell the user beside it."""

    evaluation: Evaluation
    compared: Mapping[str, Comparison] | None
    has_texts: bool
    notes: tuple[Message, ...] = ()
    problems: tuple[Message, ...] = ()


def score(gold: GoldSet, wanted: Wanted, names: Mapping[str, str | None], progress: Progress = untold) -> Scored:
    """Find or make what is scored against gold, whose labels get these names first. Raises TawsimError."""
    gold = replace(gold, documents=tuple(replace(one, gold=renamed(one.gold, names)) for one in gold.documents))
    gold, pages = _with_texts(gold, wanted)
    if wanted.predictions is not None:
        return score_found(gold, _read_found(wanted.predictions, gold.documents), wanted)
    schema = schema_named(wanted.schema) if wanted.schema else schema_for(gold)
    suggesting = Suggesting(schema.source if schema else None, zones=not any(one.words for one in gold.documents))
    found, problems = suggest_for(pages, suggesting, progress)
    scored = score_found(gold, found, wanted)
    notes = scored.notes
    if schema is not None:
        told = Message("Suggestions are put into the labels of the schema “{schema}”.", schema=schema.name)
        notes = (told, *notes)
    return replace(scored, notes=notes, problems=tuple(problems))


def score_found(gold: GoldSet, found: Sequence[GoldPage], wanted: Wanted) -> Scored:
    """Score pages that are there already. Raises TawsimError for a suggester that proposed nothing."""
    sides = [_of(wanted.suggester, found)]
    if wanted.against is not None:
        sides.append(_read_found(wanted.against, gold.documents))
    if wanted.against_suggester is not None:
        sides[1:] = [_of(wanted.against_suggester, sides[1] if wanted.against is not None else found)]
    told = [_evaluation(gold, side, wanted.labels) for side in sides]
    compared = compare_evaluations(told[1], told[0]) if len(told) > 1 else None
    has_texts = all(one.text is not None for one in gold.documents)
    return Scored(told[0], compared, has_texts, gold.notes)


def _evaluation(gold: GoldSet, found: Sequence[GoldPage], labels: frozenset[str]) -> Evaluation:
    placed = placed_as_gold(gold.documents, found, flat=gold.flat)
    if not labels:
        return evaluate(gold.documents, placed, gold.layers)
    unknown = labels - labels_met(gold, placed)
    if unknown == labels:
        raise TawsimError(Message("None of these labels occurs: {labels}.", labels=", ".join(sorted(labels))))
    documents = [replace(one, gold=with_labels(one.gold, labels)) for one in gold.documents]
    return evaluate(documents, [with_labels(page, labels) for page in placed], gold.layers)


def _of(suggester: str | None, found: Sequence[GoldPage]) -> Sequence[GoldPage]:
    if suggester is None:
        return found
    known = frozenset[str]().union(*map(suggesters_of, found))
    if suggester.partition("@")[0] not in known:
        raise TawsimError(
            Message(
                "No suggester “{name}” proposed anything here; there are: {names}.",
                name=suggester,
                names=", ".join(sorted(known)) or "—",
            )
        )
    return [of_suggester(page, suggester) for page in found]


def _with_texts(gold: GoldSet, wanted: Wanted) -> tuple[GoldSet, list[Page]]:
    """The gold with its texts, and its pages where suggestions are to be made for them."""
    texts = {} if wanted.articles is None else _pages(read_pages([wanted.articles], wanted.metadata))
    for one in gold.documents:
        if one.text is not None and (one.gold.doc not in texts or texts[one.gold.doc].text != one.text):
            texts[one.gold.doc] = Page(one.gold.doc, one.text)
    if wanted.predictions is None:
        if wanted.articles is None and not texts:
            raise TawsimError(
                Message("Name the folder of the pages with --articles, or page files with --predictions.")
            )
        found = [_page_of(one.gold.doc, texts) for one in gold.documents]
    else:
        found = []
    documents = (
        replace(one, text=texts[one.gold.doc].text if one.gold.doc in texts else None) for one in gold.documents
    )
    return replace(gold, documents=tuple(documents)), found


def _pages(read: Iterable[Page | Message]) -> dict[str, Page]:
    """The pages by name; raises TawsimError when one of them cannot be read."""
    pages = dict[str, Page]()
    for page in read:
        if isinstance(page, Message):
            raise TawsimError(page)
        pages[page.name] = page
    return pages


def _page_of(name: str, pages: Mapping[str, Page]) -> Page:
    if name not in pages:
        raise TawsimError(Message("There is gold for “{name}”, but no such page.", name=name))
    return pages[name]


def _read_found(folder: Path, documents: Sequence[GoldDocument]) -> list[GoldPage]:
    return [_read_one(folder / f"{one.gold.doc}{PAGE_SUFFIX}", one.gold) for one in documents]


def _read_one(path: Path, gold: GoldPage) -> GoldPage:
    page = read_page_file(path)
    if page.text_length != gold.text_length:
        raise TawsimError(
            Message(
                "{file} is about another text ({found} characters, {gold} in the gold): its places cannot be compared.",
                file=str(path),
                found=page.text_length,
                gold=gold.text_length,
            )
        )
    return page
