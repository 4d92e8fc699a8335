"""Translations of messages, read from the gettext files of ``seeds/languages/LANGUAGE/*.po``."""

import gettext
import io
from collections.abc import Callable
from functools import cache

from model.messages.message import Message
from model.seeds import seeds_folder

SOURCE_LANGUAGE = "en"
LANGUAGES = ("ar", "en")
"""The languages of the interface, the first one being the default."""


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of one language; English, the language of the code, needs none."""
    merged = gettext.NullTranslations()
    if language == SOURCE_LANGUAGE:
        return merged
    for path in sorted((seeds_folder() / "languages" / language).glob("*.po")):
        room = _compiled(path.read_bytes(), language)
        room.add_fallback(merged)
        merged = room
    return merged


def _compiled(source: bytes, language: str) -> gettext.GNUTranslations:
    # babel is imported here since English sessions and library users never need it
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def render(
    message: Message,
    language: str,
    write_number: Callable[[float], str] = str,
    write_text: Callable[[str], str] = str,
) -> str:
    """The message in a language; a message without translation appears in English.

    ``write_number`` and ``write_text`` say how the numbers and texts among the values are written.
    """
    inner = {name: value for name, value in message.values if isinstance(value, Message)}
    rendered = {name: render(value, language, write_number, write_text) for name, value in inner.items()}
    written = {
        name: write_text(value) if isinstance(value, str) else write_number(value)
        for name, value in message.values
        if not isinstance(value, Message)
    }
    return _template(message, language).format(**rendered, **written)


def _template(message: Message, language: str) -> str:
    translations = catalogue(language)
    if message.one is None:
        return translations.gettext(message.template)
    count = dict(message.values)["count"]
    if not isinstance(count, int):
        raise TypeError(f"a plural message counts in whole numbers: {message!r}")
    return translations.ngettext(message.one, message.template, count)
