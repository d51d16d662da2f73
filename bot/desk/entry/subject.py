"""What a new entry is about."""

from dataclasses import dataclass

from bot.policy import Decision
from bot.posts import Post
from bot.recognition.verdict import Verdict
from bot.store import CaseState


@dataclass(frozen=True, slots=True)
class Subject:
    """A post with its verdict, the decision on it and where the case stands.

    writer_id: shown in the entry alone and stored nowhere.
    """

    case_id: int
    guild_id: int
    channel_id: int
    message_id: int
    writer_id: int
    post: Post
    verdict: Verdict
    decision: Decision
    state: CaseState


def link(guild_id: int, channel_id: int, message_id: int) -> str:
    """Return the address of a message, as Discord's client opens it."""
    return f"https://discord.com/channels/{guild_id}/{channel_id}/{message_id}"
