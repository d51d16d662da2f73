"""The commands `signpost knowledge …`: one module a family, each command registered here.

The modules import what a command needs when it runs, so that help and a wrong option answer at once.
"""

import typer

from bot.knowledge_commands import checking, correct, linting, publishing, switch

app = typer.Typer(
    name="knowledge",
    help="Check what the bot says and points to: for those who write it, and for those who run it.",
    no_args_is_help=True,
)

app.command("lint")(linting.lint)
app.command("schema")(publishing.schema)
app.command("coverage")(publishing.coverage)
app.add_typer(switch.withdraw)
app.add_typer(switch.restore)
app.command("withdrawn")(switch.withdrawn)
app.command("correct")(correct.correct)
app.command("check")(checking.check)
app.command("report")(checking.report)
