"""The suggester from camel-tools' morphology, with a database of a few words that is written here."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from model.suggest.optional.local import CAMEL_MORPHOLOGY
from model.suggest.settings import SuggesterEntry
from tests.model.suggest.optional.asking import ask, needs, only, tags

FEATURES = ("diac", "lex", "bw", "gloss", "pos", "prc0", "prc1", "prc2", "source")
PREFIXES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("", "Pref-0", {}),
    ("و", "Pref-W", {"prc2": "wa_conj"}),
    ("ب", "Pref-B", {"prc1": "bi_prep"}),
)
STEMS = (
    ("زار", "V", {"lex": "زارَ", "pos": "verb"}),
    ("عائد", "N", {"lex": "عائِد", "pos": "noun_prop"}),
    ("كوثان", "N", {"lex": "كَوْثان", "pos": "noun_prop"}),
    ("لمدار", "N", {"lex": "لِمْدار", "pos": "noun_prop"}),
    ("تفاجير", "M", {"lex": "تَفْجِير", "pos": "noun"}),
)


def features(**known: str) -> str:
    """A list of features as such databases write it."""
    return " ".join(f"{name}:{value}" for name, value in known.items())


def common(text: str) -> dict[str, str]:
    """What every stem has."""
    return {"diac": text, "bw": text, "gloss": text, "prc0": "0", "prc1": "0", "prc2": "0"}


def write_database(path: Path) -> str:
    """A database in the text format of camel-tools."""
    defaults = {"diac": "*", "lex": "*", "prc0": "0", "prc1": "0", "prc2": "0"}
    categories = [name for _, name, _ in PREFIXES]
    lines: Iterable[str] = (
        "###DEFINES###",
        *(f"DEFINE {name} {name}:*open*" for name in FEATURES),
        "###DEFAULTS###",
        *(f"DEFAULT {features(pos=pos, **defaults)}" for pos in ("noun", "digit", "punc", "foreign")),
        "###ORDER###",
        f"ORDER {' '.join(FEATURES)}",
        "###TOKENIZATIONS###",
        "###STEMBACKOFF###",
        "STEMBACKOFF PROP N",
        "###PREFIXES###",
        *(f"{text}\t{name}\t{features(diac=text, bw='', gloss='', **more)}" for text, name, more in PREFIXES),
        "###SUFFIXES###",
        f"\tSuff-0\t{features(diac='', bw='', gloss='')}",
        "###STEMS###",
        *(
            f"{text}\t{name}\t{features(**{**common(text), **more})}"
            for text, name, more in (*STEMS, ("NOAN", "N", {"lex": "NOAN", "pos": "noun_prop", "bw": "NOAN/NOUN_PROP"}))
        ),
        "###TABLE AB###",
        *(f"{prefix} {stem}" for prefix in categories for stem in "VNM"),
        "###TABLE BC###",
        *(f"{stem} Suff-0" for stem in "VNM"),
        "###TABLE AC###",
        *(f"{prefix} Suff-0" for prefix in categories),
    )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


def entry(database: str, **options: str) -> SuggesterEntry:
    return replace(CAMEL_MORPHOLOGY.new_entry("dictionary").set(database=database, **options), enabled=True)


@needs("morphology", *CAMEL_MORPHOLOGY.modules)
def test_proper_nouns_are_names_without_their_particles_and_places_after_a_preposition(tmp_path: Path) -> None:
    settings = only(entry(write_database(tmp_path / "words.db")))
    found, faults = ask(
        "زار عائد كوثان المدينة صباح أمس وبقي في لمدار يومين.\nثم عاد وعائد معه بلمدار بعد ذلك بيوم.", settings
    )
    assert faults == ()
    assert tags(found) == [("عائد كوثان", "PERS", 4), ("لمدار", "GPE", 40), ("عائد", "PERS", 61), ("لمدار", "GPE", 71)]
    assert {mention.score for mention in found.mentions} == {0.3}


@needs("morphology", *CAMEL_MORPHOLOGY.modules)
def test_unknown_words_are_names_where_that_is_wanted(tmp_path: Path) -> None:
    database = write_database(tmp_path / "words.db")
    text = "زار زيلنسكوف المدينة صباح أمس بعد أن زار عائد."
    without, _ = ask(text, only(entry(database)))
    with_unknown, faults = ask(text, only(entry(database, backoff="NOAN_PROP")))
    assert faults == ()
    assert [text for text, _, _ in tags(without)] == ["عائد"]
    assert "زيلنسكوف" in tags(with_unknown)[0][0]


@needs("morphology", *CAMEL_MORPHOLOGY.modules)
def test_a_form_that_the_tables_lack_is_an_event_by_its_lemma(tmp_path: Path) -> None:
    found, faults = ask("شهدت المدينة تفاجير صباح أمس.", only(entry(write_database(tmp_path / "words.db"))))
    assert faults == ()
    assert [(event.text, event.label, event.score) for event in found.events] == [("تفاجير", "ASSAULT", 0.3)]


@needs("morphology", *CAMEL_MORPHOLOGY.modules)
def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.db").write_text("نص\n", "utf-8")
    _, (fault,) = ask("شهدت المدينة أمس.", only(entry(str(tmp_path / "words.db"))))
    assert "is no database of camel-tools" in fault


def test_a_missing_part_is_told_with_the_command_that_brings_it(tmp_path: Path) -> None:
    kind = replace(CAMEL_MORPHOLOGY, modules=("no_such_package",))
    _, (fault,) = ask("شهدت المدينة أمس.", only(entry(str(tmp_path))), {kind.name: kind})
    assert "It needs no_such_package, which is not installed. Type: ./run install morphology" in fault
