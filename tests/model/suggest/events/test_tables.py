"""The tables of event words can be used, and a bad row is named."""

from pathlib import Path

import pytest

from model.errors import TawsimError
from model.suggest.events.conditions import is_condition, parse_condition
from model.suggest.events.lexicon import (
    EVENT_TYPES,
    NOUN_COLUMNS,
    PARTICIPLE_COLUMNS,
    VERB_COLUMNS,
    events_folder,
    load_forms,
    read_nouns,
    read_participles,
    read_verbs,
)
from model.suggest.events.triggers import LOWEST_SCORE
from model.suggest.lexicon.tables import read_table

_TABLES = {"verbs.tsv": VERB_COLUMNS, "nouns.tsv": NOUN_COLUMNS, "participles.tsv": PARTICIPLE_COLUMNS}


@pytest.mark.parametrize("name", _TABLES)
def test_rows_are_sorted_single_and_said(name: str) -> None:
    rows = [tuple(row.cells) for row in read_table(events_folder() / name, _TABLES[name])]
    leads = [cells[0] for cells in rows]
    assert leads == sorted(leads)
    assert len(set(rows)) == len(rows)
    for cells in rows:
        score, needs, forbids = cells[-3:]
        assert LOWEST_SCORE <= float(score) <= 1, cells
        for condition in filter(None, (needs, forbids)):
            assert parse_condition(condition).alternatives, cells


def test_every_type_has_words() -> None:
    assert {sense.label for entries in load_forms().values() for _, sense in entries} == EVENT_TYPES


@pytest.mark.parametrize("text", ["3:قوات x", "+3:", "+3 قوات", "+3:قوات |", "قوات", "+3:قوات &+1:في"])
def test_what_is_no_condition_is_known(text: str) -> None:
    assert not is_condition(text)


@pytest.mark.parametrize(
    "row", ["قال\tيقول\t\tSPEECH\t0.9", "قال\tيقول\t\tSTATEMENT\tsure", "قال\tيقول\t\tSTATEMENT\t0.9\tnear:قوات"]
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "verbs.tsv"
    path.write_text("\t".join(VERB_COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(TawsimError) as caught:
        list(read_verbs(path))
    assert "verbs.tsv, line 2" in str(caught.value)


def test_an_unknown_kind_of_participle_is_named(tmp_path: Path) -> None:
    path = tmp_path / "participles.tsv"
    path.write_text("\t".join(PARTICIPLE_COLUMNS) + "\nموقع\tactive\tSUPPORT\t0.9\n", encoding="utf-8")
    with pytest.raises(TawsimError, match="kind"):
        list(read_participles(path))


def test_plurals_stand_beside_the_singular(tmp_path: Path) -> None:
    path = tmp_path / "nouns.tsv"
    path.write_text("\t".join(NOUN_COLUMNS) + "\nغارة | غارات\tASSAULT\t0.9\nاجتماع | +ات\tCONSULT\t0.9\n", "utf-8")
    made = {form.text for form, _ in read_nouns(path)}
    assert {"غاره", "غارات", "غارت", "غارتين", "اجتماع", "اجتماعا", "اجتماعات"} <= made
