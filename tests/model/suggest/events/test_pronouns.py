"""Whom pronouns before verbs, on verbs and on nouns mean, within the sentence."""

from collections.abc import Callable

import pytest

Roles = Callable[[str, str], dict[str, set[str]]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "roles"),
    [
        ("أكد [PERS سمير] أنه زار [GPE تونس].", "زار", {"actor": {"سمير"}, "location": {"تونس"}}),
        ("اتهم [PERS سمير] [ORG شركة السد] بالكذب، وهي تنفي.", "تنفي", {"actor": {"شركة السد"}}),
        ("اتهمت [ORG محكمة النيل] [PERS سمير] بالكذب وأمرت باعتقاله.", "اعتقال", {"recipient": {"سمير"}}),
        ("زار [PERS سمير] [GPE تونس]، واستقبله [PERS كريم].", "استقبل",
         {"actor": {"كريم"}, "recipient": {"سمير"}, "location": {"تونس"}}),
        ("طالبت [GPE مصر] [ORG شركة السد] بالرد، وهددتها بالعقاب.", "هددت",
         {"actor": {"مصر"}, "recipient": {"شركة السد"}}),
    ],
)  # fmt: skip
def test_meant_roles(roles_of: Roles, sentence: str, trigger: str, roles: dict[str, set[str]]) -> None:
    assert roles_of(sentence, trigger) == roles
