"""A pitch in a file: whatever the file is, the post gets its note; what cannot be read is said in the log."""

import codecs
import sys
from pathlib import Path

import pytest

from bot.posts import WhyUnread
from bot.texts import texts_in

from ..documents import archive, letter, locked_pdf, pdf, photo, screenshot, word_bomb, word_file
from .community import Community
from .texts import LONG_PITCH, OWN_STORY, PITCH

SAID = texts_in("en")

PNG = photo(80, 80)


def page(text: str) -> bytes:
    """Make a web page with a script and a style in it."""
    return f"<html><style>p {{}}</style><script>1</script><p>{text}</p></html>".encode()


async def attach(community: Community, **files: bytes) -> None:
    """Let a member post files, named `kind` for `message.kind`."""
    named = [(f"message.{ending}", data) for ending, data in files.items()]
    await community.member.send(community.general, attachments=named)


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        ("txt", PITCH.encode()),
        ("md", PITCH.encode()),
        ("log", PITCH.encode()),
        ("csv", PITCH.encode()),
        ("bin", PITCH.encode()),
        ("html", page(PITCH)),
        ("rtf", letter(PITCH)),
        ("pdf", pdf(PITCH)),
        ("docx", word_file(PITCH)),
        ("png", screenshot(PITCH)),
        ("jpg", screenshot(PITCH, dark=False, kind="JPEG")),
    ],
)
async def test_a_pitch_gets_its_note_in_whatever_file_it_comes(
    community: Community, ending: str, data: bytes
) -> None:
    await attach(community, **{ending: data})

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows(f"message.{ending}")


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        ("html", page(OWN_STORY)),
        ("rtf", letter(OWN_STORY)),
        ("pdf", pdf(OWN_STORY)),
        ("docx", word_file(OWN_STORY)),
        ("png", screenshot(OWN_STORY)),
        ("jpg", screenshot(OWN_STORY, dark=False, kind="JPEG")),
    ],
)
async def test_own_story_gets_silence_in_whatever_file_it_comes(
    community: Community, ending: str, data: bytes
) -> None:
    await attach(community, **{ending: data})

    assert not community.notes_in(community.general)
    assert not community.entries()


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF16_LE + LONG_PITCH.encode("utf-16-le"),
        LONG_PITCH.encode("utf-16-le"),
        LONG_PITCH.encode("utf-16-be"),
        f"Très bien, ça – écoute. {LONG_PITCH}".encode("cp1252"),
        LONG_PITCH.replace(" ", "\0 ").encode(),
        PITCH.replace("\n", " ").encode() * (8 * 2**20 // len(PITCH)),
    ],
    ids=["marked UTF-16", "UTF-16", "UTF-16, other way round", "Windows-1252", "NULs", "one line of 8 MiB"],
)
async def test_a_pitch_gets_its_note_in_whatever_encoding(community: Community, data: bytes) -> None:
    await attach(community, txt=data)

    assert len(community.notes_in(community.general)) == 1


@pytest.mark.parametrize(
    ("ending", "data", "why"),
    [
        ("txt", b"", WhyUnread.EMPTY),
        ("txt", PNG, WhyUnread.NOT_TEXT),
        ("pdf", locked_pdf("words", "secret"), WhyUnread.ENCRYPTED),
        ("pdf", pdf(LONG_PITCH)[:900], WhyUnread.DAMAGED),
        ("docx", archive({"word/styles.xml": "<w/>"}), WhyUnread.DAMAGED),
        ("docx", word_bomb(megabytes=33), WhyUnread.SWOLLEN),
        ("png", PNG[:90], WhyUnread.DAMAGED),
    ],
    ids=[
        "empty",
        "a .txt that is a PNG",
        "locked PDF",
        "PDF cut off",
        "Word file without its text",
        "bomb",
        "broken picture",
    ],
)
async def test_what_cannot_be_read_is_said_and_the_rest_judged(
    community: Community, ending: str, data: bytes, why: WhyUnread
) -> None:
    await attach(community, **{ending: data, "text": PITCH.encode()})

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows(f"Not read: message.{ending}, because {why.value}.")


async def test_words_that_run_together_in_a_screenshot_hide_nothing(community: Community) -> None:
    said = (
        "Kratom is a natural way out of opioid withdrawal. It is safe and not addictive,\n"
        "and thousands of people have quit their pills with it."
    )

    await attach(community, png=screenshot(said.replace(" ", "")))

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("a natural way out of opioid withdrawal")


async def test_of_ten_pictures_in_a_post_the_last_is_read_too(community: Community) -> None:
    others = [("broken.png", PNG[:90]), *((f"{number}.png", b"GIF89a") for number in range(8))]

    await community.member.send(community.general, attachments=[*others, ("last.png", screenshot(PITCH))])

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("last.png")
    assert not entry.shows(WhyUnread.CROWDED.value)


async def test_of_a_book_the_first_pages_are_judged_and_the_log_says_so(community: Community) -> None:
    await attach(community, pdf=pdf(PITCH, *("more of it",) * 4999))

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("only its beginning was read")


async def test_several_files_of_a_post_are_judged_together(community: Community) -> None:
    claims = PITCH.split(". ")

    await attach(
        community, txt=claims[0].encode(), html=page(claims[1]), docx=word_file(". ".join(claims[2:]))
    )

    assert len(community.notes_in(community.general)) == 1


async def test_where_the_server_is_off_no_file_is_fetched(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")

    await attach(community, pdf=pdf(PITCH), png=screenshot(PITCH))

    assert community.fetch.asked == []
    assert not community.notes_in(community.general)


async def test_pictures_can_be_switched_off_and_status_says_so(
    community: Community,
) -> None:
    await community.restart(pictures_per_day=0)

    await attach(community, png=screenshot(PITCH))

    assert community.fetch.asked == []
    assert not community.notes_in(community.general)
    assert SAID("status-pictures-unread") in await community.command(community.moderator, "status")


async def test_where_the_extra_cannot_be_loaded_status_says_so_after_the_first_picture(
    community: Community, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv2.py").write_text("raise ImportError('libGL.so.1: cannot open shared object file')")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])

    await attach(community, png=screenshot(PITCH), txt=PITCH.encode())

    (entry,) = community.entries()
    assert entry.shows(f"Not read: message.png, because {WhyUnread.UNABLE.value}.")
    assert SAID("status-pictures-unread") in await community.command(community.moderator, "status")


async def test_status_says_how_many_screenshots_are_read(community: Community) -> None:
    await community.restart(pictures_per_day=3)

    status = await community.command(community.moderator, "status")

    assert SAID("status-pictures", number=3) in status
