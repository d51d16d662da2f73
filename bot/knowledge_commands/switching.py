"""What the switch does: withdraws and restores in the fleet's database, and says what that means."""

from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches

from bot.knowledge import Scope, standard
from bot.knowledge.shelf import topics_of
from bot.knowledge_commands.fleet import UseError
from bot.store import LONGEST_REASON, KeptBack, OpenStore

MOST_NEAR = 5
"""Ids that are offered in place of an unknown one."""

_AFTER = (
    "Every running bot follows within a minute. After that, `signpost knowledge correct` "
    "corrects the notes that stand already."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be withdrawn, and why."""

    scope: Scope
    subject: str
    reason: str | None


def wanted(scope: Scope, subject: str, reason: str | None) -> Wanted:
    """Say what is to be withdrawn. reason: as it was typed."""
    return Wanted(scope, subject, " ".join((reason or "").split()) or None)


async def withdraw(store: OpenStore, this: Wanted) -> str:
    """Withdraw something; once more changes nothing. Raises UseError for an unknown id or a long reason."""
    _demand_known(this.scope, this.subject)
    if len(this.reason or "") > LONGEST_REASON:
        raise UseError(f"the reason is longer than {LONGEST_REASON} characters; nothing was withdrawn")
    new = KeptBack(this.scope, this.subject, datetime.now(UTC), this.reason)
    if await store.withdrawals.withdraw(new):
        return f"Withdrawn: {named(this.scope, this.subject)}. {_AFTER}"
    since = [
        f", {_since(each)}"
        for each in await store.withdrawals.listed()
        if (each.scope, each.subject) == (this.scope, this.subject)
    ]
    return f"Withdrawn already: {named(this.scope, this.subject)}{''.join(since)}. Nothing changed."


async def restore(store: OpenStore, scope: Scope, subject: str) -> str:
    """Restore something; once more changes nothing. Raises UseError for an id that nobody knows."""
    if await store.withdrawals.restore(scope, subject):
        return (
            f"Restored: {named(scope, subject)}. Every running bot follows within a minute. "
            "Notes that were corrected meanwhile stay as they are."
        )
    _demand_known(scope, subject)  # what is withdrawn may be of another version; what is not may be a slip
    return f"Not withdrawn: {named(scope, subject)}. Nothing changed."


async def listed(store: OpenStore) -> str:
    """List what is withdrawn, a line each."""
    kept_back = await store.withdrawals.listed()
    if not kept_back:
        return "Nothing is withdrawn."
    return "\n".join(f"{named(each.scope, each.subject)}: {_since(each)}" for each in kept_back)


def named(scope: Scope, subject: str) -> str:
    """Name what a withdrawal takes away."""
    if scope is Scope.ALL:
        return "all notes"
    return f"{scope.value} {subject}"


def _demand_known(scope: Scope, subject: str) -> None:
    """Raise UseError for an id that this version does not know, and offer what comes near."""
    if scope is Scope.ALL:
        return
    known = sorted(standard().resources if scope is Scope.RESOURCE else topics_of(standard()))
    if subject in known:
        return
    near = [each for each in known if subject and subject.casefold() in each]
    near += [each for each in get_close_matches(subject.casefold(), known, MOST_NEAR) if each not in near]
    offered = f"did you mean {', '.join(near[:MOST_NEAR])}?" if near else f"known are {', '.join(known)}"
    raise UseError(f"there is no {scope.value} {subject}; {offered}")


def _since(kept_back: KeptBack) -> str:
    when = kept_back.at.strftime("%Y-%m-%d %H:%M UTC")
    return f"since {when} ({kept_back.reason})" if kept_back.reason else f"since {when}"
