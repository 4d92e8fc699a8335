"""Options that every asked server has, and the client they make. Keys stay out of the project."""

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from model.messages import Message
from model.suggest.optional.kinds import ADDRESS, is_loopback
from model.suggest.optional.options import Option, OptionType
from model.suggest.settings import SuggesterEntry
from storage.remote.client import Client, RemoteError

KEY_VARIABLE = Option(
    "key_variable",
    OptionType.TEXT,
    Message("Variable with the key"),
    Message("The environment variable that holds the key or password. The key itself is never stored."),
    "",
)
KEY_FILE = Option(
    "key_file",
    OptionType.TEXT,
    Message("File with the key"),
    Message("A file on this machine that holds the key or password, and nothing else."),
    "",
)
TIMEOUT = Option(
    "timeout",
    OptionType.NUMBER,
    Message("Seconds an answer may take"),
    Message("After this long a question counts as unanswered."),
    30.0,
    least=0.1,
    most=600,
)
TRIES = Option(
    "tries",
    OptionType.WHOLE,
    Message("Tries"),
    Message("How often a question is asked while the server is overloaded or cannot be reached."),
    3,
    least=1,
    most=10,
)


def client_of(entry: SuggesterEntry, headers: Mapping[str, str]) -> Client:
    """The client of an entry. Raises RemoteError unless its host is the one that its user allowed."""
    address = entry.text(ADDRESS)
    host = urlsplit(address).netloc.rpartition("@")[2]
    if entry.allowed_host != host:
        raise RemoteError(Message("Sending text to {host} has not been allowed; nothing is sent.", host=host))
    return Client(address, timeout=entry.number(TIMEOUT.name), tries=entry.whole(TRIES.name), headers=headers)


def bearer(entry: SuggesterEntry) -> dict[str, str]:
    """The header with the key of an entry, if it names one."""
    key = _key(entry)
    return {"Authorization": f"Bearer {key}"} if key else {}


def basic(entry: SuggesterEntry) -> dict[str, str]:
    """The header with the user and password of an entry, if it names them."""
    user = entry.text("user")
    if not user:
        return {}
    return {"Authorization": basic_value(user, _key(entry))}


def basic_value(user: str, password: str) -> str:
    """What HTTP's basic authentication writes for a user and password."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


def _key(entry: SuggesterEntry) -> str:
    variable, file = entry.text(KEY_VARIABLE.name), entry.text(KEY_FILE.name)
    if not variable and not file:
        return ""
    address = urlsplit(entry.text(ADDRESS))
    if address.scheme != "https" and not is_loopback(address.netloc.rpartition("@")[2]):
        raise RemoteError(Message("The key is sent over https only: the address begins with http."))
    if file:
        return _read_key(file)
    key = os.environ.get(variable, "").strip()
    if not key:
        raise RemoteError(
            Message("The environment variable {variable}, which holds the key, is not set.", variable=variable)
        )
    return key


def _read_key(file: str) -> str:
    try:
        return Path(file).expanduser().read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        raise RemoteError(Message("The file with the key cannot be read: {reason}", reason=str(error))) from error
