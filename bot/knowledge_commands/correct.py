"""`signpost knowledge correct`: writes anew the notes that still show what was withdrawn."""

from typing import Annotated

import typer

Dry = Annotated[bool, typer.Option("--dry-run", help="Only count the notes that would be edited.")]


def correct(*, dry_run: Dry = False) -> None:
    """Edit the notes that show what was withdrawn. Runs beside the fleet; can be stopped and run again."""
    from bot.knowledge_commands import correcting, fleet

    raise typer.Exit(correcting.run(fleet.operators_settings(), dry_run=dry_run))
