"""Messages to people: written in English in the code, translated by gettext catalogues in ``seeds/languages``."""

from model.messages.message import Message

__all__ = ["Message"]
