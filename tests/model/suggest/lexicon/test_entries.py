"""The loader reads what is written, and names file, line, column and remedy of what it cannot use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import TawsimError
from model.suggest.lexicon.entries import (
    LABELS,
    NAME_KINDS,
    POST_KINDS,
    load_bodies,
    load_lexicon,
    load_names,
    load_posts,
    read_bodies,
    read_entries,
    read_names,
    read_posts,
)
from model.text.folding import fold

ENTRY_HEADER = "key\tlabel\tforms\tambiguous\tnote\n"


def _file(folder: Path, text: str) -> Path:
    path = folder / "cities.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_an_entry_with_its_ambiguity(tmp_path: Path) -> None:
    rows = "aden\tGPE\tمحافظة عدن\naden\tGPE\tعدن\tyes\ttoo\ntripoli\tGPE\tطرابلس | طرابلس الغرب\tkey\n"
    first, second, third = read_entries(_file(tmp_path, ENTRY_HEADER + rows))
    assert (first.key, first.forms, first.ambiguous, first.homonym) == ("aden", ("محافظة عدن",), False, False)
    assert (second.ambiguous, second.homonym) == (True, False)
    assert (third.forms, third.ambiguous, third.homonym) == (("طرابلس", "طرابلس الغرب"), False, True)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Aden\tGPE\tعدن", "key"),
        ("عدن\tGPE\tعدن", "key"),
        ("\tGPE\tعدن", "key"),
        ("aden\tCITY\tعدن", "label"),
        ("aden", "label"),
        ("aden\tGPE\t", "forms"),
        ("aden\tGPE\tعدن |  | المعلا", "forms"),
        ("aden\tGPE\tعدن\tperhaps", "ambiguous"),
    ],
)
def test_names_the_place_of_a_bad_cell(tmp_path: Path, row: str, column: str) -> None:
    with pytest.raises(TawsimError) as caught:
        read_entries(_file(tmp_path, f"{ENTRY_HEADER}basra\tGPE\tالبصرة\n{row}\n"))
    assert f"cities.tsv, line 3, column {column}:" in str(caught.value)


@pytest.mark.parametrize("row", ["aden\tGPE\tعدن\t\t\tmore", ""])
def test_names_the_line_of_a_row_with_wrong_width(tmp_path: Path, row: str) -> None:
    with pytest.raises(TawsimError, match="line 2: a row has 1 to 5 cells"):
        read_entries(_file(tmp_path, f"{ENTRY_HEADER}{row}\nbasra\tGPE\tالبصرة\n"))


@pytest.mark.parametrize("text", ["", "key\tforms\n", "aden\tGPE\tعدن\n"])
def test_refuses_another_header(tmp_path: Path, text: str) -> None:
    with pytest.raises(TawsimError, match="the header must be key, label, forms, ambiguous, note"):
        read_entries(_file(tmp_path, text))


def test_refuses_a_missing_file_and_other_encodings(tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="cannot be read"):
        read_entries(tmp_path / "missing.tsv")
    path = tmp_path / "cities.tsv"
    path.write_bytes(ENTRY_HEADER.encode() + "aden\tGPE\tعدن\n".encode("cp1256"))
    with pytest.raises(TawsimError, match="cannot be read as UTF-8"):
        read_entries(path)


def test_refuses_unknown_kinds(tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="column kind: “job” is not known; use one of: generic"):
        read_posts(_file(tmp_path, "key\tkind\tforms\tnote\nminister\tjob\tوزير\n"))
    with pytest.raises(TawsimError, match="column kind"):
        read_names(_file(tmp_path, "form\tkind\tambiguous\tnote\nكريم\tgiven\n"))
    with pytest.raises(TawsimError, match="column form"):
        read_names(_file(tmp_path, "form\tkind\tambiguous\tnote\n\tfamily\n"))
    with pytest.raises(TawsimError, match="column label"):
        read_bodies(_file(tmp_path, "key\tlabel\tforms\tnote\nministry\tBODY\tوزارة\n"))


_forms = st.text(alphabet="أإآةىؤئابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=8)


@given(st.lists(st.lists(_forms, min_size=1, max_size=4), min_size=1, max_size=6))
def test_gives_back_what_was_written(tmp_path_factory: pytest.TempPathFactory, names: list[list[str]]) -> None:
    text = "".join(f"thing_{number}\tORG\t{' | '.join(forms)}\n" for number, forms in enumerate(names))
    entries = read_entries(_file(tmp_path_factory.mktemp("lexicon"), ENTRY_HEADER + text))
    assert [list(entry.forms) for entry in entries] == names
    assert [entry.key for entry in entries] == [f"thing_{number}" for number in range(len(names))]
    assert [list(entry.folded) for entry in entries] == [[fold(form) for form in forms] for forms in names]


def test_the_shipped_files_load_and_hold_what_news_is_made_of() -> None:
    lexicon = load_lexicon()
    keys = {(entry.key, entry.label) for entry in lexicon.entries}
    wanted = {("iraq", "GPE"), ("us", "GPE"), ("un", "ORG"), ("isis", "ORG"), ("norp_iraqi", "NORP")}
    wanted |= {("gulf", "LOC"), ("ain_al_asad", "FAC"), ("putin", "PERS"), ("f16", "PRODUCT"), ("jcpoa", "LAW")}
    assert wanted <= keys
    assert {entry.label for entry in lexicon.entries} <= LABELS
    assert len(lexicon.of_label("PERS")) >= 3000
    assert all(entry.label == "GPE" for entry in lexicon.of_label("GPE"))
    assert {part.kind for part in load_names()} == NAME_KINDS
    assert {post.kind for post in load_posts()} == POST_KINDS
    assert {"ORG", "GPE", "FAC", "LOC", "EVENT", "LAW"} <= {body.label for body in load_bodies()}
