"""Trying a suggester on one article before it is kept: what it proposes, and what keeps it from that."""

from dataclasses import replace

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.page_facts import read_page
from model.suggest.configured import pipeline_of
from model.suggest.context import Context, Suggester
from model.suggest.incomplete import IncompleteError
from model.suggest.merging import fault_of
from model.suggest.optional.found import misplaced_message
from model.suggest.pipeline import rules_pipeline
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion, SuggestionSet
from storage.suggesters import KINDS
from storage.suggesting.spec import Problem, Suggested


def try_out(entry: SuggesterEntry, article: Article) -> Suggested:
    """All that one suggester proposes for an article, also what the built-in ones propose already; nothing is stored.

    It sees what the built-in ones propose. What goes wrong is told as a problem.
    """
    found = rules_pipeline().run(article, published=article.published)
    page = read_page(article, article.published)
    context = Context(
        article,
        page.published,
        page.zones,
        found.mentions,
        found.events,
        related_dates=dict(page.related_dates),
    )
    pipeline = pipeline_of(SuggesterSettings((replace(entry, enabled=True),)), KINDS)
    suggester = next(one for one in pipeline.suggesters if one.name == entry.name)
    try:
        proposed, fault = _asked(suggester, context)
    finally:
        pipeline.close()
    known = {one.id for one in (*found.mentions, *proposed)}
    fitting = [one for one in proposed if fault_of(one, article, known) is None]
    if fault is None and len(fitting) < len(proposed):
        fault = misplaced_message(len(proposed) - len(fitting))
    problems = () if fault is None else (Problem(entry.name, fault),)
    return Suggested(article.id, _as_set(fitting), suggester.version, problems)


def _asked(suggester: Suggester, context: Context) -> tuple[list[Suggestion], Message | None]:
    try:
        return list(suggester.suggest(context.article, context)), None
    except IncompleteError as error:
        return list(error.suggestions), error.message
    except TawsimError as error:
        return [], error.message


def _as_set(proposed: list[Suggestion]) -> SuggestionSet:
    mentions = [one for one in proposed if isinstance(one, SuggestedMention)]
    events = [one for one in proposed if isinstance(one, SuggestedEvent)]
    return SuggestionSet(mentions=tuple(mentions), events=tuple(events))
