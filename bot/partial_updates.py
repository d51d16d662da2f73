"""Updates of a message that come without the message: discord.py cannot read them, and would end over one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Parse = Callable[[Any], None]

EVENT = "partial_message_update"
"""What the client dispatches for one; cogs listen to on_partial_message_update."""

_OF_A_WHOLE_MESSAGE = frozenset({"author", "content", "type"})


@dataclass(frozen=True, slots=True)
class PartialUpdate:
    """Which message was updated. has_embeds: the update shows embeds, such as a preview that came late."""

    guild_id: int
    channel_id: int
    message_id: int
    has_embeds: bool


def tolerant(parse: Parse, dispatch: Callable[[str, PartialUpdate], None]) -> Parse:
    """Wrap discord.py's parser of MESSAGE_UPDATE.

    Discord documents a whole message in each update, and has sent parts of one for previews. discord.py 2.7
    builds a Message in any case; its KeyError ends the connection.
    """

    def parse_update(data: Mapping[str, Any]) -> None:
        if data.keys() >= _OF_A_WHOLE_MESSAGE:
            parse(data)
            return
        update = PartialUpdate(
            guild_id=int(data.get("guild_id") or 0),
            channel_id=int(data["channel_id"]),
            message_id=int(data["id"]),
            has_embeds=bool(data.get("embeds")),
        )
        dispatch(EVENT, update)

    return parse_update
