"""``./run bench``: lists the benchmarks, or runs one."""

import ast
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent


def benchmarks() -> dict[str, str]:
    """Names of the benchmarks (modules that define ``run``) and the first lines of their docstrings.

    The modules are read, not imported: some of them import much.
    """
    found = {}
    for path in sorted(FOLDER.glob("[!_]*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in tree.body):
            found[path.stem] = (ast.get_docstring(tree) or "").partition("\n")[0]
    return found


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark that the first argument names, with the rest; without one, list them. Returns an exit code."""
    known = benchmarks()
    if arguments and arguments[0] in known:
        code: int = importlib.import_module(f"benchmarks.{arguments[0]}").run(list(arguments[1:]))
        return code
    if arguments:
        print(f"There is no benchmark {arguments[0]}.", file=sys.stderr)
    print("usage: ./run bench NAME [ARGUMENTS]")
    for name, summary in known.items():
        print(f"  {name:24}{summary}")
    return 2 if arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
