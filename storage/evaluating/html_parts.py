"""The parts of the report as HTML. Every text is escaped by lxml; nothing is fetched and nothing is a script."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from lxml import html
from lxml.builder import ElementMaker

from model.evaluation.confusion import Cell
from model.evaluation.differences import Deviation
from model.messages import Message
from model.messages.catalogue import render
from model.text.span import Span

_E = ElementMaker()
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML, and so lxml, cannot hold."""
_MIRRORED_LANGUAGES = frozenset({"ar"})
_CONTEXT = 90
"""Characters shown on either side of what is wrong, and of its own edges."""
_NOTHING = "—"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.6 "Noto Naskh Arabic", "Noto Sans", system-ui, sans-serif; max-width: 70rem; margin: 2rem auto;
  padding: 0 1rem; background: #fbfaf8; color: #1f2328; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid #c9c5bd; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.8rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 11px; text-align: start; border-bottom: 1px solid #dedad2; }
td.figure { text-align: end; }
.heat td { text-align: center; }
figure { display: inline-block; margin: 0.5rem 1rem 0.5rem 0; max-width: 100%; } img { max-width: 100%; }
summary { cursor: pointer; font-weight: 600; margin: 0.6rem 0; }
li { margin: 0.5rem 0; } li p { margin: 0; }
mark { background: #ffd9a0; color: inherit; border-radius: 3px; padding: 0 2px; }
.label { font-weight: 600; } .faint { color: #68645d; font-size: 0.88rem; }
@media (prefers-color-scheme: dark) {
  body { background: #16181c; color: #e6e3dd; } h2 { border-color: #484a4f; } th, td { border-color: #34363b; }
  mark { background: #6b4700; } .faint { color: #a19d95; }
}
"""


def showable(text: str) -> str:
    """The text with a replacement mark for what HTML cannot hold."""
    return _UNSHOWABLE.sub("\ufffd", text)


class Parts:
    """Builds the body of a page in one language, top down."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._body: list[Any] = []

    @property
    def is_mirrored(self) -> bool:
        """Whether the language runs from right to left."""
        return self.language in _MIRRORED_LANGUAGES

    def told(self, message: Message) -> str:
        """The message in the language of the report."""
        return render(message, self.language)

    def page(self, title: Message) -> str:
        """The whole document."""
        head = _E.head(
            _E.meta(charset="utf-8"),
            _E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            _E.title(self.told(title)),
            _E.style(_STYLE),
        )
        body = _E.body(_E.h1(self.told(title)), *self._body)
        document = _E.html(head, body, lang=self.language, dir="rtl" if self.is_mirrored else "ltr")
        written: bytes = html.tostring(document, doctype="<!DOCTYPE html>", encoding="utf-8")
        return written.decode() + "\n"

    def heading(self, title: Message) -> None:
        """A section begins."""
        self._body.append(_E.h2(showable(self.told(title))))

    def paragraph(self, text: Message) -> None:
        """A paragraph of explanation."""
        self.line(self.told(text))

    def line(self, text: str) -> None:
        """A paragraph of text that is written already."""
        self._body.append(_E.p(showable(text)))

    def table(self, heads: Sequence[Message], rows: Sequence[Sequence[str]]) -> None:
        """A table whose first column names what the others are figures of."""
        head = _E.tr(*(_E.th(self.told(one), scope="col") for one in heads))
        body = [_E.tr(*(_cell(cell, first=at == 0) for at, cell in enumerate(row))) for row in rows]
        self._body.append(_E.div(_E.table(head, *body), {"class": "wide"}))

    def figure(self, picture: tuple[str, str]) -> None:
        """A picture as a data address, and what it shows in words."""
        self.figures([picture])

    def figures(self, pictures: Sequence[tuple[str, str]]) -> None:
        """Pictures side by side."""
        shown = (_E.figure(_E.img(src=address, alt=showable(words))) for address, words in pictures)
        self._body.append(_E.div(*shown))

    def heat_map(self, labels: Sequence[str], table: Counter[Cell]) -> None:
        """Gold's labels down, found ones across, the last of each for nothing; the more of a row, the darker."""
        names: list[str | None] = [*labels, None]
        head = _E.tr(_E.th(""), *(_E.th(_E.bdi(showable(name or _NOTHING)), scope="col") for name in names))
        rows = []
        for gold in names:
            total = max(sum(table[gold, found] for found in names), 1)
            cells = (_heat(table[gold, found], table[gold, found] / total, right=gold == found) for found in names)
            rows.append(_E.tr(_E.th(_E.bdi(showable(gold or _NOTHING)), scope="row"), *cells))
        self._body.append(_E.div(_E.table(head, *rows, {"class": "heat"}), {"class": "wide"}))

    def deviations(self, title: str, listed: Sequence[Deviation], more: int) -> None:
        """Differences of one kind, folded away in browsers."""
        items = [_E.summary(showable(title)), _E.ul(*map(self._deviation, listed))]
        if more > 0:
            left = Message("{count} more; --misses lists all.", one="One more; --misses lists all.", count=more)
            items.append(_E.p(self.told(left)))
        self._body.append(_E.details(*items))

    def _deviation(self, one: Deviation) -> Any:
        place = f"{one.doc}:{one.span.start}"
        about = [_E.bdi(showable(one.label), {"class": "label"}), " · ", _E.bdi(showable(place), {"class": "faint"})]
        if one.detail:
            about += [" · ", _E.bdi(showable(one.detail))]
        parts = [_E.p(*about), _in_context(one)]
        if one.evidence is not None:
            reason = f"{one.evidence.score:.2f} · {self.told(one.evidence.reason)}"
            parts.append(_E.p(showable(reason), {"class": "faint"}))
        return _E.li(*parts)


def _cell(text: str, *, first: bool) -> Any:
    return _E.td(_E.bdi(showable(text))) if first else _E.td(_E.bdi(showable(text)), {"class": "figure"})


def _heat(count: int, share: float, *, right: bool) -> Any:
    if not count:
        return _E.td("")
    colour = "46, 125, 80" if right else "190, 70, 40"
    return _E.td(str(count), style=f"background-color: rgba({colour}, {0.12 + 0.55 * share:.2f})")


def _in_context(one: Deviation) -> Any:
    marked = Span(min(one.at, len(one.line)), max(min(one.at + len(one.span), len(one.line)), one.at + 1))
    before, after = one.line[: marked.start], one.line[marked.end :]
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT] + "…"
    wrong = marked.of(one.line)
    if len(wrong) > 2 * _CONTEXT:
        wrong = f"{wrong[:_CONTEXT]}…{wrong[-_CONTEXT:]}"
    return _E.p(showable(before), _E.mark(showable(wrong)), showable(after), dir="auto")
