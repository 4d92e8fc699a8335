"""What events of one sentence share: attacks and deaths, deeds in a row, a signing and its agreement, talks."""

from collections.abc import Callable

import pytest

Roles = Callable[[str, str], dict[str, set[str]]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "roles"),
    [
        ("قُتل [CARDINAL ثلاثة] رعاة في غارة على [GPE دوما] [TIME فجر اليوم].", "قُتل",
         {"casualties": {"ثلاثة"}, "location": {"دوما"}, "date": {"فجر اليوم"}}),
        ("قُتل [CARDINAL ثلاثة] رعاة في غارة على [GPE دوما] [TIME فجر اليوم].", "غارة",
         {"casualties": {"ثلاثة"}, "recipient": {"دوما"}, "date": {"فجر اليوم"}}),
        ("قصف [ORG الجيش السوري] [GPE دوما]، ولم تقع إصابات.", "إصابات", {}),
        ("أضرب العمال وتظاهروا في [GPE تونس] [DATE أمس].", "أضرب", {}),
        ("أضربوا وتظاهروا في [GPE تونس] [DATE أمس].", "أضربوا", {"location": {"تونس"}, "date": {"أمس"}}),
        ("تظاهر المئات في [GPE تونس] [DATE أمس]، واعتقلت الشرطة بعضهم.", "اعتقلت",
         {"location": {"تونس"}, "date": {"أمس"}}),
        ("أعلنت [GPE مصر] [DATE أمس] تعيين [PERS سمير].", "تعيين", {"recipient": {"سمير"}, "date": {"أمس"}}),
        ("تظاهر المئات في [GPE تونس] [DATE أمس] تنديداً بالحرب، ورشق ملثمون الشرطة.", "رشق",
         {"location": {"تونس"}, "date": {"أمس"}}),
        ("اعتُقل [PERS سمير] بتهمة السرقة.", "تهمة", {"recipient": {"سمير"}}),
        ("نفت [GPE مصر] الاتهام.", "الاتهام", {"recipient": {"مصر"}}),
        ("بدأ فك حصار [GPE دوما].", "فك", {"location": {"دوما"}}),
        ("زار [PERS سمير] [GPE تونس] لإجراء محادثات.", "محادثات", {"actor": {"سمير"}, "location": {"تونس"}}),
        ("وقّعت [GPE مصر] [DATE أمس] اتفاقاً مع [GPE تونس].", "اتفاقاً",
         {"actor": {"مصر"}, "recipient": {"تونس"}, "date": {"أمس"}}),
    ],
)  # fmt: skip
def test_shared_roles(roles_of: Roles, sentence: str, trigger: str, roles: dict[str, set[str]]) -> None:
    assert roles_of(sentence, trigger) == roles
