"""The health page: on the loopback alone, up while the gateway is."""

import asyncio
import socket
from http import HTTPStatus

import aiohttp
import pytest

from bot.health import PATH, ask, serve_health


@pytest.fixture
def port() -> int:
    """Find a port that is free now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    return number


async def status_of(port: int, path: str = PATH) -> int:
    """Ask as a monitor would."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status


async def test_it_is_up_while_the_gateway_is(port: int) -> None:
    up = True
    async with serve_health(port, lambda: up):
        assert await asyncio.to_thread(ask, port)
        assert await status_of(port) == HTTPStatus.OK

        up = False
        assert not await asyncio.to_thread(ask, port)
        assert await status_of(port) == HTTPStatus.SERVICE_UNAVAILABLE

        up = True
        assert await asyncio.to_thread(ask, port)


async def test_when_nobody_answers_it_is_down(port: int) -> None:
    async with serve_health(port, lambda: True):
        pass

    assert not await asyncio.to_thread(ask, port)


async def test_something_else_on_the_port_is_not_up(port: int) -> None:
    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail ready\r\n")
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", port):
        assert not await asyncio.to_thread(ask, port)


async def test_there_is_no_other_page(port: int) -> None:
    async with serve_health(port, lambda: True):
        assert await status_of(port, "/") == HTTPStatus.NOT_FOUND


async def test_a_taken_port_is_an_error_the_caller_sees(port: int) -> None:
    async with serve_health(port, lambda: True):
        with pytest.raises(OSError, match=str(port)):
            async with serve_health(port, lambda: True):
                pass


async def test_it_listens_on_the_loopback_alone(port: int) -> None:
    async with serve_health(port, lambda: True):
        with socket.socket() as other:
            other.bind(("127.0.0.2", port))
