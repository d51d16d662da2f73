"""The desk: carries decisions out. Ledger first, then the note, then the mod log."""

from bot.desk.answering import Answering
from bot.desk.buttons import CaseButton
from bot.desk.by_hand import ByHand
from bot.desk.case_pages import PageButton
from bot.desk.delivery import Delivery
from bot.desk.desk import Desk
from bot.desk.entry import Entries
from bot.desk.erasure import Erasure, Outcome
from bot.desk.explaining import Explaining
from bot.desk.hand_buttons import HandButton
from bot.desk.hands import Hands
from bot.desk.judging import Judging
from bot.desk.mod_log import ModLog
from bot.desk.pace import Pace
from bot.desk.pressing import Presses
from bot.desk.preview import Preview
from bot.desk.proxies import Proxies
from bot.desk.recalling import Recalling
from bot.desk.recovery import Recovery
from bot.desk.releasing import Releasing
from bot.desk.remains import Remains
from bot.desk.removal import Removal
from bot.desk.reopening import Reopening
from bot.desk.resumption import Resumption
from bot.desk.retraction import Retraction
from bot.desk.rulings import Rulings
from bot.desk.standings import Standings
from bot.desk.suggestion_buttons import SuggestionButton
from bot.desk.suggestions import Suggestions
from bot.desk.withdrawal import Withdrawal

__all__ = [
    "DYNAMIC_ITEMS",
    "Answering",
    "ByHand",
    "Delivery",
    "Desk",
    "Entries",
    "Erasure",
    "Explaining",
    "Hands",
    "Judging",
    "ModLog",
    "Outcome",
    "Pace",
    "Presses",
    "Preview",
    "Proxies",
    "Recalling",
    "Recovery",
    "Releasing",
    "Remains",
    "Removal",
    "Reopening",
    "Resumption",
    "Retraction",
    "Rulings",
    "Standings",
    "Suggestions",
    "Withdrawal",
]

DYNAMIC_ITEMS = (CaseButton, SuggestionButton, HandButton, PageButton)
"""For the client's add_dynamic_items, once before it connects."""
