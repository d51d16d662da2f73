"""Contests: a member says that a note is a mistake, and the moderators hear of it."""

from bot.contests.contesting import Contested, Contesting
from bot.contests.form import FORM, open_form, take_form
from bot.contests.limit import ContestLimit

__all__ = ["FORM", "ContestLimit", "Contested", "Contesting", "open_form", "take_form"]
