"""The suggester of numbers, ordinals, percentages, sums of money and quantities."""

from model.article import Article
from model.suggest.context import Context
from model.suggest.numbers.find import numbers_of
from model.suggest.times.find import times_of
from model.suggestion import Source, Suggestion, suggest_mention
from model.text.span import Span

_TIMES = frozenset({"DATE", "TIME"})


class NumbersSuggester:
    """Proposes every number with its value, those inside times left out."""

    name = "numbers"
    version = "3"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """Numbers of the article; the times are those suggested before, or found anew when there are none."""
        source = Source(self.name, self.version)
        return [
            suggest_mention(
                article.id,
                article.text,
                number.span,
                number.label,
                source=source,
                score=number.score,
                reason=number.reason,
                value=number.value,
            )
            for number in numbers_of(context.folded, _times(context))
            if context.taggable(number.span.start, number.label)
        ]


def _times(context: Context) -> list[Span]:
    suggested = [mention.hull for mention in context.mentions if mention.label in _TIMES]
    return suggested or [time.span for time in times_of(context.folded, context.reference_date)]
