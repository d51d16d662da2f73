"""`signpost knowledge check` and `report`: what of the knowledge has to be looked at again."""

from datetime import datetime
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Write the result as JSON.")]
Day = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day to report for; today.")
]
Online = Annotated[bool, typer.Option("--online", help="Visit every link; exit 3 where none can be reached.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 if an entry is overdue.")]


def check(*, online: Online = False, as_json: Json = False) -> None:
    """Check the knowledge files, and with --online every link of resources and evidence."""
    from bot.knowledge import KnowledgeError, standard
    from bot.knowledge_commands import fleet, visiting

    try:
        known = standard()
    except KnowledgeError as error:
        fleet.fail(str(error), fleet.FAILED)
    if online:
        raise typer.Exit(visiting.check_online(known, as_json=as_json))
    if as_json:
        fleet.fail("--json is for what --online finds; give both", fleet.WRONG_USE)
    typer.echo("The files are in order. No link was visited: that is for --online.")


def report(*, by: Day = None, as_json: Json = False, strict: Strict = False) -> None:
    """List the entries by the date on which they have to be read again, and who verified them."""
    from datetime import UTC

    from bot.knowledge import standard
    from bot.knowledge_commands import fleet, reviewing

    day = (by or datetime.now(UTC)).date()
    entries = reviewing.entries_by_review(standard())
    if as_json:
        typer.echo(reviewing.as_json(entries, day))
    else:
        typer.echo("\n".join(reviewing.as_lines(entries, day)))
    if strict and any(reviewing.when_due(each, day) == "overdue" for each in entries):
        raise typer.Exit(fleet.FAILED)
