"""Events of ASSAULT and PROTEST beside the coders of arabic_event_gsr: token F1 of pairs.

``--data FOLDER`` holds its files ``*spans*.json``. Nothing of it is shipped.
"""

import argparse
from pathlib import Path

from benchmarks.measuring import print_table
from model.errors import TawsimError
from model.messages import Message
from storage.evaluating.coded_sentences import read_coded_sentences
from storage.evaluating.coding import score_coded
from storage.evaluating.suggesting import untold


def run(arguments: list[str]) -> int:
    """Score and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench event_gsr", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder: Path = parser.parse_args(arguments).data
    paths = sorted(folder.glob("*spans*.json"))
    if not paths:
        raise TawsimError(Message("{folder} holds no file named *spans*.json", folder=str(folder)))
    rows = [
        (f"{event_type} {part}", coded.sentences, *(f"{f1:.3f}" for f1 in (one.two_coders, one.first, one.every)))
        for event_type, coded in score_coded(read_coded_sentences(paths), untold).by_type.items()
        for part, one in coded.agreements.items()
    ]
    print_table(("token F1", "sentences", "two coders", "coder and first event", "coder and all events"), rows)
    return 0
