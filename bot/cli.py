"""The command `signpost`: translates words on a command line into calls, and outcomes into exit statuses."""

import importlib.util
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import __version__, health, knowledge_commands
from bot.settings import Settings, SettingsError, load

app = typer.Typer(
    name="signpost",
    help="Answers pasted pitches for unproven remedies with one neutral note that points to help.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(knowledge_commands.app, name="knowledge")


def main() -> None:
    """Run the command."""
    app()


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"signpost {__version__}")
        raise typer.Exit


@app.callback()
def _signpost(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    del version


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Texts to judge; none: standard input.")
    ] = None,
    *,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='One {"id", "text"} a line in, one verdict a line out.')
    ] = False,
    known: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Known articles (.txt, .md) to look for in the texts.")
    ] = None,
) -> None:
    """Judge texts as the live bot would, and show the note that would be posted."""
    from bot import check as checking
    from bot.knowledge.topics import built_in
    from bot.recognition import KnownArticles, Recogniser
    from bot.recognition.linear import ModelError

    out, err = checking.open_output()
    try:
        recogniser = Recogniser.standard()
        if known is not None:
            articles = KnownArticles.from_texts(checking.known_texts(known))
            recogniser = Recogniser(built_in(), articles)
        if jsonl:
            lines = checking.lines_of(files) if files else sys.stdin.buffer
            status = checking.check_lines(recogniser, lines, out, err)
        elif files:
            status = checking.check_files(recogniser, files, out, err)
        else:
            status = checking.check_stream(recogniser, sys.stdin.buffer, out)
    except (checking.InputError, ModelError) as error:
        _fail(str(error), status=checking.UNUSABLE)
    raise typer.Exit(status)


@app.command()
def demo(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="With --once: texts to paste as a member."),
    ] = None,
    *,
    once: Annotated[bool, typer.Option("--once", help="Play it as text, without a page, and end.")] = False,
    port: Annotated[int, typer.Option(help="Loopback port of the page.", min=1, max=65535)] = 8010,
) -> None:
    """Show the real bot in a simulated Discord, in a page on this machine."""
    if files and not once:
        _fail("texts are pasted with --once; the page has a box for them", status=2)
    if importlib.util.find_spec("simcord") is None:
        _fail("the demo needs its extra: pip install 'signpost-bot[demo]'", status=1)
    from bot import demo as demonstration
    from bot.recognition.linear import ModelError

    try:
        if once:
            demonstration.play_once(files or [])
        else:
            demonstration.serve(port)
    except demonstration.DemoError as error:
        _fail(str(error), status=error.status)
    except ModelError as error:
        _fail(str(error), status=1)


@app.command()
def run() -> None:
    """Run on the real Discord; settings come from SIGNPOST_… in the environment or .env."""
    from bot.run import run as run_bot

    raise typer.Exit(run_bot(_settings()))


@app.command("health")
def check_health() -> None:
    """Ask the running bot whether its gateway is up: exit 0 if so, else 1."""
    settings = _settings()
    if settings.health_port is None:
        _fail("no health page: set SIGNPOST_HEALTH_PORT", status=2)
    if not health.ask(settings.health_port):
        _fail("the gateway is down, or the bot does not run", status=1)


def _settings() -> Settings:
    try:
        return load()
    except SettingsError as error:
        _fail(str(error), status=1)


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(f"signpost: {message}", err=True)
    raise typer.Exit(status)
