"""Asks a server for JSON: with time limits, tries that are repeated, and what goes wrong in plain words.

No proxy is used, no redirection is followed (texts go to the host that was allowed, and to no other), and certificates
are always checked.
"""

import http.client
import json
import ssl
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from model.errors import TawsimError
from model.messages import Message
from model.version import VERSION

MOST_BYTES = 32 << 20
"""Longest answer that is read."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between tries: doubled each time, or what the server asks for, within limits."""
TOO_MANY = 429
_SHOWN = 200
_PORTION = 1 << 16


class RemoteError(TawsimError):
    """A server could not be asked, or did not answer what it should."""


class AnswerError(RemoteError):
    """A server answered, but not what it should; another question may go better."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    location: str
    retry_after: str

    @property
    def is_passing(self) -> bool:
        """Whether asking again may help."""
        return self.status == TOO_MANY or self.status >= 500


class Client:
    """Asks one server. ``timeout``: seconds for each step of an answer and for the whole of it; ``pause`` waits."""

    def __init__(
        self,
        address: str,
        *,
        timeout: float,
        tries: int,
        headers: Mapping[str, str],
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        parts = urlsplit(address)
        self.host = parts.netloc.rpartition("@")[2]
        self._secure = parts.scheme == "https"
        self._path = parts.path.rstrip("/")
        self._timeout, self._tries, self._pause = timeout, tries, pause
        self._headers = {"User-Agent": f"Tawsim/{VERSION}", "Accept": "application/json", **headers}

    def post(self, path: str, payload: object) -> Any:
        """The JSON that a question is answered with. Raises RemoteError."""
        body = json.dumps(payload, ensure_ascii=True).encode("ascii")
        return self._asked("POST", path, body, {**self._headers, "Content-Type": "application/json"})

    def _asked(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Any:
        wait = FIRST_PAUSE
        for left in reversed(range(self._tries)):
            try:
                answer = self._answer(method, self._path + path, body, headers)
            except TimeoutError as error:
                raise self._no_answer() from error
            except (OSError, http.client.HTTPException) as error:
                if not left or isinstance(error, ssl.SSLCertVerificationError):
                    raise self._unreachable(error) from error
                self._pause(wait)
            else:
                if not (left and answer.is_passing):
                    return self._read(answer, self._path + path)
                self._pause(_asked_pause(answer.retry_after, wait))
            wait = min(2 * wait, LONGEST_PAUSE)
        raise AssertionError("no try at all")

    def _answer(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> _Answer:
        with closing(self._connection()) as connection:
            connection.request(method, path, body, dict(headers))
            with connection.getresponse() as response:
                found = self._whole(response)
                location, retry = response.getheader("Location", ""), response.getheader("Retry-After", "")
                return _Answer(response.status, found, location, retry)

    def _whole(self, response: http.client.HTTPResponse) -> bytes:
        """The body, if it comes in time and as long as it says."""
        end, promised = time.monotonic() + self._timeout, response.length or 0
        found = bytearray()
        while portion := response.read1(_PORTION):
            found += portion
            if len(found) > MOST_BYTES:
                raise RemoteError(Message("{host} answers with more than can be read.", host=self.host))
            if time.monotonic() > end:
                raise TimeoutError
        if len(found) < promised:
            raise http.client.IncompleteRead(bytes(found), promised - len(found))
        return bytes(found)

    def _connection(self) -> http.client.HTTPConnection:
        if self._secure:
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(self.host, timeout=self._timeout, context=context)
        return http.client.HTTPConnection(self.host, timeout=self._timeout)

    def _read(self, answer: _Answer, path: str) -> Any:
        if not 200 <= answer.status < 300:
            raise self._refusal(answer, path)
        try:
            return json.loads(answer.body)
        except ValueError as error:
            raise AnswerError(Message("{host} answers with something that is not JSON.", host=self.host)) from error

    def _no_answer(self) -> RemoteError:
        return RemoteError(
            Message("{host} did not answer within {seconds} seconds.", host=self.host, seconds=round(self._timeout, 1))
        )

    def _unreachable(self, error: Exception) -> RemoteError:
        reason = str(error) or type(error).__name__
        if isinstance(error, ssl.SSLCertVerificationError):
            return RemoteError(
                Message(
                    "{host} cannot prove that it is {host} ({reason}); nothing was sent.",
                    host=self.host,
                    reason=reason,
                )
            )
        return RemoteError(Message("{host} cannot be reached: {reason}. Is it running?", host=self.host, reason=reason))

    def _refusal(self, answer: _Answer, path: str) -> RemoteError:
        if answer.status in (401, 403):
            return RemoteError(Message("{host} refuses: the key or password is missing or wrong.", host=self.host))
        if answer.status == 404:
            return RemoteError(
                Message("{host} has nothing at {path}. Is the address right?", host=self.host, path=path)
            )
        if answer.status == TOO_MANY:
            return RemoteError(Message("{host} takes no more questions for now.", host=self.host))
        if 300 <= answer.status < 400:
            return RemoteError(
                Message(
                    "{host} wants the text sent elsewhere ({to}), which is not done. Give the right address.",
                    host=self.host,
                    to=answer.location,
                )
            )
        text = answer.body[:_SHOWN].decode("utf-8", "replace")
        return AnswerError(
            Message(
                "{host} answers with error {status}: {text}", host=self.host, status=answer.status, text=text.strip()
            )
        )


def _asked_pause(retry_after: str, usual: float) -> float:
    """Seconds until the next try: what the server asks for, if it does so in seconds."""
    return min(float(retry_after), LONGEST_PAUSE) if retry_after.isdigit() else usual
