"""Keeps exceptions of Python from travelling through the C++ of Qt, where they crash the process."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

Self = TypeVar("Self")
Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def guard(
    method: Callable[Concatenate[Self, Parameters], Result],
) -> Callable[Concatenate[Self, Parameters], Result | None]:
    """Wrap an override of a Qt method: what it raises goes to ``sys.excepthook``, and None is returned instead.

    The program's hook writes the log; the tests' hook fails the test.
    """

    @wraps(method)
    def guarded(self: Self, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result | None:
        try:
            return method(self, *args, **kwargs)
        except Exception:  # noqa: BLE001 - whatever it is, it must not pass; the hook reports it
            sys.excepthook(*sys.exc_info())
            return None

    return guarded
