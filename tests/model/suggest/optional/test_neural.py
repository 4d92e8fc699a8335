"""The suggesters whose libraries are optional, with tiny models that are made here."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.suggest.optional.kinds import Kind
from model.suggest.optional.local import CAMEL_NER, GLINER, HUGGING_FACE, SPACY
from model.suggest.settings import SuggesterEntry
from tests.model.suggest.optional.asking import ask, needs, only, tags, texts
from tests.project.tree import run_python

TEXT = "\U0001f642 زار سامي حداد مدينة عدن يوم أمس.\nثم زار بعد ذلك العراق والعراق.\n"
FOUND = [("سامي حداد", "PERS", 6), ("عدن", "LOC", 22), ("العراق", "LOC", 58)]
MAKER = "tests.model.suggest.optional.tiny_models"


def make(what: str, folder: Path, *more: str) -> str:
    """The path of a new tiny model."""
    run_python("-m", MAKER, what, str(folder), *more)
    return str(folder)


@needs("neural", *HUGGING_FACE.modules)
def test_a_token_classifier_tags_words_in_the_labels_of_the_project(tmp_path: Path) -> None:
    entry = HUGGING_FACE.new_entry("bert").set(model=make("bert", tmp_path / "bert", "64"))
    found, faults = ask(TEXT, only(_on(entry)))
    assert (tags(found), faults) == (FOUND, ())
    assert all(mention.score > 0.9 for mention in found.mentions)


@needs("neural", *HUGGING_FACE.modules)
def test_a_token_classifier_reads_sentences_longer_than_it_can(tmp_path: Path) -> None:
    entry = HUGGING_FACE.new_entry("bert").set(model=make("bert", tmp_path / "bert", "24"), batch=2)
    found, faults = ask("زار سامي حداد عدن " * 50, only(_on(entry)))
    assert faults == ()
    assert list(texts(found)) == ["سامي حداد", "عدن"] * 50


@needs("neural", *HUGGING_FACE.modules)
@pytest.mark.parametrize("kind", [HUGGING_FACE, GLINER, SPACY, CAMEL_NER])
def test_a_model_that_is_not_there_is_told_in_plain_words(kind: Kind, tmp_path: Path) -> None:
    if kind.missing_modules():
        pytest.skip(f"needs {kind.missing_modules()}: ./run install {kind.extra}")
    (tmp_path / "empty").mkdir()
    _, (fault,) = ask(TEXT, only(_on(kind.new_entry("absent").set(model=str(tmp_path / "empty")))))
    assert f"The model “{tmp_path / 'empty'}” cannot be loaded from this machine" in fault


@needs("neural", *CAMEL_NER.modules)
def test_the_recogniser_of_camel_tools_tags_words_without_its_catalogue(tmp_path: Path) -> None:
    entry = CAMEL_NER.new_entry("camel").set(model=make("bert", tmp_path / "bert", "512"))
    found, faults = ask(TEXT + "\u200f \u200f\n", only(_on(entry)))
    assert (tags(found), faults) == (FOUND, ())


@needs("neural", *CAMEL_NER.modules)
def test_a_name_without_a_catalogue_is_told_and_nothing_is_fetched() -> None:
    _, (fault,) = ask(TEXT, only(_on(CAMEL_NER.new_entry("camel").set(model="arabert"))))
    assert "there is no list of camel-tools’ data" in fault
    assert "camel_data -i all" in fault


@needs("spacy", *SPACY.modules)
def test_a_spacy_pipeline_gives_its_entities_and_its_group_of_spans(tmp_path: Path) -> None:
    entry = SPACY.new_entry("rules").set(model=make("spacy", tmp_path / "spacy"), score=0.4)
    found, faults = ask("\U0001f642 وصل سامي حداد إلى ميناء عدن صباح أمس الثلاثاء.", only(_on(entry)))
    assert faults == ()
    assert tags(found) == [("سامي حداد", "PERS", 6), ("ميناء عدن", "FAC", 20), ("عدن", "GPE", 26)]
    assert {mention.score for mention in found.mentions} == {0.4}


@needs("gliner", *GLINER.modules)
def test_a_gliner_model_is_asked_for_the_labels_of_the_entry(tmp_path: Path) -> None:
    entry = GLINER.new_entry("words").set(model=make("gliner", tmp_path / "gliner"), threshold=0.0, stem_only=False)
    labels = (("person", "PERS"), ("place", "GPE"))
    found, faults = ask(TEXT, only(_on(entry, labels)))
    assert faults == ()
    assert found.mentions
    assert {mention.label for mention in found.mentions} <= {"PERS", "GPE"}


def _on(entry: SuggesterEntry, labels: tuple[tuple[str, str], ...] = ()) -> SuggesterEntry:
    return replace(entry, enabled=True, labels=labels or entry.labels)
