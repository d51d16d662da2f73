"""What a moderator types to name a webhook: an id, or a link to a message that it posted."""

import re
from dataclasses import dataclass

_ID = re.compile(r"[0-9]{17,20}")
_LINK = re.compile(
    r"<?https://(?:www\.|ptb\.|canary\.)?discord(?:app)?\.com/channels"
    r"/(?P<guild>[0-9]{17,20})/(?P<channel>[0-9]{17,20})/(?P<message>[0-9]{17,20})/?(?:\?[^\s>]*)?>?"
)

MOST_ID = (1 << 63) - 1
"""The highest number that Discord gives as an id, or takes for one; so does the store."""


@dataclass(frozen=True, slots=True)
class MessageLink:
    """The ids in a link that Discord's client copies."""

    guild_id: int
    channel_id: int
    message_id: int


def source_in(text: str) -> int | MessageLink | None:
    """Read a webhook's id, or a message's link; None for anything else.

    The address of a webhook (/api/webhooks/…) is none of them: it carries the webhook's secret.
    """
    given = text.strip()
    if _ID.fullmatch(given):
        return int(given) if int(given) <= MOST_ID else None
    if link := _LINK.fullmatch(given):
        ids = [int(link[name]) for name in ("guild", "channel", "message")]
        return MessageLink(*ids) if max(ids) <= MOST_ID else None
    return None
