"""A server as its manager sees it while setting it up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.knowledge import standard
from bot.note import SHOWN_TOPIC, NoteText, Occasion, compose_here
from bot.note.countries import countries_by_name
from bot.policy import PlaceSettings
from bot.server_settings import ServerSettings
from bot.server_settings.kinds import Threshold
from bot.store import Server
from bot.texts import Texts, members_language_of

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

Place = discord.abc.GuildChannel | discord.Thread


@dataclass(frozen=True, slots=True)
class ServerInSetup:
    """What the panel is drawn from. texts: in the language of the manager who looks at it."""

    bot: "Signpost"
    guild: discord.Guild
    texts: Texts

    @property
    def kept(self) -> Server:
        """What is kept of the server."""
        return self.bot.places.server(self.guild.id)

    @property
    def chosen(self) -> ServerSettings:
        """The server's own settings."""
        return self.kept.chosen

    @property
    def here(self) -> PlaceSettings:
        """What holds in the server."""
        return self.bot.places.at(self.guild.id)

    @property
    def threshold(self) -> str:
        """From which score Signpost acts now, as the settings show it."""
        return Threshold().show(self.here.threshold, self.texts)

    @property
    def threshold_confirmed(self) -> str:
        """From which score Signpost acts once the set-up is confirmed."""
        own = self.chosen.threshold
        return Threshold().show(self.bot.places.default.threshold if own is None else own, self.texts)

    @property
    def retention_days(self) -> int:
        """Days for which cases are kept here."""
        return self.chosen.kept_days(self.bot.settings.retention_days)

    @property
    def own_language(self) -> str:
        """The language that the server has by Discord's settings, if nothing else is chosen."""
        return members_language_of(self.guild.preferred_locale)

    @property
    def country(self) -> str:
        """The country whose helplines the notes show."""
        return self.chosen.help_country

    def language_name(self, language: str) -> str:
        """Name a language as its speakers do."""
        return self.texts(f"setup-in-{members_language_of(language)}")

    def countries(self) -> dict[str, str]:
        """Return the countries that notes know, name by code, in the order of their names."""
        named = countries_by_name(standard(), self.texts.language)
        return {code: name for name, code in named.items()}

    def note(self) -> NoteText:
        """Return the note as it would stand in the server, also while its topic is withdrawn."""
        offered, locale = self.bot.knowledge.offered, self.bot.locale_of(self.guild.id)
        return compose_here(Occasion(SHOWN_TOPIC), offered, self.chosen, locale)

    def place(self, channel_id: int) -> Place | None:
        """Return a channel, category or thread; None where it is gone or asleep."""
        return self.guild.get_channel_or_thread(channel_id)
