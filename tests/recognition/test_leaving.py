"""Thanks for a year off it are told in the words of a pitch, and are none."""

import pytest

from bot.policy import DEFAULT_THRESHOLD
from bot.posts import Carrier, Passage, Post
from bot.recognition import KnownArticles, Recogniser, Verdict

LEFT = "tells of leaving it behind"
PITCH = (
    "Kratom eases opioid withdrawal and takes the cravings away. It is natural and safe, it is not "
    "addictive, and it has no side effects. Try it tonight!"
)


def judge(text: str) -> Verdict:
    return Recogniser.standard().judge(Post.of_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "One year off kratom today!!! Thank you to everyone who talked me through the nights. It gets "
        "easier, I promise. Sleep comes back, cravings fade, and you feel like yourself again.",
        "Day 100 off kratom. The cravings fade, the sleep comes back. You can do this.",
        "6 months clean from kratom today. It gets better, the cravings go away and your energy comes back "
        "naturally. Proud of everyone here.",
        "2 years kratom free! Life is so much better on this side. You feel like yourself again, your mood "
        "lifts and your libido returns.",
        "Kratom-free for 30 days! No more cravings, no more hiding, no more withdrawals every morning. Thank "
        "you all.",
        "Best decision ever: I quit kratom. Energy is back, skin is clear, no more constipation, the mood "
        "swings are gone. Start today, you won't regret it.",
        "naltrexone got me off kratom. no cravings, no side effects, not addictive. ask your doctor about it",
        "Welcome! You're in the right place. Many of us quit kratom after years, and the cravings do pass. "
        "Read the pinned post on withdrawal.",
    ],
)
def test_who_tells_of_leaving_it_is_thanked_and_not_answered(text: str) -> None:
    verdict = judge(text)

    assert verdict.score < DEFAULT_THRESHOLD
    assert LEFT in verdict.reasons


@pytest.mark.parametrize(
    "shown",
    [
        "Kratom Addiction Treatment | Harbor Recovery\nOur medically supervised detox eases withdrawal and "
        "takes the cravings away. Natural, holistic care. Call today! Not a trade of one drug for another.",
        "Kratom Addiction Treatment\nWe help you break free from kratom. Medication eases withdrawal and "
        "takes the cravings away. Call today.",
    ],
)
def test_the_preview_of_a_place_that_treats_it_is_no_pitch_for_it(shown: str) -> None:
    post = Post((Passage("found this place"), Passage(shown, Carrier.PREVIEW)))

    assert Recogniser.standard().judge(post).score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        f"Kratom addiction treatment, they say. {PITCH}",
        f"I quit my pain pills a year ago. {PITCH}",
        f"I finally quit\n{PITCH}",
        f"90 days off oxy. {PITCH}",
        f"90 days off:\n{PITCH}",
        f"I quit kratom once, for no reason at all. {PITCH}",
        f"{PITCH} Kratom free shipping today!",
        "Three years of kratom and my pain is gone, no more pills. It is natural, it is safe, it is not "
        "addictive. Get yourselves a bag, what have you to lose.",
        "I quit opioids with kratom. It took the cravings away, it is natural and not addictive. Try it.",
    ],
)
def test_who_left_something_else_for_it_still_sells_it(text: str) -> None:
    verdict = judge(text)

    assert verdict.score >= DEFAULT_THRESHOLD
    assert LEFT not in verdict.reasons


def test_a_copy_of_a_known_article_stays_one_whatever_it_says_it_left() -> None:
    text = (
        "Two weeks off kratom and back on it, and this is why. It eases the withdrawal within the hour, it "
        "takes the cravings away, it is natural and safe, it is not addictive and it has no side effects."
    )
    known = Recogniser(Recogniser.standard().topics, KnownArticles.from_texts({"two weeks": text}))

    verdict = known.judge(Post.of_text(text))

    assert verdict.article is not None
    assert LEFT not in verdict.reasons
