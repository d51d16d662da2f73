"""`signpost run` and `signpost health`: what stops them is one line that says what to do, without secrets."""

import asyncio
import socket
import subprocess
import sys

import pytest

from bot.health import serve_health

from .conftest import ROOT, Command

TOKEN = "MTE2.secret-part.do-not-show"


@pytest.fixture
def port() -> int:
    """Find a port that is free now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    return number


def test_without_a_token_it_says_where_to_get_one(signpost: Command) -> None:
    ended = signpost("run")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        "signpost: no token: set SIGNPOST_TOKEN, in the environment or in .env, to the bot's token "
        "(Developer Portal → Bot)\n"
    )


def test_a_token_of_blanks_is_none(signpost: Command) -> None:
    assert signpost("run", SIGNPOST_TOKEN="   ").err.startswith("signpost: no token: ")


@pytest.mark.parametrize("command", ["run", "health"])
def test_a_setting_that_cannot_be_used_is_one_line(signpost: Command, command: str) -> None:
    ended = signpost(command, SIGNPOST_COOLDOWN="soon", SIGNPOST_TOKEN=TOKEN)

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("signpost: SIGNPOST_COOLDOWN: ")
    assert ended.err.count("\n") == 1
    assert "secret-part" not in ended.err


def test_settings_are_read_from_dot_env_in_the_folder(signpost: Command) -> None:
    (signpost.folder / ".env").write_text("SIGNPOST_THRESHOLD=7\n")

    assert signpost("run").err.startswith("signpost: SIGNPOST_THRESHOLD: ")


def test_health_without_a_port_says_which_setting_is_missing(signpost: Command) -> None:
    ended = signpost("health")

    assert ended.status == 2
    assert ended.err == "signpost: no health page: set SIGNPOST_HEALTH_PORT\n"


def test_health_where_nobody_listens_is_down(signpost: Command, port: int) -> None:
    ended = signpost("health", SIGNPOST_HEALTH_PORT=str(port))

    assert ended.status == 1
    assert ended.err == "signpost: the gateway is down, or the bot does not run\n"


@pytest.mark.parametrize(("up", "status"), [(True, 0), (False, 1)])
async def test_health_says_whether_the_gateway_is_up(
    signpost: Command, port: int, up: bool, status: int
) -> None:
    async with serve_health(port, lambda: up):
        ended = await asyncio.to_thread(signpost, "health", SIGNPOST_HEALTH_PORT=str(port))

    assert ended.status == status
    assert ended.out == ""


async def test_health_asks_this_machine_and_no_proxy(signpost: Command, port: int) -> None:
    async with serve_health(port, lambda: True):
        ended = await asyncio.to_thread(
            signpost,
            "health",
            SIGNPOST_HEALTH_PORT=str(port),
            http_proxy="http://127.0.0.1:9",
            no_proxy="",
            NO_PROXY="",
        )

    assert ended.status == 0


def test_no_level_of_the_log_prints_what_members_wrote(signpost: Command) -> None:
    program = (
        "import logging\n"
        "from bot.run import run\n"
        "from bot.settings import Settings\n"
        "run(Settings(log_level='DEBUG'))\n"
        "loud = ['discord.gateway', 'discord.http', 'discord.webhook.async_']\n"
        "print([name for name in loud if logging.getLogger(name).isEnabledFor(logging.DEBUG)])\n"
        "print(logging.getLogger('bot.desk').isEnabledFor(logging.DEBUG))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=signpost.folder,
        env=signpost.environment(),
    )

    assert done.stdout.decode() == "[]\nTrue\n", "discord.py prints each event with its content at DEBUG"


def test_without_a_command_it_lists_them(signpost: Command) -> None:
    ended = signpost()

    shown = ended.out + ended.err
    for name in ("check", "demo", "run", "health"):
        assert name in shown


def test_it_knows_its_version(signpost: Command) -> None:
    ended = signpost("--version")

    assert ended.status == 0
    assert (
        f'version = "{ended.out.removeprefix("signpost ").strip()}"' in (ROOT / "pyproject.toml").read_text()
    )
