"""The desk: carries decisions out. Ledger first, then the note, then the mod log."""

from bot.desk.delivery import Delivery
from bot.desk.desk import Desk
from bot.desk.mod_log import ModLog
from bot.desk.recovery import Recovery

__all__ = ["Delivery", "Desk", "ModLog", "Recovery"]
