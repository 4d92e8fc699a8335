"""Reads a query that somebody typed; the language stands in README.md and in the help of the concordance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from model.errors import TawsimError
from model.messages import Message
from model.schema.schema import Schema
from model.search.conditions import ConditionError, add_condition, is_condition
from model.search.query import NEXT_TO, ExpressionPart, Part, Query, TagPart, TextPart
from model.search.vocabulary import BEFORE, BEFORE_WORD, Names
from model.search.words import Clitics, Written, words_of, words_pattern
from model.text.folding import fold

NEAR = 10
"""The words that may stand between two parts where ``before`` names no number."""
MOST_BETWEEN = 500
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<target>@)
  | "(?P<exact>[^"]*)"
  | «(?P<quoted>[^»]*)»
  | /(?P<expression>(?:\\.|[^/\\])+)/(?P<flag>r?)(?!\S)
  | \[(?P<tag>[^\[\]]*)\]
  | (?P<bare>[^\s"«»\[\]@/:]+:"[^"]*"|[^\s"«»\[\]@/][^\s"«»\[\]]*)
    """,
    re.VERBOSE,
)
_OPENED = {
    '"': Message("the quotation mark has no end"),
    "«": Message("the quotation mark has no end"),
    "[": Message("the bracket has no end"),
    "/": Message("the regular expression has no closing / (behind it, only r may stand)"),
}
_CONDITION = re.compile(r'[^\s":]+:"[^"]*"|\S+')
_GAP = re.compile(r"(?P<word>[^\W\d_]+):?(?P<count>\d*)")


class QueryError(TawsimError):
    """A query that cannot be understood; ``position`` is the code point in it, counted from 0."""

    def __init__(self, reason: Message, position: int) -> None:
        super().__init__(Message("At letter {position}: {reason}.", position=position + 1, reason=reason))
        self.position = position


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int
    flag: str = ""


def parse_query(source: str, schema: Schema) -> Query:
    """Read a query over the names of a schema. Raises QueryError."""
    reader = _Reader(Names(schema))
    for token in _tokens(source):
        reader.take(token)
    return reader.finish(len(source))


def _tokens(source: str) -> Iterator[_Token]:
    at = 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise QueryError(_OPENED.get(source[at], Message("this cannot stand here")), at)
        kind = str(found.lastgroup) if found.lastgroup != "flag" else "expression"
        if kind != "space":
            yield _Token(kind, found[kind], at, found["flag"] or "")
        at = found.end()


class _Reader:
    """Gathers parts; words side by side make one part, and so do conditions."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._parts: list[Part] = []
        self._gaps: list[int] = []
        self._target: int | None = None
        self._words: list[Written] = []
        self._conditions: TagPart | None = None
        self._gap: tuple[int, int] | None = None
        """Words between the last part and the next one, and where that was said."""
        self._aimed: int | None = None

    def take(self, token: _Token) -> None:
        """One token more."""
        if token.kind == "target":
            self._close()
            self._aimed = token.position
        elif token.kind == "bare":
            self._take_bare(token)
        elif token.kind in ("exact", "quoted"):
            self._take_exact(token)
        elif token.kind == "tag":
            self._close()
            self._add(self._tag(token))
        else:
            self._close()
            self._add(_expression(token))

    def finish(self, end: int) -> Query:
        """The query. Raises QueryError where something is missing."""
        self._close()
        if self._gap is not None:
            raise QueryError(Message("“before” needs something on both sides"), self._gap[1])
        if self._aimed is not None:
            raise QueryError(Message("@ needs something behind it"), self._aimed)
        if not self._parts:
            raise QueryError(Message("there is nothing to search for"), end)
        return Query(tuple(self._parts), tuple(self._gaps), self._target or 0)

    def _take_bare(self, token: _Token) -> None:
        gap = _gap_of(token)
        if gap is not None:
            self._close()
            if not self._parts or self._gap is not None:
                raise QueryError(Message("“before” needs something on both sides"), token.position)
            self._gap = gap, token.position
        elif (named := self._names.is_bare_label(token.text)) or is_condition(token.text, self._names):
            self._close_words()
            if named:
                self._close_conditions()
            self._conditions = self._with_condition(self._conditions or TagPart(), token.text, token.position)
        else:
            self._close_conditions()
            self._words += _written(token)

    def _take_exact(self, token: _Token) -> None:
        self._close_conditions()
        words = words_of(token.text.replace("*", " "))
        if not words:
            raise QueryError(Message("there is no word between the quotation marks"), token.position)
        self._words += [Written((word,), Clitics.NONE) for word in words]

    def _tag(self, token: _Token) -> TagPart:
        part = TagPart()
        for found in _CONDITION.finditer(token.text):
            part = self._with_condition(part, found[0], token.position + 1 + found.start())
        return part

    def _with_condition(self, part: TagPart, text: str, position: int) -> TagPart:
        try:
            return add_condition(part, text, self._names)
        except ConditionError as error:
            raise QueryError(error.reason, position) from error

    def _close(self) -> None:
        self._close_words()
        self._close_conditions()

    def _close_words(self) -> None:
        if self._words:
            words, self._words = self._words, []
            self._add(TextPart(words_pattern(words)))

    def _close_conditions(self) -> None:
        if self._conditions is not None:
            conditions, self._conditions = self._conditions, None
            self._add(conditions)

    def _add(self, part: Part) -> None:
        if self._parts:
            self._gaps.append(NEXT_TO if self._gap is None else self._gap[0])
        self._gap = None
        if self._aimed is not None:
            if self._target is not None:
                raise QueryError(Message("only one part can carry @"), self._aimed)
            self._target, self._aimed = len(self._parts), None
        self._parts.append(part)


def _gap_of(token: _Token) -> int | None:
    found = _GAP.fullmatch(token.text)
    if found is None or found["word"] not in BEFORE or (":" not in token.text and token.text != BEFORE_WORD):
        return None
    count = int(found["count"] or NEAR)
    if count > MOST_BETWEEN:
        raise QueryError(Message("at most {count} words may stand between", count=MOST_BETWEEN), token.position)
    return count


def _written(token: _Token) -> list[Written]:
    """The words of a bare token: one in several forms (قال|أعلن), or several where marks part them (5.000)."""
    if "|" in token.text:
        forms = [words_of(form) for form in token.text.split("|")]
        if all(len(form) == 1 for form in forms):
            return [Written(tuple(form for (form,) in forms))]
    elif words := words_of(token.text):
        return [Written((word,)) for word in words]
    raise QueryError(Message("“{text}” holds no word", text=token.text), token.position)


def _expression(token: _Token) -> ExpressionPart:
    raw = bool(token.flag)
    try:
        compiled = regex.compile(token.text if raw else _folded_expression(token.text))
    except (regex.error, RecursionError, OverflowError) as error:
        reason = Message("this is no regular expression ({reason})", reason=str(error))
        raise QueryError(reason, token.position) from error
    return ExpressionPart(compiled, raw)


def _folded_expression(source: str) -> str:
    """The expression as folded text is written; what stands behind a backslash stays (\\W is not \\w)."""
    return "".join(
        piece if piece.startswith("\\") else fold(piece) for piece in re.findall(r"\\.|[^\\]+", source, re.DOTALL)
    )
