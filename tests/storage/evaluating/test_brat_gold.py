from pathlib import Path

import pytest

from model.annotation import attributes_of
from model.evaluation.layers import Layer
from storage.evaluating.brat_gold import read_brat
from storage.evaluating.gold_set import GoldError
from storage.exporting import export
from tests.storage.builders import add, identity_named, make_article, make_event, make_mention, step
from tests.storage.fresh import fresh_project

TEXT = "زار سالم بغداد ثم لندن\n"
STANDOFF = """\
T1\tCONSULT 0 3\tزار
T2\tPERS 4 8\tسالم
T3\tGPE 9 14\tبغداد
T4\tGPE 18 22\tلندن
E1\tCONSULT:T1 actor:T2 location:T3 location2:T4
A1\tModality E1 future
R1\tdate Arg1:E1 Arg2:T4
R2\tNear Arg1:T3 Arg2:T4
N1\tIdentity T2 Tawsim:salim\tسالم
*\tEquiv T3 T4
#1\tValue T3\tBGW
#2\tAnnotatorNotes T2\tmaybe
"""


def write(folder: Path, standoff: str, text: str = TEXT) -> Path:
    (folder / "page.txt").write_text(text, encoding="utf-8")
    path = folder / "page.ann"
    path.write_text(standoff, encoding="utf-8")
    return path


def test_all_lines_are_read(tmp_path: Path) -> None:
    gold = read_brat([write(tmp_path, STANDOFF)])
    page = gold.documents[0].gold
    assert [(m.label, m.text, m.key, m.value) for m in page.mentions] == [
        ("PERS", "سالم", "Tawsim:salim", None),
        ("GPE", "بغداد", "T3", "BGW"),
        ("GPE", "لندن", "T3", None),
    ]
    (visit,) = page.events
    assert (visit.label, visit.text, visit.modality) == ("CONSULT", "زار", "future")
    assert visit.arguments == (("actor", "T2"), ("location", "T3"), ("location", "T4"), ("date", "T4"))
    assert gold.layers == frozenset(Layer) - {Layer.ZONES}
    assert [note.english() for note in gold.notes] == [
        "One relation of the gold is no argument of an event and is not scored."
    ]


def test_layers_are_those_that_the_files_have(tmp_path: Path) -> None:
    gold = read_brat([write(tmp_path, "T1\tPERS 4 8\tسالم\n")])
    assert gold.layers == {Layer.MENTIONS}
    assert gold.notes == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("T2\tPERS 4 8\tسليم", "“سليم” is not what stands there in the text: “سالم”"),
        ("T2\tPERS 4 80\tسالم", "is not what stands there"),
        ("T2\tPERS 4\tسالم", "cannot be understood"),
        ("T2\tPERS 8 4\tسالم", "cannot be understood"),
        ("T2\tPERS 4 8", "cannot be understood"),
        ("T2 PERS 4 8 سالم", "is no line of brat"),
        ("?\tPERS", "is no line of brat"),
        ("E1\tCONSULT:T9", "E1 points to T9"),
        ("E1\tCONSULT:T1 actor:T7", "E1 points to T7"),
        ("R1\tdate Arg1:E1", "cannot be understood"),
    ],
)
def test_a_damaged_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(GoldError, match=r"page\.ann, line 2: ") as raised:
        read_brat([write(tmp_path, f"T1\tCONSULT 0 3\tزار\n{line}\n")])
    assert problem in str(raised.value)


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, STANDOFF)
    (tmp_path / "page.txt").unlink()
    with pytest.raises(GoldError, match=r"page\.txt: cannot be read"):
        read_brat([path])


def test_our_own_export_is_read_as_it_was(tmp_path: Path) -> None:
    with fresh_project(tmp_path / "p.tawsim") as project:
        article = make_article()
        project.add_articles([article])
        identity = identity_named("sami")
        name, place = make_mention(article, "سامي", "الخوري", identity=identity), make_mention(article, "بيروت\r\nأن")
        event = make_event(article, "أعلن", name, attributes=attributes_of(modality="negated"))
        project.perform(step(add(identity, name, place, event)))
        export(project, "brat", tmp_path / "out")
    (document,) = read_brat(sorted((tmp_path / "out").glob("*.ann"))).documents
    assert document.text == article.text
    assert [(m.label, m.span) for m in document.gold.mentions] == [(m.label, m.hull) for m in (name, place)]
    (found,) = document.gold.events
    assert (found.label, found.span, found.modality) == ("SAY", event.hull, "negated")
    assert found.arguments == (("SPEAKER", document.gold.mentions[0].id),)
    assert document.gold.mentions[0].key is not None
