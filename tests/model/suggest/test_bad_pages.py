"""Pages that are no articles: one endless line, emoji, digits, marks. Time grows with their length and no faster.

When it did, several of these took minutes; the guard only ends a run that would hang.
"""

import subprocess
import sys

SIZE = 30_000
HANGS_AFTER = 120
"""Seconds."""
PROGRAM = f"""
from model.article import Article, text_digest
from model.suggest.pipeline import builtin_pipeline
from model.text.paragraphs import lines

pieces = ["الوزير قال أمس إن 12 شخصاً ", "no Arabic at all 12 ", "😀🎉👍🏽", "12:", ".", "1/2/", "ا\\n"]
texts = [(piece * ({SIZE} // len(piece))) for piece in pieces] + ["ا" + " " * {SIZE} + "ب", ""]
for text in texts:
    found = builtin_pipeline().run(Article("a", text, text_digest(text)))
    assert len(found.zones) == len(list(lines(text)))
    print(len(found.mentions))
"""


def test_no_text_makes_the_pipeline_hang() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=HANGS_AFTER, check=False
    )
    assert run.returncode == 0, run.stderr
    arabic, latin, emoji, *_, empty = map(int, run.stdout.split())
    assert arabic > latin > emoji == empty == 0
