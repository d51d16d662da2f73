"""What moved a score, in the moderator's language.

The recogniser names its signals in English, for the command line as well; here each has its text.
"""

import re

from bot.desk.quoting import quoted
from bot.desk.speaking import article_name, claim_title
from bot.knowledge.topics import claim_titles
from bot.recognition.verdict import Signal
from bot.texts import Texts, percent

NAMES = {
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
    "tells of leaving it behind": "leaving",
    "names the topic only beside a text that is about something else": "elsewhere",
    "names no topic": "no-topic",
}
"""The key of each signal's text by how the recogniser says it."""

_SAYS = re.compile(r"says that it (?P<title>.+)")
_INSISTS = re.compile(r"asserts (?P<number>\d+) different claims")
_MATCHES = re.compile(r"matches the known article (?P<name>.+): (?P<share>\d+)% .*")


def signal_line(texts: Texts, topic: str | None, signal: Signal) -> str:
    """Say on a line which way a signal moved the score, and by which words of the post."""
    way = "up" if signal.weight >= 0 else "down"
    words = signal_words(texts, topic, signal.words)
    if signal.quote:
        return texts(f"case-quoting-{way}", words=words, quote=quoted(signal.quote))
    return texts(f"case-moved-{way}", words=words)


def signal_words(texts: Texts, topic: str | None, words: str) -> str:
    """Say a signal's words in a language; as they are where they have no text of their own."""
    if words in NAMES:
        return texts(f"signal-{NAMES[words]}")
    if said := _SAYS.fullmatch(words):
        return texts("moved-says", claim=_claim(texts, topic, said["title"]))
    if insists := _INSISTS.fullmatch(words):
        return texts("moved-insists", number=int(insists["number"]))
    if matches := _MATCHES.fullmatch(words):
        share = percent(texts, int(matches["share"]) / 100)
        return texts("moved-matches", name=article_name(texts, matches["name"]), share=share)
    return words


def _claim(texts: Texts, topic: str | None, english: str) -> str:
    ids = {title: claim_id for claim_id, title in claim_titles(topic or "").items()}
    return claim_title(texts, topic, ids[english]) if english in ids else english
