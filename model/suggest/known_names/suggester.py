"""Suggests the names that a project's annotators confirmed elsewhere, and gives known names their identities."""

from collections.abc import Iterator
from dataclasses import replace

from model.article import Article
from model.messages import Message
from model.suggest.context import Context
from model.suggest.entities import vocabulary
from model.suggest.entities.lexicon_index import names as personal_names
from model.suggest.entities.page import Page, Stem, stems
from model.suggest.known_names.names import KnownName, KnownNames
from model.suggestion import Source, SuggestedMention, Suggestion, suggest_mention
from model.text.span import Span

NAME = "known_names"
_HIGHEST = 0.95
_LEAST_CONFIRMED = 2
"""Confirmations that a name of one word needs: words have more meanings than combinations of words."""


class KnownNamesSuggester:
    """Runs after the entities: adds confirmed names that they did not see, and puts confirmed identities to theirs."""

    def __init__(self, known: KnownNames) -> None:
        self._known = known

    @property
    def name(self) -> str:
        """Short and stable: decisions remember it."""
        return NAME

    @property
    def version(self) -> str:
        """Another one for other names."""
        return f"1.{self._known.version}"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """New mentions, and mentions of earlier suggesters with the identity that annotators gave such a name."""
        if not self._known.names:
            return []
        page = Page(context)
        standing = {mention.hull: mention for mention in context.mentions}
        found: list[Suggestion] = []
        for span, name in _matches(page, self._known):
            mention = standing.get(span)
            if mention is None:
                if _is_free(span, name, context):
                    found.append(self._mention(article, span, name))
            elif mention.label == name.label and name.key is not None:
                link = replace(mention, identity_key=name.key, identity_score=_link_score(name))
                found += [] if link == mention else [link]
        return found

    def _mention(self, article: Article, span: Span, name: KnownName) -> SuggestedMention:
        return suggest_mention(
            article.id,
            article.text,
            span,
            name.label,
            source=Source(NAME, self.version),
            score=min(name.score, _HIGHEST),
            reason=Message(
                "confirmed {count} times in this project, for example in “{article}”",
                one="confirmed once in this project, in “{article}”",
                count=name.confirmed,
                article=name.article,
            ),
            identity_key=name.key,
            identity_score=None if name.key is None else _link_score(name),
        )


def _link_score(name: KnownName) -> float:
    """The share of the confirmed mentions with this identity, as far as so many tell: Laplace's rule again."""
    return (name.key_share * name.confirmed + 1) / (name.confirmed + 2)


def _matches(page: Page, known: KnownNames) -> Iterator[tuple[Span, KnownName]]:
    """The longest known name at each token, proclitics left outside; none within another."""
    after = 0
    for first in range(len(page)):
        if first < after or first in page.blocked:
            continue
        match = _longest(page, first, known)
        if match is not None:
            stem, name = match
            after = first + len(name.words)
            yield page.span(first, stem.lead, after - 1), name


def _longest(page: Page, first: int, known: KnownNames) -> tuple[Stem, KnownName] | None:
    for stem in stems(page.word(first)):
        for name in known.by_first_word.get(stem.key, ()):
            if _stands(page, first, name) and _is_trusted(page.word(first), stem, name):
                return stem, name
    return None


def _stands(page: Page, first: int, name: KnownName) -> bool:
    return all(
        page.word(first + at) == word and page.same_line(first, first + at)
        for at, word in enumerate(name.words)
        if at > 0
    )


def _is_trusted(word: str, stem: Stem, name: KnownName) -> bool:
    """One word needs more: confirmations, no reading as a common given name, no preposition taken from a short word."""
    if len(name.words) > 1:
        return True
    if name.confirmed < _LEAST_CONFIRMED or vocabulary.ends_name(stem.key) or stem.key in personal_names().given:
        return False
    return not stem.lead or word not in vocabulary.WHOLE_WORDS


def _is_free(span: Span, name: KnownName, context: Context) -> bool:
    """Whether a mention may stand here: by its zone, and with none that it would cross or repeat."""
    if not context.taggable(span.start, name.label):
        return False
    for mention in context.mentions:
        other = mention.hull
        if other.start >= span.end:
            break
        if other.end > span.start and _collides(span, other, name.label, mention.label):
            return False
    return True


def _collides(span: Span, other: Span, label: str, other_label: str) -> bool:
    nested = (span.start <= other.start and other.end <= span.end) or (
        other.start <= span.start and span.end <= other.end
    )
    return not nested or (label == other_label and label == "PERS")
