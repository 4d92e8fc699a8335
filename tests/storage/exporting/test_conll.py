"""CoNLL, read again by a strict reader of its own that knows nothing of the writer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings

from model.annotation import Mention
from model.text.span import Span, covered_text
from storage.exporting import export
from tests.storage.builders import add, make_article, make_mention, step
from tests.storage.exporting.projects import AnnotatedArticle, annotated_articles, project_of
from tests.storage.fresh import fresh_project

TAG = re.compile(r"O|[BI]-\S+")


@dataclass
class Document:
    id: str
    sentences: list[list[list[str]]] = field(default_factory=list)


def documents(path: Path) -> list[Document]:
    """The documents of a file, with everything checked that IOB2 demands."""
    found: list[Document] = []
    sentence: list[list[str]] = []
    widths = set()
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n\n") or not text.strip() or text.startswith("# newdoc")
    for line in text.split("\n"):
        if line.startswith("# newdoc id = "):
            assert not sentence
            found.append(Document(line.removeprefix("# newdoc id = ")))
        elif line:
            cells = line.split("\t")
            assert cells[0]
            assert not re.search(r"\s", cells[0])
            assert all(TAG.fullmatch(tag) for tag in cells[1:])
            widths.add(len(cells))
            sentence.append(cells)
        elif sentence:
            found[-1].sentences.append(sentence)
            sentence = []
    assert len(widths) <= 1
    return found


def tagged(sentence: list[list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Label and tokens of each chunk; an I- must continue a chunk of its label."""
    for column in range(1, len(sentence[0])):
        label, tokens = "", list[str]()
        for cells in [*sentence, ["", *["O"] * len(sentence[0])]]:
            tag = cells[column]
            if tag.startswith("I-"):
                assert tag[2:] == label
                tokens.append(cells[0])
                continue
            if label:
                yield label, tokens
            label, tokens = (tag[2:], [cells[0]]) if tag.startswith("B-") else ("", [])


def letters(text: str) -> str:
    return re.sub(r"\s", "", text.replace("\ud800", "\ufffd"))


@settings(max_examples=12)
@given(annotated_articles())
def test_every_mention_is_found_again_with_exactly_its_letters(articles: list[AnnotatedArticle]) -> None:
    with project_of(articles) as (project, folder):
        export(project, "conll", folder / "out.conll")
        found = documents(folder / "out.conll")
    assert [document.id for document in found] == [article.id for article, _ in articles]
    for document, (article, records) in zip(found, articles, strict=True):
        tokens = [cells[0] for sentence in document.sentences for cells in sentence]
        assert letters("".join(tokens)) == letters(article.text)
        chunks = sorted((label, "".join(words)) for sentence in document.sentences for label, words in tagged(sentence))
        pieces = [
            (mention.label, letters(span.of(article.text)))
            for mention in records
            if isinstance(mention, Mention)
            for span in mention.fragments
        ]
        assert chunks == sorted((label, text) for label, text in pieces if text)


def test_nested_and_crossing_mentions_and_words_with_clitics(tmp_path: Path) -> None:
    article = make_article("زار وزير خارجية العراق دمشق. والعراق جار سوريا.\nثم عاد.")
    words = ["وزير خارجية العراق", "العراق", "خارجية العراق دمشق"]
    second = Span(article.text.index("والعراق") + 1, article.text.index("والعراق") + 7)
    within = make_mention(article, "سوريا", label="LOC")
    clitic = Mention("c" * 16, article.id, "LOC", (second,), covered_text(article.text, (second,)), within.provenance)
    with fresh_project(tmp_path / "work.tawsim", name="عمل") as project:
        project.add_articles([article])
        mentions = [make_mention(article, word, label="PERS") for word in words]
        project.perform(step(add(*mentions, within, clitic)))
        report = export(project, "conll", tmp_path / "out.conll")
    assert (tmp_path / "out.conll").read_text("utf-8") == (
        f"# newdoc id = {article.id}\n"
        "زار\tO\tO\tO\nوزير\tB-PERS\tO\tO\nخارجية\tI-PERS\tB-PERS\tO\nالعراق\tI-PERS\tI-PERS\tB-PERS\n"
        "دمشق\tO\tI-PERS\tO\n.\tO\tO\tO\n\n"
        "و\tO\tO\tO\nالعراق\tB-LOC\tO\tO\nجار\tO\tO\tO\nسوريا\tB-LOC\tO\tO\n.\tO\tO\tO\n\n"
        "ثم\tO\tO\tO\nعاد\tO\tO\tO\n.\tO\tO\tO\n\n"
    )
    lost = {loss.message.template.split(",")[0]: loss.count for loss in report.losses}
    assert lost["{count} words"] == 1
    assert report.mentions == 5


def test_what_is_discontinuous_or_blank_or_has_edges_in_spaces_is_counted(tmp_path: Path) -> None:
    article = make_article("وصل الوزيران سامي ورنا الخوري  أمس")
    blank = article.text.index("  ")
    made = make_mention(article, "سامي", "الخوري")
    spans = [Span(blank, blank + 2), Span(blank - 6, blank + 1)]
    others = [
        Mention(str(number) * 16, article.id, "LOC", (span,), span.of(article.text), made.provenance)
        for number, span in enumerate(spans)
    ]
    with fresh_project(tmp_path / "work.tawsim", name="عمل") as project:
        project.add_articles([article])
        project.perform(step(add(made, *others)))
        losses = export(project, "conll", tmp_path / "out.conll").losses
    counted = {loss.message.one: loss.count for loss in losses}
    assert counted["one discontinuous mention, written as one mention a piece"] == 1
    assert counted["one mention that covers white space only"] == 1
    assert counted["white space at the edge of one mention"] == 1
