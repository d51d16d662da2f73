"""The buttons of the settings, for the client to know them after a restart."""

from bot.server_settings.importing import AnswerImport
from bot.server_settings.pages import TurnPage

DYNAMIC_ITEMS = (TurnPage, AnswerImport)
