"""`signpost demo` as a process: the port it takes, and its end."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.cli import app

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", str(free_port())),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
    )
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


async def address_of(process: asyncio.subprocess.Process) -> str:
    """Read what the demo prints until it names its address."""
    assert process.stdout is not None
    async for line in process.stdout:
        if found := re.search(r"http://\S+", line.decode()):
            return found[0]
    raise AssertionError("the demo ended without naming its address")


def left_in(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_cleanly(
    demo: asyncio.subprocess.Process, number: signal.Signals, tmp_path: Path
) -> None:
    address = await address_of(demo)
    assert [name[:14] for name in left_in(tmp_path)] == ["signpost-demo-"]
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        demo.send_signal(number)
        out, errors = await demo.communicate()

    assert (demo.returncode, errors) == (0, b"")
    assert b"Ctrl-C ends it." in out
    assert not left_in(tmp_path)


async def test_a_signal_while_it_starts_ends_it_cleanly(
    demo: asyncio.subprocess.Process, tmp_path: Path
) -> None:
    assert demo.stdout is not None
    assert b"Starting" in await demo.stdout.readline()

    demo.send_signal(signal.SIGTERM)
    _, errors = await demo.communicate()

    assert (demo.returncode, errors) == (0, b"")
    assert not left_in(tmp_path)


def test_a_taken_port_is_one_line_that_names_it() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        result = CliRunner().invoke(app, ["demo", "--port", str(port)])

    assert result.exit_code == 1
    assert result.stderr == f"signpost: port {port} is taken: choose another with --port\n"
