"""`signpost check` for a person: a verdict to read, one line for what cannot be read, never a traceback."""

from pathlib import Path

from bot.check import Judged, report
from bot.knowledge import standard
from bot.policy import PlaceSettings, Recent, decide
from bot.posts import Post
from bot.recognition import KnownArticles, Lists, OwnFingerprints, Recogniser, Selection

from .conftest import Command, Write

QUOTE = "It is natural and safe, it is not addictive like the pills, and it has no side effects"
PITCH = (
    f"Kratom eases opioid withdrawal and takes the cravings away. {QUOTE}. "
    "Thousands have quit opioids with it. Order today!"
)
TALK = "the soup kitchen on the corner has lentils tonight"


def test_a_pitch_is_flagged_with_what_it_stands_on_and_the_note(signpost: Command, write: Write) -> None:
    path = write("pitch.txt", PITCH.encode())

    ended = signpost("check", path)

    assert ended.status == 0
    assert ended.err == ""
    lines = ended.out.splitlines()
    assert lines[0] == f"== {path}"
    assert lines[1] == "Flagged: yes (reads as a pitch)"
    assert lines[2].startswith(("Score:   0.", "Score:   1."))
    assert lines[2].endswith(", topic kratom")
    assert f"  - does not cause addiction or dependence: “{QUOTE}”" in lines
    assert "The note that would be posted:" in lines
    assert "Nearest known article" not in ended.out
    assert any("findtreatment.gov" in line.lower() for line in lines if line.startswith("  | "))


def test_the_note_answers_the_claim_that_is_made_most(signpost: Command, write: Write) -> None:
    kratom = standard().wordings["en"].topics["kratom"]
    claim = "Kratom is not addictive. Nobody gets hooked on kratom, and kratom is not habit-forming at all."

    ended = signpost("check", write("pitch.txt", f"{claim} Order today from my shop!".encode()))

    assert f"  | {kratom.note.fact.text} {kratom.answers['not-addictive'].text}" in ended.out.splitlines()


def test_ordinary_talk_is_not_flagged_and_shows_no_note(signpost: Command, write: Write) -> None:
    ended = signpost("check", write("talk.txt", TALK.encode()))

    assert ended.status == 0
    assert "Flagged: no (names no topic)" in ended.out
    assert "The note that would be posted" not in ended.out


def test_several_files_are_answered_in_order(signpost: Command, write: Write) -> None:
    first, second = write("b.txt", TALK.encode()), write("a.txt", PITCH.encode())

    ended = signpost("check", first, second)

    heads = [line for line in ended.out.splitlines() if line.startswith(("==", "Flagged"))]
    assert heads == [
        f"== {first}",
        "Flagged: no (names no topic)",
        f"== {second}",
        "Flagged: yes (reads as a pitch)",
    ]


def test_without_a_file_standard_input_is_one_text(signpost: Command) -> None:
    ended = signpost("check", given=PITCH.replace(". ", ".\n").encode())

    assert ended.status == 0
    assert ended.out.startswith("Flagged: yes (reads as a pitch)\n")


def test_nothing_at_all_is_not_flagged(signpost: Command) -> None:
    assert signpost("check").out.startswith("Flagged: no (names no topic)\n")


def test_undecodable_bytes_are_replaced(signpost: Command, write: Write) -> None:
    ended = signpost("check", write("broken.txt", b"\xff\xc3\x28 " + PITCH.encode() + b" \xe2\x82"))

    assert ended.status == 0
    assert "Flagged: yes" in ended.out


def test_a_long_file_is_judged_by_its_beginning_and_says_so(signpost: Command, write: Write) -> None:
    ended = signpost("check", write("long.txt", PITCH.encode() + b"\n" + b"lentils " * 140_000))

    assert "Flagged: yes" in ended.out
    assert "Read:    only the first 1024 KiB, as the bot does" in ended.out


def test_a_missing_file_is_one_line_and_the_others_are_judged(signpost: Command, write: Write) -> None:
    ended = signpost("check", "nowhere.txt", write("pitch.txt", PITCH.encode()))

    assert ended.status == 2
    assert ended.err == "signpost: nowhere.txt: no such file or directory\n"
    assert "Flagged: yes" in ended.out


def test_a_folder_in_place_of_a_file_is_one_line(signpost: Command, tmp_path: Path) -> None:
    ended = signpost("check", tmp_path)

    assert ended.status == 2
    assert ended.err == f"signpost: {tmp_path}: is a directory\n"


def test_a_known_article_is_named(signpost: Command, write: Write) -> None:
    article = "\n".join(f"{PITCH} This is paragraph {number} of a long leaflet." for number in range(8))
    known = write("leaflet.txt", article.encode())
    pasted = write("pasted.bin", f"look what i found\n{article}".encode())

    ended = signpost("check", "--known", known.parent, pasted)

    assert ended.status == 0
    assert "Nearest known article: leaflet (" in ended.out


def test_a_folder_of_known_articles_that_is_not_there_is_one_line(signpost: Command, write: Write) -> None:
    ended = signpost("check", "--known", "nowhere", write("pitch.txt", PITCH.encode()))

    assert ended.status == 2
    assert ended.err == "signpost: nowhere: no such file or directory\n"
    assert ended.out == ""


def test_a_terminal_that_cannot_show_a_quotation_mark_is_no_reason_to_fail(
    signpost: Command, write: Write
) -> None:
    ended = signpost("check", write("pitch.txt", PITCH.encode()), PYTHONIOENCODING="ascii")

    assert ended.status == 0
    assert f"\\u201c{QUOTE}\\u201d" in ended.out


def test_a_report_names_the_dismissed_case_and_the_reason_for_silence() -> None:
    post, key = Post.of_text(PITCH), b"key"
    dismissed = KnownArticles({"case 12": Selection.least(OwnFingerprints(PITCH).under(key))}, key)
    verdict = Recogniser.standard().judge(post, Lists(KnownArticles.none(), dismissed))

    said = report(Judged(verdict, decide(verdict, PlaceSettings(), Recent())), post)

    assert said.startswith("Flagged: no (near copy of a dismissed case)")
    assert "Nearest dismissed case: case 12 (100% of the post)" in said.splitlines()
