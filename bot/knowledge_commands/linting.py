"""`signpost knowledge lint`: what is wrong in the knowledge files, a line each."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.proofing import Proof


def lint(
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="The knowledge files; those of this version, if left out.", exists=True, file_okay=False
        ),
    ] = None,
    *,
    release: Annotated[
        bool, typer.Option("--release", help="Refuse overdue reviews too, and list what nobody has verified.")
    ] = False,
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="The day of the release; today, if left out."
        ),
    ] = None,
) -> None:
    """Check the knowledge files: one line for each thing that is wrong, with its file and line.

    Ends with exit status 1 if anything is.
    """
    from bot.knowledge.loading import SHIPPED
    from bot.proofing import proofread

    day = (on or datetime.now().astimezone()).date()
    proof = proofread(folder or SHIPPED, day if release else None)
    for fault in proof.faults:
        typer.echo(str(fault))
    if release and not proof.faults:
        _tell_unverified(proof)
    typer.echo(_summary(proof), err=bool(proof.faults))
    raise typer.Exit(bool(proof.faults))


def _tell_unverified(proof: "Proof") -> None:
    for entry in proof.unverified:
        typer.echo(
            f"not verified by anyone: {entry.id} (grade {entry.grade.value}, review by {entry.review_by})"
        )


def _summary(proof: "Proof") -> str:
    if proof.files is None:
        return f"{_counted(len(proof.faults), 'fault')}; the rest is checked once every file can be read."
    if proof.faults:
        return f"{_counted(len(proof.faults), 'fault')}."
    resources, evidence = proof.files.resources.content.resource, proof.files.evidence.content.evidence
    return (
        f"Nothing is wrong: {_counted(len(resources), 'resource')}, {len(evidence)} pieces of evidence, "
        f"{_counted(len(proof.files.topics), 'topic')}, languages {', '.join(proof.files.worded)}; "
        f"{len(proof.unverified)} not verified by anyone."
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
