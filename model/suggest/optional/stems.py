"""Where a mention starts within a word that a model tagged whole: والعراق as العراق."""

from dataclasses import replace

from model.suggest.context import Context
from model.suggest.optional.found import Found
from model.text.clitics import readings


def without_particles(found: Found, context: Context) -> Found:
    """The same from the stem of its first word on, if the article shows that the word has joined particles.

    That is so where an earlier suggester found a mention from there on, or where the word stands without them
    elsewhere: واشنطن remains whole in an article that never writes اشنطن.
    """
    token = next((token for token in context.tokens if token.span.start == found.start), None)
    if token is None:
        return found
    starts = {mention.hull.start for mention in context.mentions if mention.hull.end <= found.end}
    words = {one.folded for one in context.tokens if one.span.start != found.start}
    if found.start in starts:
        return found
    for reading in readings(token, enclitics=False):
        if reading.proclitics and (reading.span.start in starts or reading.key in words):
            return replace(found, start=reading.span.start)
    return found
