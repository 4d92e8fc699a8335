"""Each check finds what it is for, proposes what mends it, and stays silent where all agrees."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.annotation import Annotation, Argument, Event, Mention, Provenance, Zone
from model.article import Article, ArticleState, text_digest
from model.checks.checking import Checking, mend
from model.checks.finding import Act, Check, Finding
from model.checks.usage import Usage
from model.checks.values import can_be_read
from model.decision import Decision, Verdict
from model.identifiers import new_id
from model.messages.catalogue import render
from model.operations.author import Author
from model.schema.loader import load_shipped
from model.sheet import Sheet, apply
from model.text.span import Span

NEWS = load_shipped("news")
AT = datetime(2026, 11, 27, tzinfo=UTC)
BY = Provenance("نور", AT)
AUTHOR = Author("نور", AT)


class Page:
    """An article with annotations on its words."""

    def __init__(self, text: str) -> None:
        self.article = Article("a", text, text_digest(text))
        self.sheet = Sheet("a", ArticleState.DONE)

    def span(self, words: str, occurrence: int = 0) -> Span:
        at = -1
        for _ in range(occurrence + 1):
            at = self.article.text.index(words, at + 1)
        return Span(at, at + len(words))

    def tag(self, words: str, label: str, occurrence: int = 0, *, value: str | None = None) -> Mention:
        made = Mention(new_id(), "a", label, (self.span(words, occurrence),), words, BY, value=value)
        self.sheet = replace(self.sheet, mentions={**self.sheet.mentions, made.id: made})
        return made

    def happen(self, word: str, label: str, **fillers: Mention) -> Event:
        arguments = tuple(Argument(role, filler.id) for role, filler in fillers.items())
        made = Event(new_id(), "a", label, (self.span(word),), word, BY, arguments)
        self.sheet = replace(self.sheet, events={**self.sheet.events, made.id: made})
        return made

    def found(
        self, check: Check, usage: Iterable[tuple[str, str, int]] = (), zones: tuple[Zone, ...] = ()
    ) -> list[Finding]:
        every: list[Annotation] = [*self.sheet.events.values()]
        counted = [(one.text, one.label, 1) for one in self.sheet.mentions.values()]
        known = Usage.of([*counted, *usage], [(one.label, 1) for one in every])
        return list(Checking(NEWS, known, {check}).of_article(self.article, self.sheet, lambda: zones))

    def mended(self, finding: Finding) -> Sheet:
        operation = mend(finding, self.article, self.sheet, AUTHOR)
        assert operation is not None
        return apply(self.sheet, operation)


def test_the_less_frequent_type_of_a_text_is_found_and_mended() -> None:
    page = Page("زار الموصل")
    page.tag("الموصل", "ORG")
    (finding,) = page.found(Check.LABELS_DIFFER, [("المَوصل", "GPE", 3)])
    assert "GPE more often" in render(finding.message, "en")
    assert {one.label for one in page.mended(finding).mentions.values()} == {"GPE"}
    assert page.found(Check.LABELS_DIFFER, [("الموصل", "ORG", 3), ("الموصل", "GPE", 2)]) == []


def test_a_tie_is_told_without_a_proposal_and_values_may_be_ambiguous() -> None:
    page = Page("عدن 2017")
    page.tag("عدن", "LOC")
    page.tag("2017", "CARDINAL")
    (finding,) = page.found(Check.LABELS_DIFFER, [("عدن", "GPE", 1), ("2017", "DATE", 9)])
    assert (finding.text, finding.mending) == ("عدن", None)


CONFIRMED = [("ليلى حداد", "PERS", 3), ("عدن", "GPE", 5), ("2017", "DATE", 9), ("نادر", "PERS", 1)]


def test_confirmed_names_without_a_tag_are_found_with_their_clitics_left_out() -> None:
    page = Page("قالت ليلى حداد لعدن\nوعدن 2017 نادر عدني")
    found = page.found(Check.BARE, CONFIRMED)
    assert [(finding.text, finding.mending.label if finding.mending else "") for finding in found] == [
        ("ليلى حداد", "PERS"),
        ("عدن", "GPE"),
        ("عدن", "GPE"),
    ]
    assert {one.text for one in page.mended(found[0]).mentions.values()} == {"ليلى حداد"}


def test_what_is_tagged_rejected_unfinished_or_in_lines_of_the_page_is_not_bare() -> None:
    page = Page("ليلى حداد في عدن")
    page.tag("ليلى حداد في عدن", "EVENT")
    assert page.found(Check.BARE, CONFIRMED) == []
    page = Page("عدن")
    line = Zone("a", Span(0, 3), "boilerplate")
    assert page.found(Check.BARE, CONFIRMED, (line,)) == []
    assert len(page.found(Check.BARE, CONFIRMED, (replace(line, zone="body"),))) == 1
    decision = Decision("d", "a", "s", Verdict.REJECT, "نور", AT, "عدن", "GPE", "lexicon")
    page.sheet = replace(page.sheet, decisions={"d": decision})
    assert page.found(Check.BARE, CONFIRMED) == []
    page.sheet = Sheet("a", ArticleState.STARTED)
    assert page.found(Check.BARE, CONFIRMED) == []


@pytest.mark.parametrize(
    ("text", "tagged", "label", "usage", "better"),
    [
        ("وعدن بعيدة", "وعدن", "GPE", [("عدن", "GPE", 2)], "عدن"),
        ("في الموصل", "موصل", "GPE", [("الموصل", "GPE", 2)], "الموصل"),
        ("الرئيس نادر", "الرئيس نادر", "PERS", [("نادر", "PERS", 2), ("الرئيس", "OCC", 4)], "نادر"),
        ("قال (نادر، ثم", "(نادر،", "PERS", [], None),
        ("زار نادر، ثم", "نادر،", "PERS", [], "نادر"),
        ("زار قائد «قسد»", "قائد «قسد»", "OCC", [], None),
        ("وعدن بعيدة", "وعدن", "GPE", [("عدن", "GPE", 1)], None),
    ],
)
def test_edges_are_moved_to_where_the_same_name_mostly_has_them(
    text: str, tagged: str, label: str, usage: list[tuple[str, str, int]], better: str | None
) -> None:
    page = Page(text)
    page.tag(tagged, label)
    found = page.found(Check.EDGES, usage)
    if better is None:
        assert found == [] or "(" in tagged
        return
    assert [one.text for one in page.mended(found[0]).mentions.values()] == [better]


def test_mentions_that_cross_are_found_and_nested_ones_are_not() -> None:
    page = Page("وزير خارجية العراق الجديد")
    page.tag("وزير خارجية العراق", "OCC")
    page.tag("العراق", "GPE")
    assert page.found(Check.CROSSING) == []
    page.tag("العراق الجديد", "ORG")
    assert [finding.text for finding in page.found(Check.CROSSING)] == ["العراق الجديد"]


@pytest.mark.parametrize(
    "value",
    ["2024-03-26", "2024-04", "2017", "2024-W13", "2025-Q1", "2024-04-19T24", "2024-04-19TNI", "T14:29", "P3D", "PT5H",
     "P1Y6M", "PAST_REF", "PRESENT_REF", "2024-SU", "XXXX-05", "199", "2024-04-19T14:29", "PXY"],
)  # fmt: skip
def test_values_of_times_are_read(value: str) -> None:
    assert can_be_read(value, NEWS.mention_labels["DATE"])


@pytest.mark.parametrize("value", ["26/3/2024", "yesterday", "2024-3-26", "2024-04-19T25", "P", "3 days", "2024-Q9"])
def test_other_values_of_times_are_found(value: str) -> None:
    page = Page("أمس")
    page.tag("أمس", "DATE", value=value)
    assert [finding.check for finding in page.found(Check.VALUE)] == [Check.VALUE]


def test_numbers_are_read_with_what_they_count_and_names_have_no_form() -> None:
    assert can_be_read("3000000000 USD", NEWS.mention_labels["MONEY"])
    assert can_be_read("30", NEWS.mention_labels["PERCENT"])
    assert not can_be_read("many", NEWS.mention_labels["CARDINAL"])
    assert can_be_read("whatever", NEWS.mention_labels["PERS"])


def test_fillers_that_a_role_does_not_allow_get_the_one_role_that_fits_or_go() -> None:
    page = Page("زار نادر عدن أمس")
    person, city = page.tag("نادر", "PERS"), page.tag("عدن", "GPE")
    page.happen("زار", "CONSULT", actor=person, date=city)
    (finding,) = page.found(Check.FILLER)
    assert finding.mending is not None
    assert finding.mending.act is Act.REMOVE_ARGUMENT
    (event,) = page.mended(finding).events.values()
    assert [argument.role for argument in event.arguments] == ["actor"]
    page = Page("زار نادر أمس")
    day = page.tag("أمس", "DATE")
    page.happen("زار", "CONSULT", actor=page.tag("نادر", "PERS"), location=day)
    (finding,) = page.found(Check.FILLER)
    (event,) = page.mended(finding).events.values()
    assert {(argument.role, argument.mention_id) for argument in event.arguments} >= {("date", day.id)}


def test_events_without_an_actor_and_required_roles() -> None:
    page = Page("زار نادر")
    page.happen("زار", "CONSULT")
    assert len(page.found(Check.NO_ACTOR)) == 1
    assert page.found(Check.ROLE_MISSING) == []
    needing = replace(NEWS, roles=tuple(replace(one, least=1) if one.name == "actor" else one for one in NEWS.roles))
    found = list(Checking(needing, Usage.of([], [])).of_article(page.article, page.sheet))
    assert Check.ROLE_MISSING in {finding.check for finding in found}
    assert Check.NO_ACTOR not in {finding.check for finding in found}


def test_a_span_whose_text_moved_is_moved_after_it() -> None:
    page = Page("ثم زار نادر عدن")
    mention = page.tag("نادر", "PERS")
    off = replace(mention, fragments=(Span(0, 4),))
    page.sheet = replace(page.sheet, mentions={off.id: off})
    (finding,) = page.found(Check.SPAN)
    assert page.mended(finding).mentions[off.id].fragments == mention.fragments


def test_unknown_and_rare_labels() -> None:
    page = Page("نادر في عدن")
    page.tag("نادر", "PERSON")
    page.tag("عدن", "LANGUAGE")
    assert [finding.text for finding in page.found(Check.UNKNOWN_LABEL)] == ["نادر"]
    many = [(f"اسم{number}", "PERS", 100) for number in range(3)]
    assert [finding.text for finding in page.found(Check.RARE, many)] == ["نادر", "عدن"]


def test_what_has_changed_meanwhile_is_not_mended() -> None:
    page = Page("زار الموصل")
    page.tag("الموصل", "ORG")
    (finding,) = page.found(Check.LABELS_DIFFER, [("الموصل", "GPE", 3)])
    assert mend(finding, page.article, Sheet("a"), AUTHOR) is None


WORDS = st.lists(st.sampled_from(["نادر", "عدن", "زار", "الموصل", "وعدن", "2017", "،", "\n"]), min_size=1, max_size=12)


@given(words=WORDS, picks=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9), st.sampled_from(["PERS", "GPE"]))))
def test_every_mending_can_be_done_and_ends_its_finding(words: list[str], picks: list[tuple[int, int, str]]) -> None:
    page = Page(" ".join(words))
    for start, length, label in picks:
        text = page.article.text[start : start + length]
        if text:
            made = Mention(new_id(), "a", label, (Span(start, start + len(text)),), text, BY)
            page.sheet = replace(page.sheet, mentions={**page.sheet.mentions, made.id: made})
    usage = Usage.of([("عدن", "GPE", 9), ("نادر", "PERS", 9), ("الموصل", "GPE", 9)], [])
    checking = Checking(NEWS, usage)
    for finding in checking.of_article(page.article, page.sheet):
        if finding.mending is not None and (operation := mend(finding, page.article, page.sheet, AUTHOR)) is not None:
            after = apply(page.sheet, operation)
            assert finding.id not in {one.id for one in checking.of_article(page.article, after)} or _twice(page)


def _twice(page: Page) -> bool:
    """Whether the same text is tagged twice at one place, so that one of the two findings stays."""
    places = [(one.fragments, one.label) for one in page.sheet.mentions.values()]
    return len(places) != len(set(places))
