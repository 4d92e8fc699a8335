"""The suggester of DATE and TIME mentions."""

from model.article import Article
from model.suggest.context import Context
from model.suggest.times.find import times_of
from model.suggestion import Source, Suggestion, suggest_mention


class TimesSuggester:
    """Proposes every date and time with its TIMEX3 value, in the zones where the guidelines want them."""

    name = "times"
    version = "3"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """Times of the article, relative ones counted from ``context.reference_date``."""
        source = Source(self.name, self.version)
        return [
            suggest_mention(
                article.id,
                article.text,
                time.span,
                time.label,
                source=source,
                score=time.score,
                reason=time.reason,
                value=time.value,
                modifier=time.modifier,
            )
            for time in times_of(context.folded, context.reference_date)
            if context.taggable(time.span.start, time.label)
        ]
