import sys

import pytest
from PySide6.QtGui import QTextOption

from model.errors import TawsimError
from ui import reference_counts


def test_void_calls_keep_the_references_to_none() -> None:
    option = QTextOption()
    before = sys.getrefcount(None)
    for _ in range(1000):
        option.setTabStopDistance(1.0)
    assert abs(before - sys.getrefcount(None)) < 100


def test_this_build_is_accepted() -> None:
    reference_counts.check_reference_counts()


def test_a_build_that_loses_a_reference_at_each_call_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_counts, "references_lost", lambda: reference_counts.CALLS)
    with pytest.raises(TawsimError, match=r"requirements\.txt"):
        reference_counts.check_reference_counts()
