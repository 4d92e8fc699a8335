"""Every reason that the rules give is written in Arabic too."""

import ast
from pathlib import Path

from model.messages import Message
from model.messages.catalogue import render
from model.suggest import entities


def _templates() -> set[str]:
    found: set[str] = set()
    for path in Path(str(entities.__file__)).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                template = node.args[0]
                assert isinstance(template, ast.Constant)
                found.add(str(template.value))
    return found


def test_every_reason_has_an_arabic_translation() -> None:
    templates = _templates()
    assert templates
    for template in templates:
        arabic = render(Message(template, name="x"), "ar")
        assert any("\u0621" <= letter <= "\u064a" for letter in arabic), template
