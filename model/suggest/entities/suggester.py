"""The suggester of entities: the rules of this folder in their order, what they found resolved and given identities."""

from model.article import Article
from model.suggest.context import Context
from model.suggest.entities.addresses import IDENTITY_SCORE as ADDRESS_IDENTITY_SCORE
from model.suggest.entities.addresses import REASON as ADDRESS_REASON
from model.suggest.entities.addresses import SCORE as ADDRESS_SCORE
from model.suggest.entities.addresses import addresses, tokens_of
from model.suggest.entities.agreement import add_repeats
from model.suggest.entities.bodies import add_bodies
from model.suggest.entities.conflicts import resolved
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.evidence import add_evident
from model.suggest.entities.glosses import add_glosses, add_nicknames
from model.suggest.entities.languages import add_languages
from model.suggest.entities.lexicon_rule import add_sure
from model.suggest.entities.measured import rate
from model.suggest.entities.numbered import add_dated_events, add_directions, add_numbered_laws
from model.suggest.entities.outlets import add_outlets
from model.suggest.entities.page import Page
from model.suggest.entities.persons import add_given_names, add_titled
from model.suggest.entities.posts import find_posts
from model.suggest.identities import with_identities
from model.suggestion import Source, Suggestion, suggest_mention

NAME = "entities"
VERSION = "2"


class EntitySuggester:
    """Suggests PERS NORP OCC ORG GPE LOC FAC EVENT LAW PRODUCT LANGUAGE WEBSITE, nested, with identity keys.

    It reads dates and amounts from ``context.mentions`` and tags nothing inside them.
    """

    @property
    def name(self) -> str:
        """Short and stable: decisions remember it."""
        return NAME

    @property
    def version(self) -> str:
        """Changes whenever its suggestions may change."""
        return VERSION

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """The mentions in the zones where the guidelines let them stand, in order."""
        page = Page(context)
        found = list(addresses(page))
        page.block(tokens_of(page, [span for span, _ in found]))
        source = Source(NAME, VERSION)
        mentions: list[Suggestion] = [
            suggest_mention(
                article.id,
                article.text,
                span,
                "WEBSITE",
                source=source,
                score=ADDRESS_SCORE,
                reason=ADDRESS_REASON,
                identity_key=key,
                identity_score=ADDRESS_IDENTITY_SCORE,
            )
            for span, key in found
            if context.taggable(span.start, "WEBSITE")
        ]
        for draft in draft_entities(page):
            span = page.span(draft.first, draft.lead, draft.last)
            if context.taggable(span.start, draft.label):
                mentions.append(
                    suggest_mention(
                        article.id,
                        article.text,
                        span,
                        draft.label,
                        source=source,
                        score=rate(draft),
                        reason=draft.reason,
                        identity_key=draft.key,
                        identity_score=draft.identity_score,
                    )
                )
        return mentions


def draft_entities(page: Page) -> list[Draft]:
    """The drafts of one article, resolved, each with its identity."""
    board = Board()
    unsure = add_sure(page, board)
    add_evident(page, board, unsure)
    add_languages(page, board)
    add_directions(page, board)
    add_given_names(page, board)
    add_bodies(page, board)
    add_numbered_laws(page, board)
    add_dated_events(page, board)
    add_outlets(page, board)
    posts = find_posts(page, board)
    add_titled(page, board, posts)
    add_glosses(page, board)
    add_nicknames(page, board)
    add_repeats(page, board)
    add_bodies(page, board)
    add_titled(page, board, find_posts(page, board))
    return with_identities(page, resolved(page, board))
