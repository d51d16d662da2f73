"""Recognition: a post in, a verdict out. `Recogniser.judge` is the one way in."""

from bot.recognition.articles import KnownArticles
from bot.recognition.recogniser import Recogniser
from bot.recognition.verdict import LEFT_AT_THE_GATE, FoundClaim, NearArticle, Signal, Verdict

__all__ = [
    "LEFT_AT_THE_GATE",
    "FoundClaim",
    "KnownArticles",
    "NearArticle",
    "Recogniser",
    "Signal",
    "Verdict",
]
