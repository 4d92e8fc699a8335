"""The index holds folded text, so that folding differently needs a migration that fills it again."""

import hashlib
from itertools import chain

from model.text.folding import fold
from storage.format import FORMAT

BLOCKS = (range(0x250), range(0x600, 0x700), range(0x750, 0x780), range(0x8A0, 0x900), range(0x2000, 0x2070))
PRESENTATION_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
"""Arabic, Latin, marks and spaces; not every letter of Unicode, since Python's versions know ever more of them."""
FINGERPRINTS = {"0004": "03adafd5040671e0"}
"""By the format whose migration filled the index: what folding made of these characters."""


def test_who_changes_folding_writes_a_migration() -> None:
    every = "\n".join(fold(chr(point)) for point in chain(*BLOCKS, *PRESENTATION_FORMS))
    filled_by = max(revision for revision in FINGERPRINTS if revision <= FORMAT)
    assert FINGERPRINTS[filled_by] == hashlib.sha256(every.encode()).hexdigest()[:16]
