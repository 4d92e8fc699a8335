"""What would be done at the places equal to a tag's."""

import pytest

from model.schema.loader import load_shipped
from model.search.equals import DOUBTFUL, Remark, Template, closed_zones, equal_places, places_of
from model.search.locating import SearchedText
from model.search.query import FoundTag, Standing
from model.text.span import Span

TEXT = "وصل الوفد إلى محافظة بغداد ثم بغداد وزار لبغداد بغدادية"
TEMPLATE = Template("بغداد", "GPE", event=False)
FIRST, SECOND, THIRD = (TEXT.index("بغداد"), TEXT.index("بغداد", 22), TEXT.index("لبغداد") + 1)


def tag(start: int, length: int = 5, *, label: str = "GPE", standing: Standing = Standing.CONFIRMED) -> FoundTag:
    text = TEXT[start : start + length]
    return FoundTag(f"{label}{start}{standing}", False, label, start, start + length, text, standing)


def remarks(*tags: FoundTag, template: Template = TEMPLATE) -> dict[int, Remark]:
    assert template.pattern is not None
    spans = places_of(template.pattern, SearchedText(TEXT))
    return {place.span.start: place.remark for place in equal_places(template, spans, tags)}


def test_bare_places_are_free_with_their_own_edges_and_other_words_are_none() -> None:
    assert remarks() == dict.fromkeys((FIRST, SECOND, THIRD), Remark.FREE)


@pytest.mark.parametrize(
    ("there", "remark"),
    [
        (tag(SECOND, standing=Standing.OPEN), Remark.SUGGESTED),
        (tag(SECOND, label="ORG", standing=Standing.OPEN), Remark.SUGGESTED_OTHERWISE),
        (tag(SECOND, label="ORG"), Remark.TAGGED_OTHERWISE),
        (tag(SECOND, standing=Standing.REJECTED), Remark.REJECTED),
        (tag(SECOND, standing=Standing.SKIPPED), Remark.FREE),
    ],
)
def test_what_stands_there_is_said(there: FoundTag, remark: Remark) -> None:
    assert remarks(there) == {FIRST: Remark.FREE, SECOND: remark, THIRD: Remark.FREE}


def test_where_the_tag_stands_nothing_is_done() -> None:
    assert SECOND not in remarks(tag(SECOND))


def test_within_a_longer_tag_of_the_same_label_the_annotator_is_asked() -> None:
    longer = tag(TEXT.index("محافظة"), len("محافظة بغداد"))
    assert remarks(longer)[FIRST] is Remark.WITHIN
    assert Remark.WITHIN in DOUBTFUL
    other = tag(TEXT.index("محافظة"), len("محافظة بغداد"), label="ORG")
    assert remarks(other)[FIRST] is Remark.FREE


def test_an_event_is_no_obstacle_to_a_mention() -> None:
    event = FoundTag("e", True, "GPE", SECOND, SECOND + 5, "بغداد", Standing.CONFIRMED)
    assert remarks(event)[SECOND] is Remark.FREE


def test_removing_finds_the_same_label_only() -> None:
    tags = (tag(FIRST, standing=Standing.OPEN), tag(SECOND), tag(THIRD, label="ORG", standing=Standing.OPEN))
    rejecting = Template("بغداد", "GPE", event=False, removing=True)
    assert remarks(*tags, template=rejecting) == {FIRST: Remark.SUGGESTED}
    deleting = Template("بغداد", "GPE", event=False, removing=True, also_confirmed=True)
    assert remarks(*tags, template=deleting) == {FIRST: Remark.SUGGESTED, SECOND: Remark.TAGGED}


def test_in_lines_where_there_should_be_no_such_tags_the_annotator_is_asked() -> None:
    assert TEMPLATE.pattern is not None
    menu, rest = Span(0, FIRST + 5), SearchedText(TEXT)
    places = equal_places(TEMPLATE, places_of(TEMPLATE.pattern, rest), (), [menu])
    assert [place.remark for place in places] == [Remark.CLOSED, Remark.FREE, Remark.FREE]


def test_the_schema_says_which_lines_these_are() -> None:
    schema = load_shipped("news")
    closed = closed_zones(schema, TEMPLATE)
    assert closed == {zone.name for zone in schema.zones if zone.labels is not None and "GPE" not in zone.labels}
    assert closed


def test_a_template_without_words_has_no_equals() -> None:
    assert Template("—", "GPE", event=False).pattern is None
