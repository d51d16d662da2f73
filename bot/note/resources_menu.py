"""How Discord shows what `/resources` says: its text, and below it the menu of countries.

The menu carries what was asked for in its custom id, so that another country's answer keeps to it, also after
a restart.
"""

import re
from typing import Any, Self

from discord import ui

from bot.knowledge import Knowledge, Need
from bot.note.resources import NEEDS, Asked, resources_text
from bot.note.view import ELSEWHERE, Click, answer_choice, country_menu, known_to, with_menu
from bot.texts import members_texts_in


def resources_view(knowledge: Knowledge, asked: Asked, language: str, country: str | None) -> ui.LayoutView:
    """Lay out an answer, with the country menu below it. country: the chosen one's code, None for another."""
    text = resources_text(members_texts_in(language), knowledge, country or "", asked)
    return with_menu(text, ResourcesMenu(asked, language, country))


class ResourcesMenu(
    ui.DynamicItem[ui.Select[Any]],
    template=r"resources:(?P<topic>[a-z0-9-]{0,40}):(?P<need>[a-z]{0,12}):(?P<language>[a-z]{2})",
):
    """Shows the same for another country. Where it stands for everyone, who chooses gets an own answer."""

    def __init__(self, asked: Asked, language: str, chosen: str | None = None) -> None:
        need = asked.need.value if asked.need else ""
        custom_id = f"resources:{asked.topic or ''}:{need}:{language}"
        super().__init__(country_menu(custom_id, language, chosen))
        self.asked = asked
        self.language = language

    @classmethod
    async def from_custom_id(cls, _click: Click, _item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the used menu from its id alone; a need that cannot be asked for is left out."""
        need = Need(match["need"]) if match["need"] in NEEDS else None
        return cls(Asked(match["topic"] or None, need), match["language"])

    async def callback(self, interaction: Click) -> None:
        """Show the chosen country's lines, or the directory, with the rest of what was asked for."""
        chosen = self.item.values[0] if self.item.values else ELSEWHERE
        view = resources_view(known_to(interaction), self.asked, self.language, chosen)
        await answer_choice(interaction, view)


DYNAMIC_ITEMS: tuple[type[ui.DynamicItem[Any]], ...] = (ResourcesMenu,)
"""For the client's add_dynamic_items, once before it connects."""
