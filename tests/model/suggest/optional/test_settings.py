import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.messages.catalogue import render
from model.suggest.configured import faults_of, pipeline_of
from model.suggest.optional.kinds import BUILTIN, PLUGIN
from model.suggest.optional.local import GLINER, HUGGING_FACE, LOCAL_KINDS, SPACY
from model.suggest.optional.options import Option
from model.suggest.pipeline import builtin_suggesters
from model.suggest.settings import SuggesterEntry, SuggesterSettings, SuggesterSettingsError
from tests.model.suggest.optional.asking import ask, only

names = st.text(min_size=1, max_size=8)
values = st.one_of(st.text(max_size=8), st.integers(-9, 9), st.floats(0, 1), st.booleans())
entries = st.builds(
    SuggesterEntry,
    names,
    names,
    st.booleans(),
    st.dictionaries(names, values, max_size=3).map(lambda found: tuple(found.items())),
    st.dictionaries(names, names, max_size=3).map(lambda found: tuple(found.items())),
    names,
)


@given(st.lists(entries, max_size=4, unique_by=lambda entry: entry.name))
def test_settings_survive_json(made: Sequence[SuggesterEntry]) -> None:
    settings = SuggesterSettings(tuple(made))
    assert SuggesterSettings.from_plain(json.loads(json.dumps(settings.to_plain()))) == settings


def test_no_settings_are_none() -> None:
    assert SuggesterSettings.from_plain(None) == SuggesterSettings()


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        ([{"kind": "spacy"}], "missing required field `name`"),
        ([{"name": "x", "kind": "spacy", "enabled": "yes"}], "`$[0].enabled`"),
        ([{"name": "x", "kind": "spacy", "options": {"model": None}}], "`$[0].options[...]`"),
        ({"name": "x"}, "Expected `array`"),
        ([{"name": "x", "kind": "a"}, {"name": "x", "kind": "b"}], "Two suggesters are called “x”."),
    ],
)
def test_settings_that_are_none_are_told(plain: object, told: str) -> None:
    with pytest.raises(SuggesterSettingsError) as caught:
        SuggesterSettings.from_plain(plain)
    assert told in str(caught.value)


def test_built_in_suggesters_run_unless_they_are_switched_off() -> None:
    all_names = [one.name for one in builtin_suggesters()]
    assert [one.name for one in pipeline_of(SuggesterSettings(), LOCAL_KINDS).suggesters] == all_names
    off = SuggesterSettings((SuggesterEntry("numbers", BUILTIN),))
    without = [one.name for one in pipeline_of(off, LOCAL_KINDS).suggesters]
    assert without == [name for name in all_names if name != "numbers"]


def test_those_set_up_run_in_the_order_of_the_settings_if_they_are_on() -> None:
    unknown = [SuggesterEntry(name, "fortune teller", enabled=name != "b") for name in "cba"]
    assert [one.name for one in pipeline_of(only(*unknown), LOCAL_KINDS).suggesters] == ["c", "a"]


def test_an_entry_is_replaced_in_its_place_and_a_new_one_comes_last() -> None:
    settings = SuggesterSettings((SuggesterEntry("a", "spacy"), SuggesterEntry("b", "spacy")))
    changed = settings.with_entry(SuggesterEntry("a", "spacy", enabled=True)).with_entry(SuggesterEntry("c", PLUGIN))
    assert [(entry.name, entry.enabled) for entry in changed.entries] == [("a", True), ("b", False), ("c", False)]
    assert changed.without("a").entry("a") is None


def test_what_keeps_one_from_working_is_told_beforehand_and_in_every_run() -> None:
    settings = only(SuggesterEntry("mine", "fortune teller", enabled=True))
    (failure,) = faults_of(settings, LOCAL_KINDS)
    assert (failure.suggester, failure.message.english()) == (
        "mine",
        "There is no kind of suggester called “fortune teller”.",
    )
    _, (told,) = ask("نص", settings)
    assert failure.message.english() in told


def test_one_that_is_off_need_not_work() -> None:
    assert list(faults_of(only(SuggesterEntry("mine", "fortune teller")), LOCAL_KINDS)) == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"model": ""}, "“Model” is missing."),
        ({"model": 3}, "“Model” is no text."),
        ({"model": "x", "threshold": 2.0}, "“Least score” must lie between 0 and 1."),
        ({"model": "x", "threshold": "high"}, "“Least score” is no number."),
        ({"model": "x", "threshold": True}, "“Least score” is no number."),
        ({"model": "x", "nested": 1}, "“Nested” is no yes or no."),
        ({"model": "x", "colour": "red"}, "There is no option “colour”."),
    ],
)
def test_wrong_options_are_told(options: dict[str, str | int | float], told: str) -> None:
    entry = SuggesterEntry("words", GLINER.name, True, tuple(options.items()))
    assert told in [fault.english() for fault in replace(GLINER, modules=()).faults_of(entry)]


def test_a_change_of_options_or_labels_changes_the_version_and_a_change_of_order_does_not() -> None:
    entry = SPACY.new_entry("rules").set(model="here")
    assert SPACY.source_of(entry) == SPACY.source_of(replace(entry, options=entry.options[::-1], enabled=True))
    assert SPACY.source_of(entry) != SPACY.source_of(entry.set(score=0.9))
    assert SPACY.source_of(entry) != SPACY.source_of(replace(entry, labels=(("X", "ORG"),)))


def test_labels_of_an_entry_are_added_to_the_usual_ones_or_stand_instead_of_those_asked_for() -> None:
    labels = (("Ort", "GPE"), ("MISC", "EVENT"))
    added = dict(HUGGING_FACE.completed(SuggesterEntry("x", "huggingface", labels=labels)).labels)
    assert (added["PER"], added["Ort"], added["MISC"]) == ("PERS", "GPE", "EVENT")
    assert GLINER.completed(SuggesterEntry("x", "gliner", labels=labels)).labels == labels


@pytest.mark.parametrize("option", [option for kind in LOCAL_KINDS.values() for option in kind.options])
def test_every_option_has_words_and_a_default_that_it_takes(option: Option) -> None:
    assert render(option.title, "ar") != ""
    assert render(option.description, "ar") != option.description.english()
    assert replace(option, required=False).fault_of(option.default) is None


def test_new_entries_of_kinds_that_want_setting_up_are_off() -> None:
    assert [kind.new_entry("x").enabled for kind in LOCAL_KINDS.values()] == [True, True, *[False] * 5]
    assert HUGGING_FACE.new_entry("x").flag("fetch") is False
