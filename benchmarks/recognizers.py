"""How many Arabic cases of Recognizers-Text are solved: dates, times, lengths, sets, numbers, percentages.

``--specs FOLDER`` holds ``DateTime/Arabic/*.json`` and ``Number/Arabic/*.json``; ``--list`` prints what is not solved
and why, ``--only NAME …`` takes the files of these names. How they are compared: ``recognizer_judging.py``.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import print_table
from benchmarks.recognizer_cases import read_cases
from benchmarks.recognizer_judging import Verdict, judge

_DATES = ("DateExtractor", "DateParser")
"""The files that the aim speaks of."""
_AIM = 0.85


def run(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench recognizers", description=__doc__)
    parser.add_argument("--specs", type=Path, required=True)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--list", action="store_true")
    chosen = parser.parse_args(arguments)
    verdicts = {
        path.stem: [judge(case) for case in read_cases(path)]
        for path in sorted(chosen.specs.glob("*/Arabic/*.json"))
        if not chosen.only or path.stem in chosen.only
    }
    if chosen.list:
        for name, found in verdicts.items():
            _print_unsolved(name, found)
    dates = [verdict for name in _DATES for verdict in verdicts.get(name, ())]
    rows = [_row(name, found) for name, found in verdicts.items() if found]
    rows += [_row("dates: extraction and parsing", dates, f"{_AIM:.2f}")] if dates else []
    print_table(("cases", "solved", "all", "share", "aim", "not solved, by reason"), rows)
    return 0


def _row(name: str, verdicts: Sequence[Verdict], aim: str = "") -> tuple[object, ...]:
    reasons = Counter(verdict.reason for verdict in verdicts if verdict.reason)
    solved = len(verdicts) - reasons.total()
    why = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
    return name, solved, len(verdicts), f"{solved / max(len(verdicts), 1):.3f}", aim, why


def _print_unsolved(name: str, verdicts: Sequence[Verdict]) -> None:
    for verdict in verdicts:
        if verdict.reason:
            case = verdict.case
            wanted = "; ".join(f"{one.span.of(case.text)} = {' or '.join(sorted(one.values))}" for one in case.expected)
            found = "; ".join(f"{own.span.of(case.text)} = {own.value}" for own in verdict.found)
            print(f"{name}: {verdict.reason}: {case.text.strip()} | {case.reference} | {wanted} | {found}")
