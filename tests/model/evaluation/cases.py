"""Random pages for properties."""

from dataclasses import replace

from hypothesis import strategies as st

from model.gold_page import Evidence, GoldPage, PageEvent, PageMention
from model.messages import Message
from model.text.span import Span

LETTERS = "ابت ثج\nحخد ذرز سش"


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(LETTERS) - 1))
    return Span(start, draw(st.integers(start + 1, min(start + 6, len(LETTERS)))))


@st.composite
def pages(draw: st.DrawFn) -> GoldPage:
    places = draw(st.lists(st.tuples(spans(), st.sampled_from(["PERS", "ORG", "DATE"])), max_size=6))
    mentions = tuple(
        PageMention(
            f"e{n}",
            (span,),
            span.of(LETTERS),
            label,
            key=draw(st.sampled_from([None, "a", "b"])),
            value=draw(st.sampled_from(["2024", "2025"])) if label == "DATE" else None,
        )
        for n, (span, label) in enumerate(places)
    )
    triggers = draw(st.lists(st.tuples(spans(), st.sampled_from(["CONSULT", "ASSAULT"])), max_size=3))
    fillers = st.lists(st.sampled_from([("actor", mention.id) for mention in mentions] or [("actor", "gone")]))
    events = tuple(
        PageEvent(f"v{n}", (span,), span.of(LETTERS), label, arguments=tuple(draw(fillers)))
        for n, (span, label) in enumerate(triggers)
    )
    return GoldPage("page", None, len(LETTERS), (), mentions, events)


def proposed(page: GoldPage, score: float, suggester: str = "entities") -> GoldPage:
    """The page as if one suggester had proposed all of it."""
    evidence = Evidence(suggester, "1", score, Message("a rule"))
    return replace(
        page,
        mentions=tuple(replace(item, evidence=evidence) for item in page.mentions),
        events=tuple(replace(item, evidence=evidence) for item in page.events),
    )
