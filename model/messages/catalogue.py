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


def render(message: Message, language: str, write_number: Callable[[float], str] = str) -> str:
    """The message in a language; a message without translation appears in English.

    ``write_number`` says how the numbers among the values are written.
    """
    values = message.rendered_values(lambda inner: render(inner, language, write_number))
    translations = catalogue(language)
    if message.one is None:
        template = translations.gettext(message.template)
    else:
        template = translations.ngettext(message.one, message.template, int(values["count"]))
    written = {name: value if isinstance(value, str) else write_number(value) for name, value in values.items()}
    return template.format(**written)
