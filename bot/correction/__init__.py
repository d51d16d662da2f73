"""Writing anew the notes that show what the operator withdrew, beside the running fleet."""

from bot.correction.anew import Anew
from bot.correction.correcting import Correcting, Outcome, Tally

__all__ = ["Anew", "Correcting", "Outcome", "Tally"]
