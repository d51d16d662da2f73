"""`signpost demo --once`: the scene as text, or given files pasted as a member would."""

import re
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.demo.scene import example_article, load_scene

NOTED = "Signpost (bot), in reply to Robin"
SILENT = "(Signpost stays silent.)"
ASKING = "is kratom even legal where you live? my cousin keeps asking and I have no idea"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder, with another empty one for what is temporary."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def once(*files: Path) -> Result:
    return CliRunner().invoke(app, ["demo", "--once", *map(str, files)])


def section(text: str, heading: str) -> str:
    """Cut out what stands under a heading."""
    return re.split(r"\n(?=.+\n─)", text.partition(f"{heading}\n─")[2])[0]


def test_in_the_scene_the_pitch_gets_the_note_and_the_own_story_silence() -> None:
    result = once()

    assert result.exit_code == 0
    recovery = section(result.stdout, "#recovery")
    assert "Day 31 today" in recovery
    assert recovery.count("Signpost (bot)") == recovery.count(NOTED) == 1
    posted, _, after = recovery.partition(NOTED)
    assert "[file message.txt," in posted
    assert "1-800-662-4357" in after
    assert "[ Help in another country ]   [ Why this note? ]" in after


def test_the_scene_leaves_general_without_a_note() -> None:
    general = section(once().stdout, "#general")

    assert "soup thread" in general
    assert "Signpost" not in general


def test_the_buttons_answer_in_private() -> None:
    private = section(once().stdout, "The note's buttons, each answered to the one who presses it alone")

    assert "[ Why this note? ]" in private
    assert "https://nccih.nih.gov/health/kratom" in private
    _, _, elsewhere = private.partition("… and there, United Kingdom")
    assert "116 123" in elsewhere
    assert "1-800-662-4357" not in elsewhere


def test_the_moderators_get_one_entry_with_its_reason() -> None:
    log = section(once().stdout, "#mod-log, seen by moderators only")

    assert log.count("Note sent · kratom") == 1
    assert "The post by @Robin in #recovery, in message.txt" in log
    assert "Decision: note – reads as a pitch" in log


def test_what_the_page_lacks_is_said() -> None:
    lacking = section(once().stdout, "What the page does not show")

    assert "one channel at a time" in lacking
    assert "no menu on a message" in lacking


def test_a_posts_menu_checks_it_and_offers_help_without_posting_any() -> None:
    text = once().stdout
    menu = section(text, "The menu of the post, answered to Maya alone")

    checked, _, helped = menu.partition("Apps → Send help resources")
    assert "This post has case 1 already: note sent." in checked
    assert "No answer is needed." in helped
    assert "[ Send ]" in helped
    assert "Some days are hard" not in section(text, "#recovery")


def test_the_moderator_dismisses_the_case_of_the_note() -> None:
    entry = section(once().stdout, "Maya presses Dismiss in #mod-log")

    assert "Note withdrawn · kratom" in entry
    assert "Dismissed by @Maya: near copies get no note here." in entry
    assert "Withdraw note" not in entry


def test_what_gets_no_note_is_not_dismissed(folder: Path) -> None:
    asking = folder / "asking.txt"
    asking.write_text(ASKING)

    assert "presses" not in once(asking).stdout


def test_two_runs_print_the_same_without_times_and_numbers_of_messages() -> None:
    first, second = once().stdout, once().stdout

    assert first == second
    assert not re.search(r"\d{15,}", first)


def test_a_visitors_own_settings_change_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = once().stdout
    monkeypatch.setenv("SIGNPOST_DEFAULT_MODE", "off")
    monkeypatch.setenv("SIGNPOST_THRESHOLD", "not a number")
    (folder / ".env").write_text("SIGNPOST_COOLDOWN=-5\n")

    assert once().stdout == plain


def test_nothing_is_left_in_the_temporary_folder(folder: Path) -> None:
    assert once().exit_code == 0

    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    assert list(folder.iterdir()) == []


def test_each_file_is_pasted_into_a_channel_of_its_own_and_noted(folder: Path) -> None:
    first, second = folder / "a.txt", folder / "b.txt"
    first.write_text(next(line for line in load_scene().line if line.file).words)
    second.write_text(example_article())

    result = once(first, second)

    assert result.exit_code == 0
    for number, path in enumerate((first, second), start=1):
        pasted = section(result.stdout, f"#paste-{number}: {path}")
        assert pasted.count(NOTED) == 1
        assert "[file message.txt," in pasted


def test_a_short_text_is_a_message_and_a_question_gets_silence(folder: Path) -> None:
    asking = folder / "asking.txt"
    asking.write_text(ASKING)

    result = once(asking)

    assert result.exit_code == 0
    assert ASKING in result.stdout
    assert SILENT in result.stdout
    assert "message.txt" not in result.stdout
    assert NOTED not in result.stdout


@pytest.mark.parametrize(("length", "as_file"), [(2000, False), (2001, True)])
def test_over_two_thousand_characters_a_paste_is_a_file(folder: Path, length: int, *, as_file: bool) -> None:
    long = folder / "long.txt"
    long.write_text(f"\n{'soup ' * 400}"[:length] + "!\n")

    result = once(long)

    assert ("[file message.txt, 2001 characters]" in result.stdout) == as_file


def test_bytes_that_are_not_utf_8_are_read_as_windows_1252(folder: Path) -> None:
    broken = folder / "broken.txt"
    broken.write_bytes(b"soup \x80\xff tonight")

    result = once(broken)

    assert result.exit_code == 0
    assert "soup €ÿ tonight" in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("absent.txt", None, "no such file"),
        ("empty.txt", b" \r\n", "is empty"),
        ("huge.txt", b"x" * (10 * 1024 * 1024 + 1), "over 10 MiB"),
    ],
)
def test_what_cannot_be_pasted_is_one_line(folder: Path, name: str, content: bytes | None, why: str) -> None:
    path = folder / name
    if content is not None:
        path.write_bytes(content)

    result = once(path)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"signpost: {path}: ")
    assert why in result.stderr
    assert result.stderr.count("\n") == 1
