"""Identifiers of records: random for what people make, derived for what can be made again."""

import hashlib
import secrets

_LENGTH = 16


def new_id() -> str:
    """A random identifier of 16 hexadecimal digits."""
    return secrets.token_hex(_LENGTH // 2)


def derived_id(*parts: object) -> str:
    """An identifier of 16 hexadecimal digits that the same parts always give."""
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
