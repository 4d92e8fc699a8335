"""Articles that come from the clipboard or the keyboard."""

from datetime import date

from model.article import Article, text_digest
from model.identifiers import new_id
from storage.importing.facts import with_facts
from storage.importing.text_checks import refuse_empty


def article_of_text(text: str, *, title: str = "", published: date | None = None, outlet: str = "") -> Article:
    """A new article of this text, exactly as it is; what is not given is looked for in it.

    Raises UnreadableError, a TawsimError, for a text in which there is nothing to see.
    """
    refuse_empty(text)
    article = Article(new_id(), text, text_digest(text), title=title, published=published, outlet=outlet)
    return with_facts(article)
