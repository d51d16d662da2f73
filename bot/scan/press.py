"""A press on one of a scan's buttons, without Discord."""

from dataclasses import dataclass
from datetime import datetime

from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a scan's button. id: the press, an id in time. by: who pressed. texts: their language's."""

    id: int
    guild_id: int
    by: int
    at: datetime
    texts: Texts
