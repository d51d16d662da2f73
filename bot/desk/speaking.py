"""How a verdict is said to moderators, in the mod log and in private answers alike."""

import re

from bot.desk.quoting import quoted
from bot.knowledge.topics import claim_titles
from bot.recognition.verdict import NearArticle
from bot.texts import Texts, decimal, percent

_VERY_LIKELY, _LIKELY, _POSSIBLY = 0.9, 0.7, 0.4
_OWN_CASE = re.compile(r"case (\d+)")
"""How the recogniser names a case that a server's moderators confirmed or dismissed."""


def score_in_words(texts: Texts, score: float) -> str:
    """Say how much a score speaks for a pitch. score: 0-1."""
    if score >= _VERY_LIKELY:
        return texts("entry-very-likely")
    if score >= _LIKELY:
        return texts("entry-likely")
    return texts("entry-possibly" if score >= _POSSIBLY else "entry-hardly")


def score_line(texts: Texts, score: float) -> str:
    """Say a score as a word and a number."""
    return texts("entry-score", likely=score_in_words(texts, score), score=decimal(texts, score))


def article_line(texts: Texts, article: NearArticle) -> str:
    """Name the known article that a post is near to."""
    return texts("entry-article", name=article_name(texts, article.name), share=percent(texts, article.share))


def dismissed_line(texts: Texts, dismissed: NearArticle) -> str:
    """Name the dismissed case that a post is near to."""
    name = article_name(texts, dismissed.name)
    return texts("entry-dismissed", name=name, share=percent(texts, dismissed.share))


def article_name(texts: Texts, name: str) -> str:
    """Name a known article, or a case of the server's own."""
    own = _OWN_CASE.fullmatch(name)
    return texts("entry-case-name", number=own[1]) if own else quoted(name)


def claim_title(texts: Texts, topic: str | None, claim_id: str) -> str:
    """Say a claim in words; by its id where this version of the topic does not know it."""
    return claim_titles(topic or "", texts.language).get(claim_id, claim_id)
