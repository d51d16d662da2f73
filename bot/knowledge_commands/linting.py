"""`signpost knowledge lint`: what is wrong in the knowledge files, a line each."""

import typer


def lint() -> None:
    """Check the knowledge files: one line for each thing that is wrong, with its file and line."""
    from pathlib import Path

    import bot.knowledge
    from bot.knowledge import KnowledgeError, load

    try:
        known = load(Path(bot.knowledge.__file__).parent)
    except KnowledgeError as error:
        typer.echo(str(error))
        raise typer.Exit(1) from None
    typer.echo(
        f"{len(known.resources)} resources, {len(known.evidence)} pieces of evidence: nothing is wrong."
    )
