"""The desk: carries decisions out. Ledger first, then the note, then the mod log."""

from bot.desk.buttons import CaseButton
from bot.desk.by_hand import ByHand
from bot.desk.case_pages import PageButton
from bot.desk.desk import Desk
from bot.desk.erasure import Erasure, Outcome
from bot.desk.furnishing import Surroundings, furnish
from bot.desk.hand_buttons import HandButton
from bot.desk.hands import Hands
from bot.desk.mod_log import ModLog
from bot.desk.pressing import Presses
from bot.desk.preview import Preview
from bot.desk.recovery import Recovery
from bot.desk.remains import Remains
from bot.desk.retraction import Retraction
from bot.desk.rulings import Rulings
from bot.desk.suggestion_buttons import SuggestionButton
from bot.desk.suggestions import Suggestions
from bot.desk.withdrawal import Withdrawal

__all__ = [
    "DYNAMIC_ITEMS",
    "ByHand",
    "Desk",
    "Erasure",
    "Hands",
    "ModLog",
    "Outcome",
    "Presses",
    "Preview",
    "Recovery",
    "Remains",
    "Retraction",
    "Rulings",
    "Suggestions",
    "Surroundings",
    "Withdrawal",
    "furnish",
]

DYNAMIC_ITEMS = (CaseButton, SuggestionButton, HandButton, PageButton)
"""For the client's add_dynamic_items, once before it connects."""
