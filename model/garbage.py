"""The garbage collector in processes that go on for long."""

import gc

THRESHOLDS = (100_000, 50, 100)
"""What an article puts into memory is mostly not garbage: by the usual thresholds a tenth of the time goes into
searching through it again and again."""


def spare_what_is_loaded() -> None:
    """Leave what was loaded out of all later searches, and search less often: for a process that goes on suggesting."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
