import sys
import tracemalloc
from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.knowledge.topics import built_in
from bot.posts.post import Carrier, Passage, Post
from bot.recognition import FoundClaim, Recogniser, Verdict
from bot.recognition.cascade import SLOW_WINDOWS
from bot.recognition.explain import LONGEST_QUOTE
from bot.recognition.linear import LinearModel
from bot.recognition.transformer import Transformer
from bot.recognition.windows import MOST_STRETCHES, STRETCH, STRIDE
from tests.bench.disguises import DISGUISES
from tests.bench.hostile import HOSTILE, MEBIBYTE, PITCH, PROSE, filled

FAST = Recogniser(built_in(), slow=False)

MOST_WINDOWS = MOST_STRETCHES * (STRETCH // 2 // STRIDE + 2)
"""Windows of a post at most: each stretch can hold a word every two characters."""

any_text = st.text(st.characters(exclude_categories=()), max_size=80)
telling = st.sampled_from([
    PITCH, PROSE, "kratom", " ", "\n", "\n> ", "> ", "||", "**", "`", "[", "](", ")", "?", ". ",
    "it is not addictive", "relieves pain", "for me it eased withdrawal", "this botanical ", "maeng da ",
    "7-oh ", "🌿", "\u200b", "\u202e", "\ud800", "\udfff", "\x00", "\u2028", "a " * 400, "k" * 300,
    *HOSTILE.values(), *(change(PITCH) for change in DISGUISES.values()),
])  # fmt: skip
texts = st.lists(any_text | telling, max_size=12).map("".join)
passages = st.builds(
    Passage,
    text=texts,
    carrier=st.sampled_from(Carrier),
    name=st.sampled_from(["", "a.txt"]),
    cut=st.booleans(),
)
posts = st.lists(passages, max_size=4).map(lambda found: Post(tuple(found)))


def is_found(claim: FoundClaim, post: Post) -> bool:
    """Whether a claim's quote stands at its offsets in the post's own text; a long one only begins there."""
    stands = post.passages[claim.passage].text[claim.start : claim.end]
    return claim.quote == stands or (claim.quote.endswith("…") and stands.startswith(claim.quote[:-1]))


def check(verdict: Verdict, post: Post) -> None:
    assert 0.0 <= verdict.score <= 1.0
    assert (verdict.topic is None) <= (verdict.score == 0.0)
    assert len({claim.id for claim in verdict.claims}) == len(verdict.claims)
    for claim in verdict.claims:
        assert is_found(claim, post), claim
        assert 0 < len(claim.quote) <= LONGEST_QUOTE
    for signal in verdict.signals:
        assert (
            any(signal.quote.removesuffix("…") in passage.text for passage in post.passages)
            or not signal.quote
        )


@given(posts)
@settings(max_examples=200)
def test_any_post_is_judged_and_its_claims_quote_it(post: Post) -> None:
    check(FAST.judge(post), post)


@given(posts)
@settings(max_examples=30)
def test_any_post_is_read_closely_without_complaint(post: Post) -> None:
    check(Recogniser.standard().judge(post), post)


@given(posts)
@settings(max_examples=40)
def test_the_same_post_gets_the_same_verdict(post: Post) -> None:
    first, again = FAST.judge(post), Recogniser(built_in(), slow=False).judge(post)

    assert first == again


@given(posts)
@example(Post((Passage("KR@T", Carrier.POLL),)))
@example(Post((Passage("kratom"), Passage("eases withdrawal"))))
@example(Post((Passage("one year off kratom"),)))
@example(Post((Passage("> kratom is a natural remedy\nthis is wrong, reported"),)))
@settings(max_examples=60)
def test_a_glance_that_settles_a_post_says_what_judging_says(post: Post) -> None:
    glance = FAST.glance(post)

    if glance.verdict is not None:
        assert (glance.verdict.topic, glance.verdict.score) == (
            FAST.judge(post).topic,
            FAST.judge(post).score,
        )


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguised_pitch_is_quoted_as_it_was_written(name: str) -> None:
    post = Post((Passage("have a look"), Passage(DISGUISES[name](PITCH), Carrier.FILE, "message.txt")))

    verdict = FAST.judge(post)

    assert verdict.claims
    check(verdict, post)


def count(monkeypatch: pytest.MonkeyPatch, model: type[LinearModel] | type[Transformer]) -> list[str]:
    """Note each text that a model is asked about from now on."""
    asked: list[str] = []
    ask = cast("Callable[[object, str], float]", model.log_odds)

    def log_odds(self: object, text: str) -> float:
        asked.append(text)
        return ask(self, text)

    monkeypatch.setattr(model, "log_odds", log_odds)
    return asked


@pytest.mark.parametrize("name", [*HOSTILE, "a pitch", "prose"])
def test_a_hostile_file_costs_a_bounded_number_of_questions(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = {**HOSTILE, "a pitch": PITCH, "prose": PROSE}[name]
    glanced, read = count(monkeypatch, LinearModel), count(monkeypatch, Transformer)
    post = Post.of_text(filled(unit, 200_000))

    check(Recogniser.standard().judge(post), post)

    assert len(glanced) <= MOST_WINDOWS
    assert len(read) <= SLOW_WINDOWS
    assert all(len(text) <= STRETCH + 100 for text in read)


def test_a_post_without_a_topic_costs_no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    glanced, read = count(monkeypatch, LinearModel), count(monkeypatch, Transformer)

    Recogniser.standard().judge(Post.of_text(filled("We walked by the river and had soup. ", 200_000)))

    assert (glanced, read) == ([], [])


@pytest.mark.parametrize("name", ["a pitch", "Cyrillic that names the topic", "zero-width signs"])
def test_the_longest_file_needs_little_more_memory_than_its_text(name: str) -> None:
    post = Post.of_text(filled({**HOSTILE, "a pitch": PITCH}[name], 8 * MEBIBYTE))
    tracemalloc.start()

    try:
        FAST.judge(post)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak <= 4 * sys.getsizeof(post.passages[0].text)
