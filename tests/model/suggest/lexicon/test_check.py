"""The shipped lexicons pass the check, and the check finds each kind of fault in files that have it."""

from pathlib import Path

import pytest

from model.errors import TawsimError
from model.suggest.lexicon.check import ORDINARY_COLUMNS, ORDINARY_FILE, check_lexicons
from model.suggest.lexicon.entries import (
    BODIES_FILE,
    BODY_COLUMNS,
    ENTRY_COLUMNS,
    ENTRY_FILES,
    NAME_COLUMNS,
    NAMES_FILE,
    POST_COLUMNS,
    POSTS_FILE,
    lexicons_folder,
)


def _write(path: Path, columns: tuple[str, ...], *rows: str) -> None:
    path.write_text("\n".join(["\t".join(columns), *rows]) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with small lexicons that have no fault."""
    for name in ENTRY_FILES:
        _write(tmp_path / name, ENTRY_COLUMNS)
    _write(tmp_path / "cities.tsv", ENTRY_COLUMNS, "aden\tGPE\tعدن\tyes", "basra\tGPE\tالبصرة | ثغر العراق")
    _write(tmp_path / NAMES_FILE, NAME_COLUMNS, "سعاد\tgiven_arabic", "كريم\tgiven_arabic\tyes")
    _write(tmp_path / POSTS_FILE, POST_COLUMNS, "minister\tpost\tوزير | وزيرة")
    _write(tmp_path / BODIES_FILE, BODY_COLUMNS, "ministry\tORG\tوزارة")
    _write(tmp_path / ORDINARY_FILE, ORDINARY_COLUMNS, "أمل", "بيان")
    return tmp_path


def _faults(folder: Path) -> list[tuple[str, int, str]]:
    return [(found.file, found.line, found.message.english()) for found in check_lexicons(folder)]


def test_the_shipped_lexicons_have_no_fault() -> None:
    assert _faults(lexicons_folder()) == []


def test_files_without_fault_pass(folder: Path) -> None:
    assert _faults(folder) == []


@pytest.mark.parametrize("rows", [("basra\tGPE\tالبصرة", "aden\tGPE\tعدن"), ("aden\tGPE\tعدن", "aden\tGPE\tالمعلا")])
def test_finds_lines_out_of_order_and_lines_that_should_be_one(folder: Path, rows: tuple[str, ...]) -> None:
    _write(folder / "cities.tsv", ENTRY_COLUMNS, *rows)
    (fault,) = _faults(folder)
    assert fault[:2] == ("cities.tsv", 3)
    assert "sort the file" in fault[2]


def test_finds_disorder_in_every_kind_of_table(folder: Path) -> None:
    _write(folder / NAMES_FILE, NAME_COLUMNS, "كريم\tfamily", "سعاد\tfamily")
    _write(folder / POSTS_FILE, POST_COLUMNS, "b\tpost\tوزير", "a\tpost\tسفير")
    _write(folder / BODIES_FILE, BODY_COLUMNS, "b\tORG\tوزارة", "a\tORG\tهيئة")
    _write(folder / ORDINARY_FILE, ORDINARY_COLUMNS, "بيان", "أمل")
    files = (NAMES_FILE, POSTS_FILE, BODIES_FILE, ORDINARY_FILE)
    assert {fault[:2] for fault in _faults(folder)} == {(file, 3) for file in files}


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ("عَدن", "U+064E"),
        ("عـدن", "U+0640"),
        ("عدن\u200f", "U+200F"),
        ("عدن،", "U+060C"),
        ("عдن", "U+0434"),
        ("باب  المندب", "stray space"),
        ("عدن ", "stray space"),
        ("عدnن", "mixes alphabets"),
    ],
)
def test_finds_characters_that_do_not_belong(folder: Path, form: str, fault: str) -> None:
    _write(folder / "regions.tsv", ENTRY_COLUMNS, f"place\tLOC\t{form}\t\tnote")
    faults = _faults(folder)
    assert faults
    assert all(found[:2] == ("regions.tsv", 2) for found in faults)
    assert fault in " ".join(found[2] for found in faults)


@pytest.mark.parametrize("form", ["إف-16", "أ.ف.ب", "أوبك+", "AFP", "ڤالمة", "سامب/تي"])
def test_lets_ordinary_writing_pass(folder: Path, form: str) -> None:
    _write(folder / "organisations.tsv", ENTRY_COLUMNS, f"thing\tORG\t{form}")
    assert _faults(folder) == []


@pytest.mark.parametrize("second", ["أميركا", "اميركا", "أميركة"])
def test_finds_a_form_that_folds_to_another_of_its_key(folder: Path, second: str) -> None:
    _write(folder / "countries.tsv", ENTRY_COLUMNS, f"us\tGPE\tاميركا | {second}")
    faults = _faults(folder)
    assert bool(faults) == (second != "أميركة")
    assert all("stands twice for “us”" in fault[2] for fault in faults)


def test_finds_one_form_of_two_keys_and_accepts_marked_homonyms(folder: Path) -> None:
    _write(folder / "cities.tsv", ENTRY_COLUMNS, "tripoli_lebanon\tGPE\tطرابلس\tkey", "tripoli_libya\tGPE\tطرابلس")
    (fault,) = _faults(folder)
    assert fault[:2] == ("cities.tsv", 3)
    assert "is also GPE “tripoli_lebanon” in cities.tsv, line 2" in fault[2]
    _write(folder / "cities.tsv", ENTRY_COLUMNS, "tripoli_lebanon\tGPE\tطرابلس\tkey", "tripoli_libya\tGPE\tطرابلس\tkey")
    assert _faults(folder) == []


def test_finds_one_form_of_two_labels_unless_one_reading_is_marked(folder: Path) -> None:
    _write(folder / "people.tsv", ENTRY_COLUMNS, "hope\tPERS\tالبصره")
    assert {fault[:2] for fault in _faults(folder)} == {("people.tsv", 2), ("cities.tsv", 3)}
    _write(folder / "people.tsv", ENTRY_COLUMNS, "hope\tPERS\tالبصره\tyes")
    assert _faults(folder) == []


def test_finds_one_key_of_two_things_and_accepts_one_thing_under_two_labels(folder: Path) -> None:
    _write(folder / "laws.tsv", ENTRY_COLUMNS, "basra\tLAW\tإعلان البصرة")
    (fault,) = _faults(folder)
    assert fault[:2] == ("laws.tsv", 2)
    assert "“basra” is also GPE in cities.tsv, line 3" in fault[2]
    _write(folder / "laws.tsv", ENTRY_COLUMNS, "basra\tLAW\tالبصرة\tyes")
    assert _faults(folder) == []


def test_finds_ordinary_words_that_are_not_marked(folder: Path) -> None:
    _write(folder / "organisations.tsv", ENTRY_COLUMNS, "amal\tORG\tحركة أمل", "amal\tORG\tأمل\tyes")
    _write(folder / NAMES_FILE, NAME_COLUMNS, "أمل\tgiven_arabic\tyes", "سعاد\tgiven_arabic")
    assert _faults(folder) == []
    _write(folder / "organisations.tsv", ENTRY_COLUMNS, "amal\tORG\tأمل")
    _write(folder / NAMES_FILE, NAME_COLUMNS, "امل\tgiven_arabic", "سعاد\tgiven_arabic")
    faults = _faults(folder)
    assert [fault[:2] for fault in faults] == [(NAMES_FILE, 2), ("organisations.tsv", 2)]
    assert all("is the ordinary word “أمل” too" in fault[2] for fault in faults)


@pytest.mark.parametrize(("kind", "found"), [("given_foreign", True), ("family", False)])
def test_finds_given_names_that_a_proclitic_makes_an_ordinary_word(folder: Path, kind: str, *, found: bool) -> None:
    _write(folder / NAMES_FILE, NAME_COLUMNS, f"يان\t{kind}")
    assert bool(_faults(folder)) == found


def test_lets_peoples_and_kinds_of_arms_be_ordinary_words(folder: Path) -> None:
    _write(folder / ORDINARY_FILE, ORDINARY_COLUMNS, "صاروخ", "عرب")
    _write(folder / "nationalities.tsv", ENTRY_COLUMNS, "norp_arab\tNORP\tعرب")
    _write(folder / "weapons.tsv", ENTRY_COLUMNS, "missile\tPRODUCT\tصاروخ")
    assert _faults(folder) == []


def test_unusable_rows_are_errors_of_the_loader(folder: Path) -> None:
    _write(folder / "laws.tsv", ENTRY_COLUMNS, "oslo\tTREATY\tاتفاق أوسلو")
    with pytest.raises(TawsimError, match=r"laws\.tsv, line 2, column label"):
        check_lexicons(folder)
