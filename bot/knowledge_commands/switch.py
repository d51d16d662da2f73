"""`signpost knowledge withdraw`, `restore` and `withdrawn`: the operator's switch for a running fleet."""

from typing import Annotated

import typer

withdraw = typer.Typer(
    name="withdraw",
    help="Take a resource, a topic or all notes out of a running fleet, within a minute.",
    no_args_is_help=True,
)
restore = typer.Typer(
    name="restore", help="Let what was withdrawn be shown again, within a minute.", no_args_is_help=True
)

Named = Annotated[str, typer.Argument(metavar="ID", help="Its id, as in the knowledge files.")]
Why = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="The reason, in your words; shown to no server."),
]


@withdraw.command("resource")
def withdraw_resource(resource: Named, *, why: Why = None) -> None:
    """Show a helpline, directory or page nowhere any more."""
    from bot.knowledge import Scope

    _withdraw(Scope.RESOURCE, resource, why)


@withdraw.command("topic")
def withdraw_topic(topic: Named, *, why: Why = None) -> None:
    """Post no note on a topic; what is found is still logged for moderators."""
    from bot.knowledge import Scope

    _withdraw(Scope.TOPIC, topic, why)


@withdraw.command("all")
def withdraw_all(*, why: Why = None) -> None:
    """Post no note on any topic, and no help note."""
    from bot.knowledge import Scope

    _withdraw(Scope.ALL, "", why)


@restore.command("resource")
def restore_resource(resource: Named) -> None:
    """Show a resource again."""
    from bot.knowledge import Scope

    _restore(Scope.RESOURCE, resource)


@restore.command("topic")
def restore_topic(topic: Named) -> None:
    """Post notes on a topic again."""
    from bot.knowledge import Scope

    _restore(Scope.TOPIC, topic)


@restore.command("all")
def restore_all() -> None:
    """End the withdrawal of all notes; resources and topics that were withdrawn by name stay so."""
    from bot.knowledge import Scope

    _restore(Scope.ALL, "")


def withdrawn() -> None:
    """List what is withdrawn, since when and why."""
    from bot.knowledge_commands import fleet, switching

    typer.echo(fleet.asked(switching.listed))


def _withdraw(scope: str, subject: str, why: str | None) -> None:
    from bot.knowledge import Scope
    from bot.knowledge_commands import fleet, switching

    wanted = switching.wanted(Scope(scope), subject, why)
    typer.echo(fleet.asked(lambda store: switching.withdraw(store, wanted)))


def _restore(scope: str, subject: str) -> None:
    from bot.knowledge import Scope
    from bot.knowledge_commands import fleet, switching

    typer.echo(fleet.asked(lambda store: switching.restore(store, Scope(scope), subject)))
