"""Random annotated articles for round trips."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

from model.annotation import Argument, Event, Identity, Mention, Provenance, Zone, attributes_of
from model.article import Article, ArticleState
from model.decision import Decision, Scope, Verdict
from model.identifiers import derived_id
from model.operation import Record
from model.text.span import Fragments, Span, covered_text, fragments_of
from storage import Project
from tests.storage.builders import NOON, make_article
from tests.storage.fresh import fresh_project

# only high halves of surrogate pairs, since a high and a low one side by side are one character to any reader of JSON
LETTERS = st.one_of(
    st.sampled_from("ابتثجحخدذرزسش ءآأؤإئ \n.،؟«»=+-@'\"\t"),
    st.characters(exclude_categories=["Cs"]),
    st.just("\ud800"),
)
TEXTS = st.text(LETTERS, min_size=1, max_size=60).filter(lambda text: bool(text.strip()))
SHORT = st.text(LETTERS, max_size=8)
KEYS = st.sampled_from([f"thing-{number}" for number in range(4)])
AnnotatedArticle = tuple[Article, tuple[Record, ...]]


@st.composite
def fragments_in(draw: st.DrawFn, text: str) -> Fragments:
    """One to three spans of a text."""
    places = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9)), min_size=1, max_size=3))
    return fragments_of(Span(start, min(start + length, len(text))) for start, length in places)


@st.composite
def provenances(draw: st.DrawFn) -> Provenance:
    """Made by hand or from a suggestion."""
    if draw(st.booleans()):
        return Provenance(draw(SHORT), NOON)
    return Provenance(draw(SHORT), NOON, draw(st.integers(1, 9999)), "0" * 16, "lexicon", "3", draw(st.floats(0, 1)))


@st.composite
def records_on(draw: st.DrawFn, article: Article) -> tuple[Record, ...]:
    """Mentions, events, zones and decisions of one article."""
    text = article.text
    mentions = []
    for number in range(draw(st.integers(0, 5))):
        fragments = draw(fragments_in(text))
        key = draw(st.none() | KEYS)
        mentions.append(
            Mention(
                derived_id(article.id, "m", number),
                article.id,
                draw(st.sampled_from(["PERS", "LOC"])),
                fragments,
                covered_text(text, fragments),
                draw(provenances()),
                draw(st.none() | SHORT),
                draw(st.sampled_from([None, "APPROX"])),
                None if key is None else derived_id(key),
                attributes_of(size=draw(SHORT)) if draw(st.booleans()) else (),
                draw(SHORT),
            )
        )
    events = []
    for number in range(draw(st.integers(0, 2))):
        fragments = draw(fragments_in(text))
        fillers = draw(st.lists(st.sampled_from(mentions), max_size=3)) if mentions else []
        events.append(
            Event(
                derived_id(article.id, "e", number),
                article.id,
                "SAY",
                fragments,
                covered_text(text, fragments),
                draw(provenances()),
                tuple(Argument("SPEAKER", filler.id) for filler in fillers),
                attributes_of(modality="future") if draw(st.booleans()) else (),
                draw(SHORT),
            )
        )
    zones = [Zone(article.id, Span(0, draw(st.integers(1, len(text)))), "menu", draw(st.none() | SHORT))]
    decisions = [
        Decision(
            derived_id(article.id, "d"),
            article.id,
            "f" * 16,
            draw(st.sampled_from(Verdict)),
            draw(SHORT),
            NOON,
            draw(SHORT),
            "LOC",
            "lexicon",
            draw(st.integers(0, 99)),
            draw(st.sampled_from(Scope)),
        )
    ]
    return (*mentions, *events, *draw(st.sampled_from([zones, []])), *draw(st.sampled_from([decisions, []])))


@st.composite
def annotated_articles(draw: st.DrawFn) -> list[AnnotatedArticle]:
    """One to three articles with their records."""
    found = []
    for number, text in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=3))):
        article = make_article(
            text,
            id=derived_id("article", number),
            title=draw(SHORT),
            name=draw(SHORT),
            outlet=draw(SHORT),
            url=draw(SHORT),
            published=draw(st.none() | st.dates()),
            state=draw(st.sampled_from(ArticleState)),
            copy_group=draw(st.sampled_from([None, "g"])),
            metadata=draw(st.dictionaries(SHORT, SHORT, max_size=2)),
        )
        found.append((article, draw(records_on(article))))
    return found


IDENTITIES = tuple(
    Identity(derived_id(f"thing-{number}"), f"thing-{number}", "LOC", f"شيء {number}", "ملاحظة" * number)
    for number in range(4)
)


@contextmanager
def project_of(articles: list[AnnotatedArticle]) -> Iterator[tuple[Project, Path]]:
    """A project with these articles, and a folder for files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with fresh_project(folder / "work.tawsim", name="عمل") as project:
            project.add_articles([article for article, _ in articles])
            project.add_annotations([*IDENTITIES, *(record for _, records in articles for record in records)])
            yield project, folder
