"""Recognition: a post in, a verdict out. `Recogniser.judge` is the one way in."""

from bot.recognition.articles import NO_LISTS, KnownArticles, Lists, case_name, is_near_copy
from bot.recognition.fingerprints import OwnFingerprints, Selection
from bot.recognition.recogniser import Recogniser
from bot.recognition.verdict import LEFT_AT_THE_GATE, FoundClaim, NearArticle, Signal, Verdict

__all__ = [
    "LEFT_AT_THE_GATE",
    "NO_LISTS",
    "FoundClaim",
    "KnownArticles",
    "Lists",
    "NearArticle",
    "OwnFingerprints",
    "Recogniser",
    "Selection",
    "Signal",
    "Verdict",
    "case_name",
    "is_near_copy",
]
