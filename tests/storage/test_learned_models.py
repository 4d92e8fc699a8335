"""Learned models are kept with the project, the latest few of them."""

from datetime import timedelta

import pytest

from storage import Project
from storage.learned_models import KEPT, StoredModel, UnknownModelError
from tests.storage.builders import NOON


def test_a_model_comes_back_byte_for_byte(project: Project) -> None:
    content = bytes(range(256))
    project.add_model("a1", content, lessons=7, at=NOON)
    assert project.models() == (StoredModel(1, "a1", NOON, 7),)
    assert project.model_content("a1") == content


def test_the_oldest_go_and_are_missed_by_name(project: Project) -> None:
    for number in range(KEPT + 2):
        project.add_model(f"v{number}", b"", lessons=number, at=NOON + timedelta(minutes=number))
    assert [model.version for model in project.models()] == [f"v{number}" for number in range(KEPT + 1, 1, -1)]
    with pytest.raises(UnknownModelError, match="v1"):
        project.model_content("v1")


def test_training_the_same_again_keeps_one(project: Project) -> None:
    project.add_model("same", b"x", lessons=1, at=NOON)
    project.add_model("same", b"x", lessons=1, at=NOON + timedelta(hours=1))
    assert [model.trained_at for model in project.models()] == [NOON + timedelta(hours=1)]
