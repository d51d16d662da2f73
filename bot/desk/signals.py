"""What moved a score, in the language of who asks: the recogniser itself speaks English."""

import re
from collections.abc import Mapping

from bot.recognition import Signal
from bot.texts import Texts

_SAYS = "says that it "
_COUNTED = re.compile(r"asserts (?P<number>\d+) different claims")
_ARTICLE = re.compile(r"matches the known article (?P<name>.*): (?P<share>\d+%) of one stands in the other")
_CASE = re.compile(r"case (?P<number>\d+)")

SPOKEN = {
    "names no topic": "no-topic",
    "read as a whole, it sells the reader a remedy": "sells",
    "read as a whole, it does not sell the reader a remedy": "sells-not",
    "is worded as pitches are": "worded-for",
    "is worded as talk, news or science is": "worded-against",
    "tells of the writer's own life": "own",
    "asks a question": "asked",
    "quotes somebody else's words": "quoted",
    "quotes somebody else's words, and objects to them": "objected",
    "quotes somebody else's words, and praises them": "praised",
    "rebuts or doubts such claims": "rebutted",
    "reports what others do": "reported",
    "offers it for sale or names a way to get it": "offer",
    "urges the reader to take it": "urge",
    "presents its author as an authority": "byline",
    "gives amounts to take": "unit",
    "warns of harm": "warn",
    "points to help": "help",
    "reports on law or authorities": "news",
    "tells of leaving it behind": "left-behind",
    "names the topic only beside a text that is about something else": "elsewhere",
}
"""The recogniser's sentences, and how the catalogue calls them. A test holds the two together."""


def signal_text(texts: Texts, signal: Signal, titles: Mapping[str, str]) -> str:
    """Say what moved a score. titles: claims in the language of `texts`, by their English titles."""
    if signal.words in SPOKEN:
        return texts(f"signal-{SPOKEN[signal.words]}")
    if signal.words.startswith(_SAYS):
        title = signal.words.removeprefix(_SAYS)
        return texts("moved-says", claim=titles.get(title, title))
    if counted := _COUNTED.fullmatch(signal.words):
        return texts("moved-counted", number=int(counted["number"]))
    if article := _ARTICLE.fullmatch(signal.words):
        return texts("moved-article", name=article_name(texts, article["name"]), share=article["share"])
    return signal.words


def article_name(texts: Texts, name: str) -> str:
    """Name an article, or a case that a post is near to. A name comes from an operator's folder."""
    case = _CASE.fullmatch(name)
    return texts("moved-case", number=case["number"]) if case else name
