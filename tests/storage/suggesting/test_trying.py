"""One suggester tried on one article: what it says, what it complains of, and that nothing is sent unasked."""

from dataclasses import replace

import pytest

from model.article import Article, text_digest
from model.suggest.settings import SuggesterEntry
from storage.remote.kinds import CHAT
from storage.suggesting.trying import try_out
from tests.storage.remote.asking import TEXT, entry_of, places
from tests.storage.remote.stand_in import Reply, in_turn, standing_in
from tests.storage.remote.test_chat import GOOD, PLACES, says

ARTICLE = Article("a1", TEXT, text_digest(TEXT), name="page.txt")


def test_all_that_it_proposes_is_told_also_what_the_rules_know_already() -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        tried = try_out(entry_of(CHAT, server.host, model="small"), ARTICLE)
    assert (places(list(tried.suggestions.mentions)), tried.problems) == (PLACES, ())


def test_one_that_is_switched_off_can_be_tried() -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        tried = try_out(replace(entry_of(CHAT, server.host, model="small"), enabled=False), ARTICLE)
    assert len(tried.suggestions.mentions) == len(PLACES)


def test_a_server_that_fails_is_told_in_words() -> None:
    with standing_in(in_turn(Reply({"error": "overloaded"}, status=500))) as server:
        tried = try_out(entry_of(CHAT, server.host, model="small"), ARTICLE)
    assert tried.suggestions.mentions == ()
    (problem,) = tried.problems
    assert problem.suggester == "far"
    assert "500" in problem.message.english()


@pytest.mark.parametrize("options", [{}, {"model": "small"}])
def test_nothing_is_sent_to_a_host_that_is_not_allowed(options: dict[str, str]) -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        tried = try_out(replace(entry_of(CHAT, server.host, **options), allowed_host="127.0.0.1:1"), ARTICLE)
        assert server.asked == []
    assert tried.suggestions.mentions == ()
    assert len(tried.problems) == 1


def test_a_kind_that_is_not_there_is_told() -> None:
    tried = try_out(SuggesterEntry("mine", "fortune teller"), ARTICLE)
    assert "fortune teller" in tried.problems[0].message.english()
