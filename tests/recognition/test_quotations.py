"""Quotations: what keeps its distance is judged by its own words, and nothing else is."""

import pytest

from bot.policy import DEFAULT_THRESHOLD
from bot.posts import Carrier, Passage, Post
from bot.recognition import Recogniser
from bot.recognition.quotations import keeps_distance, own_words, passes_on

PITCH = (
    "Kratom eases opioid withdrawal and takes the cravings away. It is natural and safe, it is not "
    "addictive, and it has no side effects. Order from my shop today!"
)
OBJECTION = "That is not true. I was hooked on it for two years, please don't stop your medicine for this."


def quoted(text: str) -> str:
    """Quote a text as Discord does."""
    return "\n".join(f"> {line}" for line in text.splitlines())


def test_own_words_keep_their_place() -> None:
    text = f"{quoted(PITCH)}\n{OBJECTION}"

    own = own_words(Post.of_text(text))

    assert own is not None
    assert len(own.text) == len(text)
    assert own.text.strip() == OBJECTION
    assert own.text.index(OBJECTION) == text.index(OBJECTION)


@pytest.mark.parametrize("text", [PITCH, quoted(PITCH), f"{quoted(PITCH)}\nlol", f">>> {PITCH}\n{OBJECTION}"])
def test_without_words_of_ones_own_there_is_nothing_to_tell_apart(text: str) -> None:
    assert own_words(Post.of_text(text)) is None


@pytest.mark.parametrize(
    "words",
    [
        OBJECTION,
        "this is dangerous nonsense",
        "saw this on facebook, is any of it true?",
        "sources? is there any proof?",
        "Do not believe this. kratom is addictive, I was hooked.",
        "No it isn't. I was hooked for two years.",
        "This is dangerous. My brother had seizures from it.",
        "this is bs, mods please delete",
        "Reported. We don't do this here.",
        "please ignore this guy",
        "this stuff nearly killed me, stay away from it",
        "Wrong. It is addictive and it does have side effects.",
        "this is an ad. kratom is addictive.",
        "stop posting this in here, people get hurt",
        "I fell for exactly this and ended up hooked for two years. don't",
        "Please talk to a doctor before you listen to that.",
        "who falls for this lol",
        "None of this is true.",
        "Careful with posts like this.",
        "Don't buy from these people",
    ],
)
def test_an_objection_and_a_question_whether_it_is_so_keep_their_distance(words: str) -> None:
    assert keeps_distance(Post.of_text(words))
    assert Recogniser.standard().judge(Post.of_text(f"{quoted(PITCH)}\n{words}")).score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "words",
    [
        "so true, everyone should read this and order some",
        "this. all of it. just try it tonight",
        "is it true? yes. try it tonight",
        "What are you waiting for?",
        "why suffer any longer?",
        "Isn't that amazing?",
        "Who wants some?",
        "Ready to feel free again?",
        "This is not a lie. Just try it tonight.",
        "Not a scam, promise. Link in bio.",
        "Don't believe the lies. It saved me.",
        "Don't believe what big pharma tells you.",
        "No hype, no bullshit, it works.",
        "People say it is a scam. They are wrong. Order it today.",
    ],
)
def test_an_opening_and_praise_in_the_words_of_doubt_keep_none(words: str) -> None:
    assert not keeps_distance(Post.of_text(words))


PASSED_ON = (
    "Kratom eases opioid withdrawal and takes the cravings away. It is natural and safe and not addictive "
    "like the pills."
)


@pytest.mark.parametrize(
    "words",
    [
        "this is what i've been telling you all, it's the real deal",
        "this is the truth",
        "so true, everybody here should read it",
        "amazing read, thought this community might like it",
        "saw this and had to share it with you all",
        "reposting for those who missed it",
        "👆👆 worth a read",
    ],
)
def test_who_passes_a_quoted_pitch_on_with_praise_is_answered(words: str) -> None:
    verdict = Recogniser.standard().judge(Post.of_text(f"{quoted(PASSED_ON)}\n{words}"))

    assert verdict.score >= DEFAULT_THRESHOLD
    assert verdict.claims
    assert verdict.reasons[0].startswith("quotes somebody else's words, and praises them: “Kratom eases")


@pytest.mark.parametrize(
    "words",
    [
        "so true 🙄",
        "worth a read if you want to know what they tell newcomers, not for more than that",
        "it worked for me for a year and then i couldn't stop",
        "amazing read lol",
        "found this in my feed again this morning",
        "who thought this would help anyone?",
    ],
)
def test_praise_in_doubt_passes_nothing_on(words: str) -> None:
    assert not passes_on(Post.of_text(words))
    assert (
        Recogniser.standard().judge(Post.of_text(f"{quoted(PASSED_ON)}\n{words}")).score < DEFAULT_THRESHOLD
    )


def test_a_story_that_is_quoted_with_praise_stays_a_story() -> None:
    story = "kratom got me through the worst of it and then it got me. day 12, my legs are killing me."

    assert Recogniser.standard().judge(Post.of_text(f"{quoted(story)}\nso true")).score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "passage", [Passage("Is kratom safe? Not true?", Carrier.TITLE), Passage("false", Carrier.FILE)]
)
def test_a_title_or_a_file_is_nobodys_word_on_a_quotation(passage: Passage) -> None:
    assert own_words(Post((passage, Passage(quoted(PITCH))))) is None


@pytest.mark.parametrize("text", [f"```\n> {PITCH}\n```\n{OBJECTION}", f">{PITCH}\n{OBJECTION}"])
def test_what_discord_shows_as_no_quotation_is_none(text: str) -> None:
    assert own_words(Post.of_text(text)) is None


def test_a_pitch_below_a_quoted_doubt_is_still_a_pitch() -> None:
    verdict = Recogniser.standard().judge(Post.of_text(f"> is this stuff safe?\nThat is not true. {PITCH}"))

    assert verdict.score >= DEFAULT_THRESHOLD


def test_claims_of_the_quotation_are_not_the_writers() -> None:
    verdict = Recogniser.standard().judge(Post.of_text(f"{quoted(PITCH)}\n{OBJECTION}"))

    assert verdict.score < DEFAULT_THRESHOLD
    assert verdict.claims == ()
    assert verdict.reasons[0].startswith("quotes somebody else's words, and objects to them: “Kratom eases")
