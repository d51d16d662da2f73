"""One's own way out of a topic: "one year off kratom" is told in a pitch's words, and is none."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from bot.recognition.sentences import Mention
from bot.recognition.windows import Stretch

_DETERMINED = r"(?: (?:taking|using|all|my|the|that|this))* [\"'*_]{0,3}$"

# What says by itself that somebody left it: a time without it, one's own "I quit", or a cure of it.
_LEFT = re.compile(
    r"\b(?:"
    r"(?:(?:days?|weeks?|wks?|months?|mos?|years?|yrs?)(?: clean| sober)?"
    r"|(?:day|week|month|year) [a-z0-9]{1,8})"
    r" (?:off(?: of)?|without|(?:clean|free|sober)(?: from| of| off)?|since i (?:quit|stopped))"
    r"|(?:i|we|us)(?:'ve| have)?(?: just| finally| recently)* (?:quit|stopped|gave up|put down|threw out)"
    r"|g[eo]t(?:s|ting)? (?:me|us|him|her|myself) off(?: of)?"
    r"|(?:break(?:ing)? free|recover(?:y|ing)) from"
    r")" + _DETERMINED
)
_FREE_SINCE = re.compile(r"^(?:-free\b| free (?:for|since|today)\b)")
_TREATED = re.compile(
    r"^ (?:rehab|(?:addiction|dependence) (?:treatment|recovery|counsell?ing|help|clinic|program))"
)
_FREE = re.compile(r"^[ -]free\b")
_A_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?|yrs?) $")

# How it may be named besides: as what is left, or as what holds.
_BEFORE = re.compile(
    r"\b(?:off(?: of)?|quit|quitting|stopped|stopping|without|stuck on|hooked on|addicted to"
    r"|(?:clean|free|withdrawals?) (?:from|of|off))" + _DETERMINED
)
_AFTER = re.compile(r"^ (?:withdrawals?|wds?|addiction|habit)\b")

_NEAR = 60


def tells_of_leaving(stretches: Iterable[Stretch]) -> bool:
    """Say whether the topic is named as what people left or are treated for, and never as anything else."""
    left = False
    for stretch in {id(each): each for each in stretches}.values():  # windows share them
        for mention in stretch.mentions:
            before, after = _around(stretch, mention)
            if _is_left(before, after):
                left = True
            elif not (_BEFORE.search(before) or _AFTER.search(after)):
                return False
    return left


def _is_left(before: str, after: str) -> bool:
    if _LEFT.search(before) or _FREE_SINCE.search(after) or _TREATED.search(after):
        return True
    return _A_TIME.search(before) is not None and _FREE.search(after) is not None


def _around(stretch: Stretch, mention: Mention) -> tuple[str, str]:
    """Return the text next to a mention, on its own line."""
    text, breaks = stretch.folded.text, stretch.folded.breaks
    last, following = bisect_left(breaks, mention.start) - 1, bisect_left(breaks, mention.end)
    begin = max(mention.start - _NEAR, breaks[last] + 1 if last >= 0 else 0)
    end = min(mention.end + _NEAR, breaks[following] if following < len(breaks) else len(text))
    return text[begin : mention.start], text[mention.end : end]
