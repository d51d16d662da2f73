"""Screenshots, read by the real packages; and where they are not read."""

import asyncio
import sys
from datetime import date
from pathlib import Path

import discord
import pytest

from bot.posts import Carrier, Passage, Unread, WhyUnread, pictures
from bot.posts.extract.picture import joined
from bot.posts.files import Files, FilesRead
from bot.posts.limits import FileLimits
from bot.posts.pictures import DayBudget

from ..documents import photo, screenshot
from .attached import Shelf, attachment, opened

SERVER, ANOTHER = 7, 8
SAID = "If withdrawal has you on the floor, try kratom. It is natural and safe, and it has no side effects."


def image(**said: int) -> discord.Attachment:
    """Make what Discord says of a picture."""
    file = attachment("image.png", "image/png", said.get("size", 0))
    file.width, file.height = said.get("width", 900), said.get("height", 600)
    return file


async def read(data: bytes, limits: FileLimits | None = None, **said: int) -> FilesRead:
    """Read the only picture of a post."""
    async with opened(Shelf({"image.png": data}), limits) as files:
        return await files.read([image(**said)], SERVER)


def shadow(package: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a package be there for those that look for it, and break for the worker that loads it."""
    (folder / f"{package}.py").write_text("raise ImportError('libGL.so.1: cannot open shared object file')")
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])


def unread(why: WhyUnread) -> FilesRead:
    """Say what is found of a picture that was not read."""
    return FilesRead(unread=(Unread("image.png", why),))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("dark", [True, False])
async def test_a_screenshot_is_read_with_its_spaces(kind: str, *, dark: bool) -> None:
    found = await read(screenshot(SAID, dark=dark, kind=kind))

    assert found == FilesRead((Passage(SAID, Carrier.SCREENSHOT, "image.png"),))


async def test_a_photo_is_passed_over() -> None:
    assert await read(photo()) == FilesRead()


async def test_a_broken_picture_is_named() -> None:
    assert await read(screenshot(SAID)[:2000]) == unread(WhyUnread.DAMAGED)


async def test_a_picture_that_unpacks_to_too_much_is_named() -> None:
    assert await read(photo(3000, 3000), width=300, height=300) == unread(WhyUnread.SWOLLEN)


async def test_what_is_no_picture_behind_its_name_is_passed_over() -> None:
    assert await read(b"GIF89a" + bytes(100)) == FilesRead()


@pytest.mark.parametrize("said", [{"size": 5 * 2**20}, {"width": 4000, "height": 4000}])
async def test_a_picture_larger_than_is_read_is_not_fetched(said: dict[str, int]) -> None:
    shelf = Shelf({"image.png": b""})

    assert await Files(shelf).read([image(**said)], SERVER) == unread(WhyUnread.TOO_LARGE)
    assert shelf.asked == []


async def test_an_emoji_is_no_screenshot() -> None:
    shelf = Shelf()

    assert await Files(shelf).read([image(width=48, height=48)], SERVER) == FilesRead()
    assert shelf.asked == []


async def test_a_server_has_a_number_of_pictures_a_day() -> None:
    async with opened(Shelf({"image.png": photo(80, 80)}), FileLimits(pictures_per_day=1)) as files:
        assert await files.read([image()], SERVER) == FilesRead()
        assert await files.read([image()], SERVER) == unread(WhyUnread.USED_UP)
        assert await files.read([image()], ANOTHER) == FilesRead()


async def test_a_new_day_begins_a_new_number() -> None:
    days = [date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 2)]
    budget = DayBudget(1, iter(days).__next__)

    assert [budget.take(SERVER) for _ in range(3)] == [True, False, True]


@pytest.mark.parametrize("lacking", ["rapidocr", "onnxruntime"])
async def test_without_the_extra_pictures_are_passed_over(
    lacking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(package: str) -> str | None:
        return None if package == lacking else package

    monkeypatch.setattr(pictures, "find_spec", found)
    shelf = Shelf()
    files = Files(shelf)

    assert not files.reads_pictures
    assert await files.read([image()], SERVER) == FilesRead()
    assert shelf.asked == []


@pytest.mark.parametrize("broken", ["cv2", "onnxruntime", "rapidocr", "PIL"])
async def test_an_extra_that_cannot_be_loaded_is_told_once_and_pictures_passed_over(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shadow(broken, tmp_path, monkeypatch)
    shelf = Shelf({"image.png": screenshot(SAID)})

    async with opened(shelf) as files:
        assert files.reads_pictures
        first, second = await asyncio.gather(files.read([image()], SERVER), files.read([image()], ANOTHER))
        third = await files.read([image()], SERVER)

        assert first == unread(WhyUnread.UNABLE)
        assert second == third == FilesRead()
        assert not files.reads_pictures
        assert files.pictures_per_day == 0
    assert shelf.asked == ["image.png"]
    (warning,) = caplog.records
    assert "cannot be loaded" in warning.message


async def test_an_operator_can_switch_it_off() -> None:
    assert not Files(Shelf(), FileLimits(pictures_per_day=0)).reads_pictures


def test_lines_that_go_on_are_one_paragraph() -> None:
    lines = ["ann", "if withdrawal has you on", "the floor", "try this"]
    extents = [(0.0, 20.0), (60.0, 80.0), (88.0, 108.0), (150.0, 170.0)]

    assert joined(lines, extents) == "ann\nif withdrawal has you on the floor\ntry this"


def test_old_posts_leave_half_of_the_number_to_new_ones() -> None:
    budget = DayBudget(5)

    assert [budget.take(SERVER, old=True) for _ in range(3)] == [True, True, False]
    assert [budget.take(SERVER) for _ in range(4)] == [True, True, True, False]


def test_old_posts_get_nothing_where_new_ones_used_their_share() -> None:
    budget = DayBudget(4)
    for _ in range(2):
        budget.take(SERVER)

    assert not budget.take(SERVER, old=True)
    assert budget.has(SERVER)
