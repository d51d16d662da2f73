"""What `signpost knowledge check` does: visits every link and says what is no longer as it was read."""

import asyncio
import json
from collections.abc import Callable

import aiohttp
import typer

from bot.knowledge import Knowledge
from bot.knowledge_commands.progress import progress
from bot.visiting import Found, Visit, Visits, links_of
from bot.visiting.visits import USUAL, Pace

LOOK, OFF_LINE = 1, 3
"""Exit statuses: something is to be looked at; no host could be reached."""

_NO_ANSWER = frozenset({Found.UNREACHABLE, Found.TIMEOUT})

Connector = Callable[[], aiohttp.BaseConnector]


def check_online(
    knowledge: Knowledge, *, as_json: bool, connector: Connector | None = None, pace: Pace = USUAL
) -> int:
    """Visit all links, say what was found, and return the exit status. connector: the way to every host."""
    visits = asyncio.run(_visited(knowledge, connector, pace))
    if visits and all(each.found in _NO_ANSWER for each in visits):
        typer.echo(f"signpost: off line: none of {len(visits)} links could be reached.", err=True)
        return OFF_LINE
    amiss = [each for each in visits if each.found is not Found.FINE]
    if as_json:
        typer.echo(json.dumps([each.as_json() for each in visits], ensure_ascii=False, indent=2))
    else:
        for each in amiss:
            typer.echo(said(each))
        typer.echo(f"{len(visits)} links visited: {len(visits) - len(amiss)} fine, {len(amiss)} to look at.")
    return LOOK if amiss else 0


def said(visit: Visit) -> str:
    """Say what was found at a link, in one line."""
    match visit.found:
        case Found.REFUSED:
            found = f"refuses programs, answers {visit.status}: open it by hand"
        case Found.STATUS:
            found = f"answers {visit.status}"
        case Found.MOVED:
            found = f"moved to {visit.moved_to}"
        case Found.LACKING:
            found = f"does not show {', '.join(map(repr, visit.lacking))} any more"
            found += " as far as it was read" if visit.cut else ""
        case Found.LOOP:
            found = "redirects without end"
        case Found.TLS:
            found = "has no certificate that holds"
        case Found.TIMEOUT:
            found = "did not answer in time"
        case _:
            found = "could not be reached" if visit.found is Found.UNREACHABLE else "is fine"
    if visit.moved_to is not None and visit.found is not Found.MOVED:
        found += f", after it led to {visit.moved_to}"
    return f"{visit.url} {found} (named by {', '.join(visit.named_by)})"


async def _visited(knowledge: Knowledge, connector: Connector | None, pace: Pace) -> list[Visit]:
    links = links_of(knowledge)
    way = connector() if connector else None
    async with aiohttp.ClientSession(connector=way) as session:
        with progress("links", len(links)) as step:
            return await Visits(session, pace).all(links, step)
