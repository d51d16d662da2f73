"""A quotation under words of one's own: whose claims are they? The stance of one's own words decides."""

import re
from dataclasses import replace
from math import log

from bot.posts.post import Carrier, Passage, Post
from bot.recognition.fold import fold
from bot.recognition.lexicon import lexicon
from bot.recognition.sentences import LEAST_OWN, Sentence, sentences
from bot.recognition.stance import Stance, stance_of
from bot.recognition.verdict import Signal, Verdict

MOST_OWN = 4_000
"""Characters of one's own words up to which their stance is looked for; nobody objects at greater length."""

_NOBODYS = 0.01
"""Score of a post that says nothing of the topic in words of its own."""

_QUOTE = 60
_OBJECTED = "quotes somebody else's words, and objects to them"
_PRAISED = "quotes somebody else's words, and praises them"

# What Discord shows as a quotation: a sign and a space at a line's beginning, and not in a block of code.
_QUOTED = re.compile(r"(?m)^ {0,3}(?:>>> [\s\S]*|> [^\n]*)")
_CODE = re.compile(r"```[\s\S]*?```")

# Praise in the words of doubt ("not a scam", "no bullshit, it works"), which is taken out before doubt is
# looked for.
_PRAISE = re.compile(
    r"\b(?:not|isn't|ain't|no|never)(?: an?| any)? (?:lies?|scam|hype|bullshit|bs|joke|ad|spam|myth)\b"
    r"|\bdon't (?:believe|listen to|trust) "
    r"(?:the (?:lies|hype|media|doctors?)|what|big pharma|them|doctors?)"
)
_OBJECTION = re.compile(
    r"\b(?:not|isn't|ain't|aren't|never|none of (?:this|that|it) is|nothing (?:here|in this) is) "
    r"(?:\w+ )?(?:true|right|safe|correct)\b"
    r"|\b(?:wrong|false|untrue|bullshit|bs|crap|nonsense|garbage|rubbish|slop|misinformation|propaganda|spam"
    r"|lies?|scam|shill\w*|advert\w*|creepy|disgusting|dangerous|harmful|risky|irresponsible|beware|careful"
    r"|seizures?|overdos\w+|reported|reporting|mods?|moderators?|nope)\b"
    r"|\b(?:an|another) ad\b"
    r"|\bdo(?:n't| not|nt) (?:believe|listen|fall|buy|trust|do this|take|stop|post|share|spread|try)"
    r"|\b(?:ignore|report|delete|remove|stop posting|stay away|keep away|against the rules|people get hurt)\b"
    r"|\b(?:is|it's|it is|it was) (?:very |so |really )?addictive\b"
    r"|\b(?:was|were|got|ended up) (?:hooked|addicted)"
    r"|\b(?:nearly )?killed (?:me|him|her|them|my)\b|\bfell for\b|\bfalls? for\b|\bwithdrawal is a thing\b"
    r"|\b(?:talk to|ask|see) (?:a|your) doctor\b|\bdoctor says the opposite\b|\bi (?:have to )?object\b"
    r"|\bjust no\b|\byeah no\b|\bno it (?:isn't|doesn't|is not|does not)\b"
)
# A question that is about the quotation, not an opening for it ("What are you waiting for?").
_ABOUT_IT = re.compile(r"\b(?:true|legit|real|safe|sources?|thoughts|proof|evidence|anyone here|believe)\b")
_SELLS = re.compile(
    r"\b(?:it works|saved (?:me|my)|promise|changed my life|worth it|worked for|big pharma|they are wrong)\b"
)

# Own words that pass a quotation on: who praises what he quotes stands behind it.
_PASSES_ON = re.compile(
    r"\b(?:so true|(?:is|that's) the truth|the real deal|(?:worth|good|great|amazing|must) (?:a )?read"
    r"|(?:good|great|useful) (?:info|article|post)|(?:everyone|everybody|you all|y'all) (?:here )?"
    r"(?:should|must|needs? to|has to|have to) (?:read|see|know)|(?:had|have|want|wanted) to share"
    r"|sharing (?:this|because)|reposting|spread the word|pass (?:it|this) on|hope (?:this|it) helps"
    r"|thought (?:this|you|it)(?: \w+){0,4} (?:like|help|need)|i agree|100 ?% (?:agree|true|this)"
    r"|(?:been|keep) (?:telling|saying))\b"
)
_DOUBTS = re.compile(
    r"\b(?:not|never|no|nobody|isn't|don't|doesn't|can't|but|lol|lmao|sarcasm|ffs|until|then)\b|[?\U0001f644\U0001f921\U0001f92e\U0001f926]"
)
_SIGN = re.compile(r"(?m)^( {0,3})(>>> |> )")


def own_words(post: Post) -> Post | None:
    """Return what a message says itself around the lines it quotes, with spaces for these and for the rest.

    Offsets stay as they are. None where nothing is quoted, or too little stands beside it to be anybody's
    own words: a title or a file is not what a member says of a quotation.
    """
    if not any(_quoted_spans(passage) for passage in post.passages):
        return None
    own = tuple(replace(passage, text=_own(passage)) for passage in post.passages)
    left = sum(len(passage.text.strip()) for passage in own)
    return replace(post, passages=own) if LEAST_OWN <= left <= MOST_OWN else None


def keeps_distance(own: Post) -> bool:
    """Say whether own words object to what they stand beside, or ask whether it is so; who sells does not."""
    said = [_said(passage) for passage in own.passages if passage.text.strip()]
    parts = [part for _, found in said for part in found]
    folded = " ".join(text for text, _ in said)
    if _SELLS.search(folded) or any(part.has("urge") or part.has("offer") for part in parts):
        return False
    if _OBJECTION.search(_PRAISE.sub(" ", folded)):
        return True
    asks = bool(parts) and all(stance_of(part) is Stance.ASKED for part in parts)
    return asks and _ABOUT_IT.search(folded) is not None


def passes_on(own: Post) -> bool:
    """Say whether own words praise what they stand beside, without a word of doubt."""
    said = " ".join(_said(passage)[0] for passage in own.passages if passage.text.strip())
    return _PASSES_ON.search(said) is not None and _DOUBTS.search(said) is None


def unquoted(post: Post) -> Post:
    """Return a message without the signs of its quotations; offsets stay as they are."""
    bare = (replace(passage, text=_bare(passage)) for passage in post.passages)
    return replace(post, passages=tuple(bare))


def judged_by(own: Verdict | None, whole: Verdict, post: Post) -> Verdict:
    """Judge a post that keeps its distance from a quotation by its own words; the verdict says so.

    own: the verdict on these, None where they do not speak of the topic.
    """
    score = min(own.score if own is not None else _NOBODYS, whole.score)
    objected = _moved(_OBJECTED, score, whole.score, post)
    signals = own.signals if own is not None else ()
    return replace(
        whole,
        score=score,
        claims=own.claims if own is not None else (),
        article=None,
        signals=(objected, *signals),
    )


def judged_as_own(bare: Verdict, whole: Verdict, post: Post) -> Verdict:
    """Judge a post that passes a quotation on as if the words were its writer's; the verdict says so.

    bare: the verdict on the post without its signs of quotation.
    """
    if bare.score <= whole.score:
        return whole
    praised = _moved(_PRAISED, bare.score, whole.score, post)
    return replace(bare, signals=(praised, *bare.signals))


def _moved(words: str, score: float, before: float, post: Post) -> Signal:
    quoted = next(
        passage.text[start:end].lstrip("> ")
        for passage in post.passages
        for start, end in _quoted_spans(passage)
    )
    return Signal(words, round(_log_odds(score) - _log_odds(before), 4), _first_words(quoted))


def _quoted_spans(passage: Passage) -> list[tuple[int, int]]:
    if passage.carrier is not Carrier.CONTENT or ">" not in passage.text:
        return []
    plain = _CODE.sub(lambda block: "`" * len(block.group()), passage.text)
    return [found.span() for found in _QUOTED.finditer(plain)]


def _own(passage: Passage) -> str:
    if passage.carrier is not Carrier.CONTENT:
        return " " * len(passage.text)
    text = passage.text
    for start, end in _quoted_spans(passage):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _bare(passage: Passage) -> str:
    text = passage.text
    for start, end in _quoted_spans(passage):
        quotation = _SIGN.sub(lambda sign: " " * len(sign.group()), text[start:end])
        text = text[:start] + quotation + text[end:]
    return text


def _said(passage: Passage) -> tuple[str, list[Sentence]]:
    folded = fold(passage.text)
    return folded.text, sentences(folded, passage.text, [], lexicon())


def _first_words(quotation: str) -> str:
    line = " ".join(quotation.split())
    return line if len(line) <= _QUOTE else line[: _QUOTE - 1].rsplit(" ", 1)[0] + "…"


def _log_odds(score: float) -> float:
    bounded = min(max(score, 1e-6), 1 - 1e-6)
    return log(bounded / (1 - bounded))
