import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.evaluation.evaluation import GoldDocument
from model.evaluation.scores import score_pages
from model.gold_page import GoldPage
from model.text.span import Span
from storage.evaluating.conll_gold import read_conll
from storage.evaluating.gold_set import GoldError
from storage.exporting import export
from tests.storage.builders import add, make_article, make_mention, step
from tests.storage.fresh import fresh_project

NESTED = """\
لمدير B-OCC
مكتب I-OCC B-ORG
القدس I-OCC I-ORG B-GPE
أمس O

عاد O
سالم B-PERS
"""


def read(folder: Path, content: str, sentences: int = 20) -> tuple[GoldDocument, ...]:
    path = folder / "gold.txt"
    path.write_text(content, encoding="utf-8")
    return read_conll([path], sentences).documents


def told(document: GoldDocument) -> list[tuple[str, str]]:
    return [(mention.label, mention.text) for mention in document.gold.mentions]


def test_words_become_a_text_and_nested_tags_nested_mentions(tmp_path: Path) -> None:
    (document,) = read(tmp_path, NESTED)
    assert document.text == "لمدير مكتب القدس أمس\nعاد سالم"
    expected = [("OCC", "لمدير مكتب القدس"), ("ORG", "مكتب القدس"), ("GPE", "القدس"), ("PERS", "سالم")]
    assert told(document) == expected
    assert [word.of(document.text) for word in document.words] == document.text.split()


def test_names_of_one_type_may_nest(tmp_path: Path) -> None:
    (document,) = read(tmp_path, "كلية B-ORG\nجامعة I-ORG B-ORG\nصنعاء I-ORG I-ORG B-GPE\nثم O\n")
    assert told(document) == [("ORG", "كلية جامعة صنعاء"), ("ORG", "جامعة صنعاء"), ("GPE", "صنعاء")]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("I-LOC I-LOC O B-LOC", ["a b", "d"]),  # IOB1
        ("B-LOC B-LOC I-LOC O", ["a", "b c"]),  # IOB2
        ("S-LOC B-LOC I-LOC E-LOC", ["a", "b c d"]),  # BIOES
        ("U-LOC O B-LOC L-LOC", ["a", "c d"]),  # BILOU
        ("B-LOC I-ORG I-LOC O", ["a", "b", "c"]),  # what continues nothing begins
    ],
)
def test_dialects_of_tags(tmp_path: Path, tags: str, expected: list[str]) -> None:
    lines = "".join(f"{word}\t{tag}\n" for word, tag in zip("abcd", tags.split(), strict=True))
    (document,) = read(tmp_path, lines)
    assert [text for _, text in told(document)] == expected


def test_pages_are_those_that_the_file_marks_or_so_many_sentences(tmp_path: Path) -> None:
    assert [one.gold.doc for one in read(tmp_path, NESTED, 1)] == ["gold-1", "gold-6"]
    marked = "# newdoc id = first\nأ O\n\nب O\n\n# newdoc id = second\n# a note\nج O\n"
    assert [(one.gold.doc, one.text) for one in read(tmp_path, marked, 1)] == [("first", "أ\nب"), ("second", "ج")]
    started = "-DOCSTART- -X- O O\n\nأ O\n\n-DOCSTART-\n\nب O\n"
    assert [one.text for one in read(tmp_path, started)] == ["أ", "ب"]


def test_a_hash_may_be_a_word(tmp_path: Path) -> None:
    (document,) = read(tmp_path, "# O\nسوريا B-LOC\n")
    assert document.text == "# سوريا"


@pytest.mark.parametrize("line", ["كلمة", "كلمة ORG", "كلمة B-", "كلمة NN B-NP X"])
def test_a_damaged_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(GoldError, match=r"gold\.txt, line 3: is no word"):
        read(tmp_path, f"أ O\nب B-LOC\n{line}\n")


def test_what_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.txt").write_bytes("سوريا B-LOC".encode("cp1256"))
    with pytest.raises(GoldError, match=r"gold\.txt: cannot be read"):
        read_conll([tmp_path / "gold.txt"], 20)


def test_our_own_export_is_read_as_it_was(tmp_path: Path) -> None:
    with fresh_project(tmp_path / "p.tawsim") as project:
        article = make_article()
        project.add_articles([article])
        mentions = [make_mention(article, "سامي الخوري"), make_mention(article, "الخوري", label="LOC")]
        mentions.append(make_mention(article, "السودان", label="LOC"))
        project.perform(step(add(*mentions)))
        export(project, "conll", tmp_path / "out.conll")
    (document,) = read_conll([tmp_path / "out.conll"], 20).documents
    assert told(document) == [("PERS", "سامي الخوري"), ("LOC", "الخوري"), ("LOC", "السودان")]
    assert document.gold.doc == article.id


TAGS = st.lists(st.lists(st.sampled_from(["O", "B-A", "I-A", "B-B", "I-B"]), min_size=1, max_size=8), min_size=1)


def entities(sentences: list[list[str]]) -> Counter[tuple[int, int, int, str]]:
    """The entities of IOB2 by a second reckoning: each tag's run, as the CoNLL evaluation reads it."""
    found: Counter[tuple[int, int, int, str]] = Counter()
    for number, tags in enumerate(sentences):
        begin = 0
        for at, tag in enumerate([*tags, "O"]):
            before = tags[at - 1] if at else "O"
            if before != "O" and (tag[0] != "I" or tag[2:] != before[2:]):
                found[number, begin, at, before[2:]] += 1
            if tag[0] == "B" or (tag[0] == "I" and (before == "O" or tag[2:] != before[2:])):
                begin = at
    return found


@settings(max_examples=60)
@given(TAGS, st.randoms(use_true_random=False))
def test_flat_scores_are_those_of_a_second_reckoning(
    tmp_path_factory: pytest.TempPathFactory, gold: list[list[str]], chance: random.Random
) -> None:
    found = [[chance.choice([tag, tag, "O", "B-A", "I-B"]) for tag in tags] for tags in gold]
    folder = tmp_path_factory.mktemp("conll")
    sides: list[GoldPage] = []
    for name, sentences in (("gold", gold), ("found", found)):
        path = folder / f"{name}.conll"
        text = "\n\n".join("\n".join(f"w {tag}" for tag in tags) for tags in sentences)
        path.write_text(text, encoding="utf-8")
        (document,) = read_conll([path], 1000).documents
        sides.append(document.gold)
    tally = score_pages([(sides[0], sides[1])]).measures["entities strict"]
    one, other = entities(gold), entities(found)
    assert (tally.matched, tally.gold, tally.found) == ((one & other).total(), one.total(), other.total())


def test_spans_lie_on_the_words(tmp_path: Path) -> None:
    (document,) = read(tmp_path, NESTED)
    assert document.gold.mentions[-1].span == document.words[-1] == Span(25, 29)
