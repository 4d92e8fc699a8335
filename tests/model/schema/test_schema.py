"""Schemas: those that are shipped load and agree; faults are told with line and key."""

from pathlib import Path

import pytest

from model.schema.errors import SchemaError
from model.schema.loader import load_schema, load_shipped, read_schema, shipped_schemas
from model.schema.schema import Attribute, EventLabel, MentionLabel, Role, ZoneLabel

HEAD = 'schema: x\nversion: "1"\nar: س\nen: X\n'


def test_all_presets_are_shipped() -> None:
    assert set(shipped_schemas()) == {"ace2005", "conll", "news", "ontonotes5", "wojood"}


@pytest.mark.parametrize("name", ["ace2005", "conll", "news", "ontonotes5", "wojood"])
def test_a_shipped_schema_names_everything_in_both_languages(name: str) -> None:
    schema = load_shipped(name)
    parts: list[MentionLabel | EventLabel | Role | ZoneLabel | Attribute] = [
        *schema.mentions,
        *schema.events,
        *schema.roles,
        *schema.zones,
        *schema.attributes,
    ]
    assert all(part.names.ar and part.names.en for part in parts)
    news = load_shipped("news")
    mapping = schema.map_from("news")
    if mapping:
        assert set(mapping.mentions) <= set(news.mention_labels)
        assert set(mapping.events) <= set(news.event_labels)
        assert set(mapping.roles) <= set(news.roles_by_name)


def test_the_news_schema_holds_what_its_guidelines_list() -> None:
    news = load_shipped("news")
    assert len(news.mentions) == 19
    assert len(news.events) == 19
    assert set(news.zone_labels) == {"headline", "dateline", "byline", "caption", "body", "related", "boilerplate"}
    assert news.attributes[0].values == ("actual", "future", "hypothetical", "negated")
    assert read_schema(news.source, "again") == news


@pytest.mark.parametrize(
    ("source", "line", "key", "words"),
    [
        ("", 1, "YAML", "empty"),
        ("schema: [x\nversion: 1", 2, "YAML", "not valid YAML"),
        (HEAD, 1, "schema", "“mentions” is missing"),
        (HEAD + "mentions:\n  A: {ar: أ, en: a}\n", 6, "mentions.A", "“family” is missing"),
        (HEAD + "mentions:\n  A: {ar: أ, en: a, family: f, kee: '1'}\n", 6, "mentions.A.kee", "unknown key"),
        (HEAD + "mentions:\n  A: {ar: أ, family: f}\n", 6, "mentions.A", "“en” is missing"),
        (HEAD + "mentions: [A]\n", 5, "mentions", "names with values"),
        (HEAD + "mentions:\n  A: {ar: أ, en: a, family: f}\n  A: {}\n", 7, "mentions.A", "twice"),
        (HEAD + "mentions:\n  A: {ar: أ, en: a, family: f, valued: maybe}\n", 6, "mentions.A.valued", "true or false"),
        (HEAD + "mentions:\n  A: {ar: أ, en: a, family: f, key: q}\n", 6, "mentions.A.key", "one digit"),
        (HEAD + "mentions:\n  A: {ar: أ, en: a, family: f, parent: B}\n", 6, "mentions.A", "“B” is not defined"),
        (HEAD + "mentions:\n  A: {ar: أ, en: a, family: f, parent: A}\n", 6, "mentions.A.parent", "ancestor"),
        (HEAD + "mentions: {}\nroles:\n  r: {ar: ر, en: r, most: -1}\n", 7, "roles.r.most", "whole number"),
        (HEAD + "mentions: {}\nevents:\n  E: {ar: ح, en: e, roles: [r]}\n", 7, "events.E", "“r” is not defined"),
        (HEAD + "mentions: {}\nevents:\n  E: {ar: ح, en: e, roles: r}\n", 7, "events.E.roles", "list"),
    ],
)
def test_a_fault_is_told_with_its_line_and_key(source: str, line: int, key: str, words: str) -> None:
    with pytest.raises(SchemaError) as caught:
        read_schema(source, "mine.yaml")
    problem = caught.value.problems[0]
    assert (problem.line, problem.key) == (line, key)
    assert words in problem.message.english()
    assert f"mine.yaml, line {line}, {key}" in str(caught.value)


def test_two_labels_with_one_key_are_refused() -> None:
    labels = "mentions:\n" + "".join(f"  {n}: {{ar: أ, en: a, family: f, key: '1'}}\n" for n in "AB")
    with pytest.raises(SchemaError, match="key 1 is taken by A"):
        read_schema(HEAD + labels)


def test_every_fault_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(HEAD + "mentions:\n  A: {ar: أ}\n  B: {en: b}\nother: 1\n", "utf-8")
    with pytest.raises(SchemaError) as caught:
        load_schema(path)
    assert [problem.line for problem in caught.value.problems] == [6, 6, 7, 7, 8]


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SchemaError, match=r"bad\.yaml"):
        load_schema(path)
