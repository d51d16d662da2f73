"""Files over sockets: what the real process fetches of them, and what it leaves behind."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from signal import SIGKILL

import pytest
import pytest_asyncio

from ..documents import locked_pdf, pdf, screenshot, word_bomb, word_file
from .cdn import Served
from .loopback import Authority, Found
from .process import Wire
from .state import Json
from .texts import LONG_PITCH, PITCH

pytestmark = pytest.mark.asyncio(loop_scope="module")

MIB = 2**20
TOILSOME = b"<html>" + b"<a " * MIB
"""A page that keeps a worker busy for minutes."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reader(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Wire]:
    """Keep one process that gives a document two seconds and a download less."""
    async with Wire(authority, tmp_path_factory.mktemp("files")) as running:
        await running.start(SIGNPOST_FETCH_SECONDS="0.7", SIGNPOST_DOCUMENT_SECONDS="2")
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def unhurried(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Wire]:
    """Keep one process with the usual limits: what is to be read there is read on a busy machine too."""
    async with Wire(authority, tmp_path_factory.mktemp("unhurried")) as running:
        await running.start()
        yield running


async def post(wire: Wire, name: str, served: Served, *, size: int | None = None, content: str = "") -> Json:
    """Post a file as the member. size: what the message claims, in bytes."""
    attachment = wire.loopback.cdn.attach(wire.general.id, name, served, size=size)
    return await wire.people.post(wire.general, wire.member, content, attachments=[attachment])


def workers(wire: Wire) -> set[int]:
    """List the workers: the processes under the one process that the child has started."""
    assert wire.running is not None
    return {worker for foreman in children(wire.running.pid) for worker in children(foreman)}


def children(process: int) -> set[int]:
    """List the processes that one has started."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return {int(number) for number in listed.split()}


def stands(process: int) -> bool:
    """Say whether a process still runs."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


async def eventually(found: Callable[[], Found]) -> Found:
    """Ask until the answer is truthy, and give that. Raises TimeoutError."""
    loop = asyncio.get_running_loop()
    end = loop.time() + 20
    while not (result := found()):
        if loop.time() > end:
            raise TimeoutError
        # A process that begins or ends tells its parent alone, so it is asked again.
        await asyncio.sleep(0.05)
    return result


async def gone(processes: set[int]) -> None:
    """Wait until processes have ended."""
    await eventually(lambda: not any(stands(process) for process in processes))


async def busy(wire: Wire) -> set[int]:
    """Post a page that takes long, and wait until a worker has it."""
    await post(wire, "page.html", Served(TOILSOME))
    return await eventually(lambda: workers(wire))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("leaflet.pdf", pdf(PITCH)),
        ("story.docx", word_file(PITCH)),
        ("page.html", f"<html><p>{PITCH}</p>".encode()),
        ("leaflet", pdf(PITCH)),
        ("shot.png", screenshot(PITCH)),
    ],
)
async def test_a_document_is_read(unhurried: Wire, name: str, body: bytes) -> None:
    sent = await post(unhurried, name, Served(body, content_type="application/octet-stream"))

    assert await unhurried.until(lambda: unhurried.notes_on(sent), within=60)


@pytest.mark.parametrize(
    "broken",
    [
        Served(b"", status=404),
        Served(b"", status=403),
        Served(b"", status=500),
        Served(pdf(LONG_PITCH), stalls=True),
        Served(locked_pdf(PITCH, "secret")),
        Served(word_bomb(megabytes=33)),
        Served(TOILSOME),
    ],
    ids=["gone", "refused", "broken", "slow", "locked", "bomb", "toilsome"],
)
@pytest.mark.parametrize("name", ["file.pdf", "message.txt"])
async def test_a_file_that_cannot_be_read_does_not_hide_the_rest(
    reader: Wire, name: str, broken: Served
) -> None:
    sent = await post(reader, name, broken, content=PITCH)

    assert await reader.until(lambda: reader.notes_on(sent), within=30)


async def test_a_document_larger_than_it_claimed_is_left_at_the_limit(reader: Wire) -> None:
    endless = Served(pdf(LONG_PITCH), repeat=2**16)
    sent = await post(reader, "book.pdf", endless, size=2500, content=PITCH)

    assert await reader.note_on(sent)
    await reader.until(lambda: endless.left)
    # Of some 400 MiB on offer; some lie in the sockets' buffers.
    assert endless.sent < 64 * MIB


async def test_a_document_that_claims_to_be_too_large_is_not_asked_for(reader: Wire) -> None:
    book = Served(pdf(LONG_PITCH))
    sent = await post(reader, "book.pdf", book, size=9 * MIB, content=PITCH)

    assert await reader.note_on(sent)
    assert book.asked == 0


async def test_of_what_is_no_text_behind_its_name_only_the_beginning_is_taken(reader: Wire) -> None:
    film = Served(b"\x89PNG\r\n\x1a\n" + bytes(65_528), repeat=4096)
    sent = await post(reader, "message.txt", film, content=PITCH)

    assert await reader.note_on(sent)
    await reader.until(lambda: film.left)
    assert film.sent < 32 * MIB


async def test_after_all_that_no_worker_is_left(reader: Wire) -> None:
    assert await reader.note_on(await reader.paste(reader.general, PITCH))

    await gone(workers(reader))

    assert "Traceback" not in reader.output


@pytest.mark.asyncio(loop_scope="function")
async def test_stopping_while_a_document_is_read_leaves_no_worker(process: Wire) -> None:
    left = await busy(process)

    assert await process.stop() == 0

    assert not any(stands(worker) for worker in left)
    assert "Traceback" not in process.output


@pytest.mark.asyncio(loop_scope="function")
async def test_a_worker_that_is_killed_costs_its_file_alone(process: Wire) -> None:
    for worker in await busy(process):
        os.kill(worker, SIGKILL)

    assert await process.note_on(await process.paste(process.general, PITCH))
    assert "Traceback" not in process.output


@pytest.mark.asyncio(loop_scope="function")
async def test_a_worker_does_not_outlive_a_bot_that_was_killed(wire: Wire) -> None:
    await wire.start(SIGNPOST_DOCUMENT_SECONDS="1")
    left = await busy(wire)

    await wire.stop(SIGKILL)

    await gone(left)
