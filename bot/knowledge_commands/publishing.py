"""`signpost knowledge schema` and `coverage`: what is written from the knowledge files, for people."""

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[
    Path | None,
    typer.Argument(
        help="The knowledge files; those of this version, if left out.", exists=True, file_okay=False
    ),
]


def schema(folder: Folder = None) -> None:
    """Write the shapes of the files as JSON Schema, so that editors check while one types."""
    from bot.knowledge.loading import SHIPPED
    from bot.knowledge.schema import FOLDER, SHAPES, write

    write(folder or SHIPPED)
    typer.echo(f"{len(SHAPES)} schemas in {(folder or SHIPPED) / FOLDER}")


def coverage() -> None:
    """Tell what this version can say where, and what waits for a person, as Markdown."""
    from bot.knowledge import KnowledgeError, standard
    from bot.knowledge.topics import TopicError, built_in
    from bot.proofing.coverage import coverage as written

    try:
        typer.echo(written(standard(), built_in()), nl=False)
    except (KnowledgeError, TopicError) as error:
        typer.echo(f"signpost: {error}", err=True)
        raise typer.Exit(1) from None
