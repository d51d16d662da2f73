"""A moderator's press on a case's button, and the private answer to it."""

from dataclasses import dataclass
from datetime import datetime

import discord

from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Press:
    """What was pressed, where and by whom. texts: in the language of who pressed."""

    case_id: int
    guild_id: int
    by: discord.Member
    at: datetime
    texts: Texts


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said in private to who pressed. asks: it is a question before a post is deleted."""

    text: str
    asks: bool = False
