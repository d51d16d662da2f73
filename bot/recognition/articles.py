"""Known articles: copies found by fingerprints, of a folder's texts or of a server's own cases."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from bot.recognition.fingerprints import OwnFingerprints, Selection, fingerprints
from bot.recognition.verdict import NearArticle

# Fewer shared fingerprints than this are an accident of wording, not a copy.
_FEWEST_SHARED = 3
# Share of a post's own fingerprints from which it is said to be a copy of a dismissed case.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class KnownArticles:
    """Fingerprints of articles by name. Holds no text.

    key: the secret under which they were taken; None for plain ones, which anybody could take of a text.
    """

    articles: Mapping[str, Selection]
    key: bytes | None = field(default=None, repr=False)

    @classmethod
    def none(cls) -> Self:
        """No known article."""
        return cls({})

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Self:
        """Take the plain fingerprints of texts by name; one of less than some 40 letters is never near."""
        return cls({name: Selection(fingerprints(text)) for name, text in texts.items()})

    def nearest(self, own: OwnFingerprints) -> NearArticle | None:
        """Find the article most of which is in the text, or that most of the text is from; None if none is.

        share: the greater of two shares of fingerprints, the article's found in the text and the text's found
        in the article, so that an article inside a longer post and a piece cut out of an article both read as
        what they are: a copy. At least three must be shared.
        """
        found = (
            NearArticle(name, round(max(shared / ours, shared / theirs), 4))
            for name, shared, ours, theirs in self._shared(own)
            if shared >= _FEWEST_SHARED
        )
        return max(found, key=lambda near: near.share, default=None)

    def holding(self, own: OwnFingerprints) -> NearArticle | None:
        """Find the article that holds most of the text: at least half of the text's own fingerprints.

        An article inside a longer post of somebody's own is not found. One fingerprint is enough where the
        whole text has one or two.
        """
        if not self.articles:
            return None  # a post's keyed fingerprints are taken on first need
        values = own.under(self.key)
        shares = ((name, share_from(self.articles[name], values)) for name in sorted(self.articles))
        found = (NearArticle(name, round(share, 4)) for name, share in shares if share >= _MOSTLY)
        return max(found, key=lambda near: near.share, default=None)

    def _shared(self, own: OwnFingerprints) -> Iterator[tuple[str, int, int, int]]:
        """Each article that shares a fingerprint with the text: name, shared, the text's, the article's."""
        for name in sorted(self.articles):
            known = self.articles[name]
            ours = known.comparable(own.under(self.key))
            if shared := len(ours & known.values):
                yield name, shared, len(ours), len(known.values)


@dataclass(frozen=True, slots=True)
class Lists:
    """What a server's moderators ruled: cases by name ("case 12"), with keyed fingerprints of their posts."""

    confirmed: KnownArticles
    dismissed: KnownArticles

    def but_for(self, case_id: int) -> "Lists":
        """Return these lists without one confirmed case, for what its own post would be without it."""
        others = dict(self.confirmed.articles)
        others.pop(case_name(case_id), None)
        return replace(self, confirmed=replace(self.confirmed, articles=others))

    def __bool__(self) -> bool:
        """Whether there is any case on them."""
        return bool(self.confirmed.articles or self.dismissed.articles)


def case_name(case_id: int) -> str:
    """Name a case as a server's lists and a verdict do."""
    return f"case {case_id}"


NO_LISTS = Lists(KnownArticles.none(), KnownArticles.none())


@dataclass(frozen=True, slots=True)
class Copied:
    """What a text is a copy of. article: known or confirmed. dismissed: the dismissed case that holds it."""

    article: NearArticle | None
    dismissed: NearArticle | None


def share_from(article: Selection, own: frozenset[int]) -> float:
    """Share of a text's fingerprints that are an article's, 0-1; 0 where too few are shared to tell."""
    ours = article.comparable(own)
    shared = len(ours & article.values)
    return shared / len(ours) if shared and shared >= min(_FEWEST_SHARED, len(own) / 2) else 0.0


def is_near_copy(text: Selection, article: Selection) -> bool:
    """Say whether at least half of a text is from an article. Both under the same key, or plain."""
    return share_from(article, text.values) >= _MOSTLY


def compare(text: str, known: KnownArticles, lists: Lists) -> Copied:
    """Hold a text against known articles and a server's lists; costs nothing where all are empty."""
    own = OwnFingerprints(text)
    near = (known.nearest(own), lists.confirmed.nearest(own))
    nearest = max(filter(None, near), key=lambda article: article.share, default=None)
    return Copied(nearest, lists.dismissed.holding(own))
