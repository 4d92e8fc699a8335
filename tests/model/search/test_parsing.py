"""Queries in two languages, and faults with their place."""

import pytest

from model.schema.loader import load_shipped
from model.schema.schema import Schema
from model.search.parsing import MOST_BETWEEN, NEAR, QueryError, parse_query
from model.search.query import ExpressionPart, Query, Standing, TagPart, TextPart


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_shipped("news")


def tag_of(query: Query) -> TagPart:
    (part,) = query.parts
    assert isinstance(part, TagPart)
    return part


@pytest.mark.parametrize(
    "source", ["PERS", "type:PERS", "[PERS]", "[شخص]", "نوع:شخص", "وسم:PERS", '[type:"Person"]', "tag:person"]
)
def test_a_type_is_named_in_either_language(schema: Schema, source: str) -> None:
    assert tag_of(parse_query(source, schema)).labels == {"PERS"}


def test_conditions_add_up(schema: Schema) -> None:
    query = parse_query("[PERS GPE confirmed مرفوض identity:المُوصل role:actor text:الموصل]", schema)
    part = tag_of(query)
    assert part.labels == {"PERS", "GPE"}
    assert part.standings == {Standing.CONFIRMED, Standing.REJECTED}
    assert (part.identity, part.role, part.text) == ("الموصل", "actor", "الموصل")
    assert tag_of(parse_query("PERS identity:x", schema)).identity == "x"


@pytest.mark.parametrize("source", ["modality:future", "[event modality:future]", "[حدث الجهة:future]"])
def test_attributes_of_the_schema_are_conditions(schema: Schema, source: str) -> None:
    assert tag_of(parse_query(source, schema)).attributes == (("modality", "future"),)


@pytest.mark.parametrize(
    ("source", "gap"), [("PERS before قال", NEAR), ("PERS قبل:4 قال", 4), ("PERS before: قال", NEAR), ("PERS قال", 0)]
)
def test_parts_follow_each_other(schema: Schema, source: str, gap: int) -> None:
    query = parse_query(source, schema)
    assert [type(part) for part in query.parts] == [TagPart, TextPart]
    assert query.gaps == (gap,)


def test_the_arabic_word_without_a_colon_is_a_word(schema: Schema) -> None:
    (part,) = parse_query("قبل يومين", schema).parts
    assert isinstance(part, TextPart)


def test_an_at_sign_aims(schema: Schema) -> None:
    assert parse_query("PERS @قال", schema).target == 1
    assert parse_query("PERS قال", schema).target == 0


def test_expressions_are_folded_unless_they_are_raw(schema: Schema) -> None:
    (part,) = parse_query(r"/أ\W+ة/", schema).parts
    assert isinstance(part, ExpressionPart)
    assert part.expression.pattern == r"ا\W+ه"
    (part,) = parse_query(r"/أ\/ة/r", schema).parts
    assert isinstance(part, ExpressionPart)
    assert part.expression.pattern == r"أ\/ة"


@pytest.mark.parametrize(
    ("source", "position", "said"),
    [
        ("", 0, "nothing to search"),
        ("  ", 2, "nothing to search"),
        ('قال "كذا', 4, "quotation mark has no end"),
        ("قال «كذا", 4, "quotation mark has no end"),
        ("[PERS", 0, "bracket has no end"),
        ("قال /x", 4, "no closing /"),
        ("قال ]", 4, "cannot stand here"),
        ("/(/", 0, "no regular expression"),
        ("قال /[/", 4, "no regular expression"),
        ("before قال", 0, "both sides"),
        ("قال before", 4, "both sides"),
        ("قال before before قال", 11, "both sides"),
        (f"قال before:{MOST_BETWEEN + 1} كذا", 4, "at most 500"),
        ("قال @", 4, "@ needs something"),
        ("@قال @كذا before كذا PERS", 5, "only one part"),
        ("[PERSON1]", 1, "no type “PERSON1”"),
        ("[PERS state:maybe]", 6, "no state"),
        ("state:", 0, "needs a value"),
        ("[colour:red]", 1, "nothing is called “colour”"),
        ("modality:blue", 0, "no value of modality"),
        ("قال ،،", 4, "holds no word"),
        ("قال|، ", 0, "holds no word"),
        ('"، "', 0, "no word between"),
    ],
)
def test_faults_name_their_place(schema: Schema, source: str, position: int, said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        parse_query(source, schema)
    assert caught.value.position == position
    assert f"letter {position + 1}" in str(caught.value)
