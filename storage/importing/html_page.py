"""Saved web pages: the story is taken out of the page by trafilatura, the page itself is kept beside it.

Nothing is run, loaded or looked up: scripts are dropped, entities from outside are never resolved.
"""

import logging
import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from typing import Any

from model.messages import Message
from storage.importing.columns import day_of
from storage.importing.decoding import Decoded, decode
from storage.importing.options import ImportOptions
from storage.importing.source_file import Found, PageRead, SourceFile, UnreadableError

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_DECLARED_WITHIN = 8192
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_OUTLET = "//meta[@property='og:site_name' or @name='application-name']/@content"
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d", "max_date": None}


def read_html_page(file: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """The one story of a saved page."""
    content = file.read(options.limits.page)
    yield _page(file, decode(content, wanted=options.encoding, declared=_declared(content)), content)


def read_web_archive(file: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """The one story of a page saved with its pictures (MHTML); of its parts, only the page is looked at."""
    content = file.read(options.limits.page)
    parts = message_from_bytes(content).walk()
    page = next((part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    inner = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(inner, bytes):
        raise UnreadableError(Message("holds no page."))
    declared = page.get_content_charset() or _declared(inner)
    yield _page(file, decode(inner, wanted=options.encoding, declared=declared), content)


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _page(file: SourceFile, decoded: Decoded, source: bytes) -> PageRead:
    tree = _tree(decoded.text)
    outlet = next((str(name).strip() for name in tree.xpath(_OUTLET)), "")
    story = _story(tree)
    title = (story.title or "").strip()
    return PageRead(
        file.origin,
        file.name,
        _text(title, story.text or ""),
        decoded.encoding,
        title,
        _day(story.date),
        outlet or (story.sitename or "").strip(),
        (story.url or "").strip(),
        source=source,
    )


def _tree(markup: str) -> Any:
    # lxml and trafilatura are loaded only when there is a saved page, since they take long
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_XML_DECLARATION.sub("", markup).replace("\0", "\ufffd"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(Message("is no web page ({reason}).", reason=str(error))) from error


def _story(tree: Any) -> Any:
    from trafilatura import bare_extraction

    # that a page was discarded is told as a problem, with the name of its file
    logging.getLogger("trafilatura").setLevel(logging.ERROR)
    story = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_images=False, date_extraction_params=dict(_DATES)
    )
    if story is None:
        raise UnreadableError(Message("is a web page in which no story was found."))
    return story


def _text(title: str, body: str) -> str:
    """The story, its headline in the first line."""
    return body if not title or body.lstrip().startswith(title) else f"{title}\n{body}"


def _day(stated: str | None) -> date | None:
    return day_of(stated) if stated else None
