"""Where the program's data lies: schemas, lexicons, languages, sample articles."""

import os
from pathlib import Path


def seeds_folder() -> Path:
    """The ``seeds`` folder beside the packages, or the one that ``TAWSIM_SEEDS`` names."""
    named = os.environ.get("TAWSIM_SEEDS")
    return Path(named) if named else Path(__file__).resolve().parent.parent / "seeds"
