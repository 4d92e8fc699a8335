"""Small files and functions: what separates trees that stay readable from others."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.project.tree import ROOT, files_of_tests, program_files

FILE_LINES = 600
FUNCTION_LINES = 80


def function_lengths(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines of each function in a file, its docstring and decorators left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body
            header = body[0].lineno - node.body[0].lineno
            yield (
                f"{path.relative_to(ROOT)}:{node.lineno} {node.name}",
                (node.end_lineno or 0) - node.lineno + 1 - header,
            )


@pytest.mark.parametrize("files", [program_files, files_of_tests])
def test_no_file_and_no_function_is_too_long(files: Callable[[], list[Path]]) -> None:
    paths = files()
    assert len(paths) > 10
    long_files = [path for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > FILE_LINES]
    long_functions = [found for path in paths for found in function_lengths(path) if found[1] > FUNCTION_LINES]
    assert (long_files, long_functions) == ([], [])


def test_most_functions_and_files_are_short() -> None:
    lengths = [lines for path in program_files() for _, lines in function_lengths(path)]
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 35
    files = [len(path.read_text(encoding="utf-8").splitlines()) for path in program_files()]
    assert median(files) <= 150
