from collections.abc import Callable

import pytest

from model.messages.catalogue import render
from model.suggest.optional.kinds import Kind
from model.suggest.settings import SuggesterSettings, SuggesterSettingsError
from storage import Project
from storage.remote.kinds import CHAT
from storage.suggesters import KINDS, SETTING, keep_suggester_settings, suggester_settings
from tests.storage.builders import SCHEMA


def test_settings_are_kept_with_the_project(new_place: Callable[[], str]) -> None:
    place = new_place()
    settings = SuggesterSettings((CHAT.new_entry("far").set(model="small"),))
    with Project.create(place, SCHEMA, name="work") as project:
        assert suggester_settings(project) == SuggesterSettings()
        keep_suggester_settings(project, settings)
    with Project.open(place) as project:
        assert suggester_settings(project) == settings


def test_stored_settings_that_are_none_are_told(new_place: Callable[[], str]) -> None:
    with Project.create(new_place(), SCHEMA, name="work") as project:
        project.set_setting(SETTING, [{"name": 5}])
        with pytest.raises(SuggesterSettingsError):
            suggester_settings(project)


def test_a_new_entry_of_a_kind_that_sends_text_is_off_and_allows_no_host() -> None:
    entry = CHAT.new_entry("far")
    assert (entry.enabled, entry.allowed_host) == (False, "")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_and_option_has_words_in_arabic(kind: Kind) -> None:
    for option in kind.options:
        assert render(option.description, "ar") != option.description.english()
        assert option.fault_of(option.default) is None or option.required
    assert render(kind.description, "ar") != kind.description.english()
    assert len({option.name for option in kind.options}) == len(kind.options)
