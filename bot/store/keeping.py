"""Whose the rows of a table are, and until when they are kept: each table of the store says both."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, Table, select

_SAID_AS = "keeping"
_SERVERS_ID = "guild_id"


class Owner(StrEnum):
    """Whose rows they are: who has them deleted, or takes them back."""

    INSTALLATION = "installation"
    SERVER = "server"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a table says of its rows. until: what ends their time, beside their owner's wish."""

    owner: Owner
    until: str


def kept(owner: Owner, until: str) -> dict[str, Keeping]:
    """Say, as a table's `info`, whose its rows are and until when they are kept."""
    return {_SAID_AS: Keeping(owner, until)}


def keeping_of(table: Table) -> Keeping | None:
    """Return what a table says of its rows; None where it says nothing."""
    said = table.info.get(_SAID_AS)
    return said if isinstance(said, Keeping) else None


def rows_of(table: Table, guild_id: int) -> ColumnElement[bool] | None:
    """Select a server's rows of a table; None where it has no way to tell them.

    They name the server, or hang on a row that does and go with it.
    """
    if _SERVERS_ID in table.c:
        return table.c[_SERVERS_ID] == guild_id
    for key in table.foreign_keys:
        if key.ondelete == "CASCADE":
            theirs = rows_of(key.column.table, guild_id)
            return None if theirs is None else key.parent.in_(select(key.column).where(theirs))
    return None


def servers_in(table: Table) -> Select[tuple[int]] | None:
    """Select the ids of the servers that a table names; None where its rows hang on others'."""
    return select(table.c[_SERVERS_ID]) if _SERVERS_ID in table.c else None
