"""What must not slip into a commit."""

import re

from tests.project.tree import documents, files_of_tests, program_files

SOMEONES_FOLDER = re.compile(r"(?<![\w.~:/}])/(?:home|root|Users|work|opt|tmp|mnt)/\w+")
CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", flags=re.MULTILINE)


def test_the_patterns_find_what_they_are_for() -> None:
    assert SOMEONES_FOLDER.search("cp /" + "home/amal/pages .")
    assert not SOMEONES_FOLDER.search("https://example.org/home/pages seeds/work/pages ~/work/x")
    assert CONFLICT.search("a\n" + "<" * 7 + " HEAD\n")


def test_no_file_names_a_folder_of_somebodys_machine_or_holds_a_merge_conflict() -> None:
    files = [*program_files(), *files_of_tests(), *documents()]
    found = [
        (str(path), hit.group())
        for path in files
        for hit in [
            *SOMEONES_FOLDER.finditer(path.read_text(encoding="utf-8")),
            *CONFLICT.finditer(path.read_text(encoding="utf-8")),
        ]
    ]
    assert found == []
