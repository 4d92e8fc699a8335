"""Changes of a schema: what the next one says, what is refused, and that it can be written and read again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.messages.catalogue import render
from model.schema.changes import building
from model.schema.changes.building import Fate
from model.schema.changes.change import SchemaChange, SchemaChangeError
from model.schema.changes.over_time import labels_now
from model.schema.changes.parts import Part, labels_of
from model.schema.loader import load_shipped, read_schema, shipped_schemas
from model.schema.schema import EARLIER, BilingualName, MentionLabel, Schema, SchemaMap
from model.schema.writing import to_yaml

NEWS = load_shipped("news")
GREEN = MentionLabel("GREEN", BilingualName("أخضر", "Green"), family="works")


def without_source(schema: Schema) -> Schema:
    return replace(schema, source="")


def earlier(schema: Schema) -> SchemaMap:
    found = schema.map_from(EARLIER)
    assert found is not None
    return found


@pytest.mark.parametrize("name", shipped_schemas())
def test_a_schema_that_is_written_is_read_again_as_the_same(name: str) -> None:
    schema = load_shipped(name)
    assert without_source(read_schema(to_yaml(schema))) == without_source(schema)


def test_renaming_reaches_every_place_that_uses_the_name() -> None:
    after = building.rename(NEWS, Part.MENTION, "GPE", "STATE").after
    assert "GPE" not in after.mention_labels
    assert "STATE" in after.roles_by_name["location"].fillers
    assert [one.name for one in after.mentions] == [one.name.replace("GPE", "STATE") for one in NEWS.mentions]
    assert dict(earlier(after).mentions) == {"GPE": "STATE"}
    roles = building.rename(NEWS, Part.ROLE, "actor", "agent").after
    assert all("agent" in event.roles and "actor" not in event.roles for event in roles.events)


def test_names_taken_back_and_moved_on_are_followed() -> None:
    one = building.rename(NEWS, Part.MENTION, "GPE", "STATE").after
    two = building.rename(one, Part.MENTION, "STATE", "LAND").after
    assert dict(earlier(two).mentions) == {"GPE": "LAND", "STATE": "LAND"}
    back = building.rename(two, Part.MENTION, "LAND", "GPE").after
    assert dict(earlier(back).mentions) == {"STATE": "GPE", "LAND": "GPE"}
    now = labels_now(NEWS, [two, one])[Part.MENTION]
    assert (now.now("LAND"), now.now("STATE"), now.now("GPE"), now.now("unheard-of")) == ("GPE",) * 3 + ("unheard-of",)


def test_merging_gives_uses_to_the_other_and_keeps_its_key() -> None:
    after = building.merge(NEWS, Part.MENTION, "LOC", "GPE").after
    assert after.mention_labels["GPE"].key == "3"
    assert after.roles_by_name["location"].fillers == ("GPE", "FAC", "ORG")
    assert labels_now(after, [NEWS])[Part.MENTION].now("LOC") == "GPE"


def test_a_retired_label_stays_without_its_key_and_is_not_offered() -> None:
    after = building.retire(NEWS, Part.MENTION, "PERS").after
    assert (after.mention_labels["PERS"].key, after.mention_labels["PERS"].retired) == (None, True)
    assert "PERS" not in {label.name for label in after.offered_mentions}
    assert labels_now(after, [NEWS])[Part.MENTION].now("PERS") is None
    again = building.reinstate(after, Part.MENTION, "PERS").after
    assert labels_now(again, [after, NEWS])[Part.MENTION].now("PERS") == "PERS"


def _child(schema: Schema, name: str, parent: str) -> Schema:
    return building.edit(schema, Part.MENTION, name, parent=parent).after


FAMILY = _child(_child(NEWS, "LOC", "GPE"), "FAC", "LOC")
REFUSALS = [
    (lambda: building.rename(NEWS, Part.MENTION, "GPE", "ORG"), "already", "سلفاً"),
    (lambda: building.rename(NEWS, Part.MENTION, "GPE", "a b"), "without spaces", "بلا مسافات"),
    (lambda: building.rename(NEWS, Part.MENTION, "NONE", "X"), "has no “NONE”", "ليس في المخطط"),
    (lambda: building.merge(FAMILY, Part.MENTION, "GPE", "FAC"), "its own ancestor", "سلفاً لنفسه"),
    (lambda: building.merge(NEWS, Part.MENTION, "GPE", "GPE"), "into itself", "في نفسه"),
    (lambda: building.edit(FAMILY, Part.MENTION, "GPE", parent="FAC"), "its own ancestor", "سلفاً لنفسه"),
    (lambda: building.edit(NEWS, Part.MENTION, "LAW", key="1"), "is taken by PERS", "PERS"),
    (lambda: building.edit(NEWS, Part.MENTION, "LAW", colour="blue"), "is no colour", "ليس لوناً"),
    (lambda: building.edit(NEWS, Part.MENTION, "LAW", family="works"), "Nothing of", "لم يتغيّر"),
    (lambda: building.retire(NEWS, Part.MENTION, "LAW", Fate.RELABEL, "LAW"), "which type in use", "أي نوع"),
    (lambda: building.split(NEWS, Part.MENTION, "LAW", {}), "at least one group", "مجموعة واحدة"),
]


@pytest.mark.parametrize(("attempt", "english", "arabic"), REFUSALS)
def test_what_cannot_be_is_refused_in_words(attempt: object, english: str, arabic: str) -> None:
    with pytest.raises(SchemaChangeError) as refused:
        attempt()  # type: ignore[operator]
    assert english in render(refused.value.message, "en")
    assert arabic in render(refused.value.message, "ar")


def change_of(schema: Schema, draw: st.DataObject) -> SchemaChange:
    """Any change that a schema can go through; raises SchemaChangeError for those that it cannot."""
    part = draw.draw(st.sampled_from(Part))
    names = [label.name for label in labels_of(schema, part)]
    one, other = draw.draw(st.sampled_from(names)), draw.draw(st.sampled_from(names))
    kind = draw.draw(st.integers(0, 5))
    fate = draw.draw(st.sampled_from(Fate))
    made = (
        lambda: building.rename(schema, part, one, draw.draw(st.sampled_from(["X", "Y", "GPE", "أ"]))),
        lambda: building.merge(schema, part, one, other),
        lambda: building.retire(schema, part, one, fate, other),
        lambda: building.reinstate(schema, part, one),
        lambda: building.remove(schema, part, one),
        lambda: building.add(schema, Part.MENTION, GREEN),
    )
    return made[kind]()


@given(st.data())
def test_any_way_through_changes_leaves_a_schema_that_can_be_written_and_read(data: st.DataObject) -> None:
    schema, former = NEWS, [NEWS]
    for _ in range(data.draw(st.integers(1, 8))):
        try:
            schema = change_of(schema, data).after
        except SchemaChangeError:
            continue
        former.insert(0, schema)
    assert read_schema(schema.source) == schema
    for part, labels in labels_now(schema, former[1:]).items():
        offered = {label.name for label in labels_of(schema, part) if not label.retired}
        assert set(labels.names.values()) <= offered
        assert not labels.gone & offered
