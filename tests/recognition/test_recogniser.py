import pytest

from bot.policy import PlaceSettings
from bot.posts.post import Carrier, Passage, Post
from bot.recognition import (
    LEFT_AT_THE_GATE,
    KnownArticles,
    Lists,
    OwnFingerprints,
    Recogniser,
    Selection,
    Verdict,
)
from bot.recognition.explain import LONGEST_QUOTE

THRESHOLD = PlaceSettings().threshold
PITCH = (
    "Kratom is a gentle leaf that eases opioid withdrawal and relieves chronic pain. "
    "Unlike methadone it is not addictive, and many users report better sleep and fewer cravings within days."
)
STORY = (
    "day 12. kratom got me through the worst of it and then it got me. tapering now, my legs are killing me"
)
SMALL_TALK = "We walked along the river this morning and fed the ducks, then had soup at my sister's place. "

QUIET_PIECE = (
    "A leaf from far away has a name, kratom, and this piece goes on about it at some length without "
    "making any claim that could be called one, so that only its being known can lead to a verdict."
)


def judge(text: str) -> Verdict:
    return Recogniser.standard().judge(Post.of_text(text))


def flagged(text: str) -> bool:
    return judge(text).score >= THRESHOLD


def test_a_pitch_is_flagged_with_its_claims_in_original_words() -> None:
    verdict = judge(PITCH)

    assert verdict.topic == "kratom"
    assert verdict.score >= THRESHOLD
    assert {"eases-withdrawal", "pain", "not-addictive"} <= {claim.id for claim in verdict.claims}
    for claim in verdict.claims:
        assert PITCH[claim.start : claim.end].startswith(claim.quote.rstrip("…"))


def test_the_strongest_signal_comes_first_and_quotes_the_post() -> None:
    signals = judge(PITCH).signals

    assert [abs(signal.weight) for signal in signals] == sorted(
        (abs(each.weight) for each in signals), reverse=True
    )
    assert any(signal.quote for signal in signals[:2])
    assert all(len(signal.quote) <= LONGEST_QUOTE for signal in signals)
    assert all(signal.quote in PITCH for signal in signals)


def test_an_own_story_gets_silence() -> None:
    assert not flagged(STORY)


def test_talk_without_a_topic_leaves_at_the_gate() -> None:
    assert judge(SMALL_TALK) is LEFT_AT_THE_GATE
    assert judge("a duck rat") is LEFT_AT_THE_GATE


def test_the_same_text_gets_the_same_verdict() -> None:
    assert judge(PITCH) == Recogniser(Recogniser.standard().topics).judge(Post.of_text(PITCH))


def test_a_pitch_at_the_end_of_eight_thousand_harmless_characters_is_found() -> None:
    harmless = SMALL_TALK * (8000 // len(SMALL_TALK) + 1)

    assert judge(harmless + "\n\n" + PITCH).score == pytest.approx(judge(PITCH).score, abs=0.1)
    assert flagged(harmless + PITCH + harmless)
    assert not flagged(harmless + STORY)


def test_a_topic_named_in_the_title_counts_for_the_body() -> None:
    body = "It eases withdrawal, it is not addictive, and it relieves chronic pain without side effects."
    title = Passage("All about kratom", Carrier.TITLE)
    recogniser = Recogniser.standard()

    assert recogniser.judge(Post((title, Passage(body)))).score >= THRESHOLD
    assert (
        recogniser.judge(Post((Passage("All about tea", Carrier.TITLE), Passage(body)))) is LEFT_AT_THE_GATE
    )


def test_a_word_between_title_and_body_hides_nothing() -> None:
    body = "It eases withdrawal, it is not addictive, and it relieves chronic pain without side effects."
    title = Passage("All about kratom", Carrier.TITLE)
    recogniser = Recogniser.standard()

    plain = recogniser.judge(Post((title, Passage(body))))
    greeted = recogniser.judge(Post((title, Passage("good morning, please read"), Passage(body))))

    assert greeted.score == pytest.approx(plain.score, abs=0.2)
    assert greeted.claims


def test_a_disguised_pitch_is_found_behind_a_long_harmless_file() -> None:
    filler = "The council spoke about kratom and opening hours again, and then about the bins. " * 1400
    disguised = "\u200b".join(PITCH)

    assert flagged(filler + disguised)
    assert not flagged(filler)


def test_all_that_follows_three_quotation_signs_is_quoted() -> None:
    objection = "I won't have this here. Every line of it is wrong and it has hurt people I love.\n"

    assert judge(f"{objection}>>> {PITCH}\n{PITCH}").score < judge(f"{PITCH}\n{PITCH}").score
    assert not judge(f"{objection}>>> {PITCH}\n{PITCH}").claims


def test_a_question_mark_in_an_address_asks_nothing() -> None:
    assert judge(f"{PITCH} https://example.org/a?b=1").claims
    assert len(judge(f"{PITCH} https://example.org/a?b=1").claims) == len(judge(PITCH).claims)


def test_a_claim_in_a_file_is_quoted_from_that_file() -> None:
    post = Post((Passage("have a look"), Passage(PITCH, Carrier.FILE, "message.txt")))

    claim = Recogniser.standard().judge(post).claims[0]

    assert claim.passage == 1
    assert PITCH[claim.start : claim.end] == claim.quote


def test_a_hint_counts_beside_claims_only() -> None:
    assert flagged(
        "This botanical eases opioid withdrawal, relieves pain, is safer than methadone and not addictive."
    )
    assert not flagged("I watered the plant and the leaf came back")


def test_a_copy_of_a_known_article_is_named_and_weighs() -> None:
    article = QUIET_PIECE
    known = Recogniser(Recogniser.standard().topics, KnownArticles.from_texts({"far-away": article}))

    verdict = known.judge(Post.of_text(article))

    assert verdict.article is not None
    assert verdict.article.name == "far-away"
    assert not flagged(article)
    assert verdict.score >= THRESHOLD
    assert any("far-away" in signal.words for signal in verdict.signals)


def on_list(text: str) -> KnownArticles:
    key = b"key"
    return KnownArticles({"case 12": Selection.least(OwnFingerprints(text).under(key))}, key)


def test_a_copy_of_a_confirmed_case_is_named_and_weighs() -> None:
    lists = Lists(confirmed=on_list(QUIET_PIECE), dismissed=KnownArticles.none())

    verdict = Recogniser.standard().judge(Post.of_text(QUIET_PIECE), lists)

    assert verdict.article is not None
    assert (verdict.article.name, verdict.article.share) == ("case 12", 1.0)
    assert verdict.score >= THRESHOLD > judge(QUIET_PIECE).score
    assert verdict.dismissed is None


def test_a_near_copy_of_a_dismissed_case_says_so_and_keeps_its_score() -> None:
    lists = Lists(confirmed=KnownArticles.none(), dismissed=on_list(PITCH))

    verdict = Recogniser.standard().judge(Post.of_text(PITCH), lists)

    assert verdict.dismissed is not None
    assert verdict.dismissed.name == "case 12"
    assert verdict.score == judge(PITCH).score
    assert verdict.article is None


def test_lists_change_nothing_for_what_leaves_at_the_gate() -> None:
    lists = Lists(confirmed=on_list(SMALL_TALK), dismissed=on_list(SMALL_TALK))

    assert Recogniser.standard().judge(Post.of_text(SMALL_TALK), lists) is LEFT_AT_THE_GATE


STANCE_PAIRS = [
    (
        "Kratom eases withdrawal, it relieves pain and it is not addictive.",
        "Does kratom ease withdrawal and relieve pain, and is it not addictive?",
    ),
    (
        "Kratom eases withdrawal, it relieves pain and it is not addictive.",
        "Sellers claim that kratom eases withdrawal, that it relieves pain and is not addictive.",
    ),
    (
        "Kratom takes the edge off withdrawal, it kills pain and is better than suboxone.",
        "for me kratom took the edge off my withdrawal and killed my pain, better than my suboxone",
    ),
    (
        "kratom is a safe natural alternative to suboxone with no risk of addiction",
        "> kratom is a safe natural alternative to suboxone with no risk of addiction\nNot true, stop.",
    ),
    (
        "Kratom relieves pain and it does help with withdrawal, without side effects.",
        "Kratom does not relieve pain and it does not help with withdrawal.",
    ),
]


@pytest.mark.parametrize(("pitch", "other"), STANCE_PAIRS)
def test_the_same_words_in_another_stance_get_silence(pitch: str, other: str) -> None:
    assert flagged(pitch)
    assert not flagged(other)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\ud800", "kratom", "> ", "?", "kratom?", "7-oh\n> \n-", "k" * 50_000]
)
def test_odd_texts_are_judged_without_complaint(text: str) -> None:
    assert not flagged(text)


@pytest.mark.parametrize(
    "rule",
    [
        "New rule 7: please don't post articles that sell kratom as a safe natural cure for withdrawal.",
        "Reminder: links that say kratom eases opioid withdrawal without addiction will be removed.",
        "Rules: be kind. No selling, including kratom or anything that promises natural pain relief.",
    ],
)
def test_a_moderators_rule_is_no_pitch(rule: str) -> None:
    assert Recogniser.standard().judge(Post.of_text(rule)).score < 0.5


@pytest.mark.parametrize(
    "text",
    ["Leaf", "the leaf", "the plant shop has new monsteras in stock, order today, free delivery!"],
)
def test_a_few_words_that_only_hint_and_claim_nothing_are_not_read(text: str) -> None:
    assert Recogniser.standard().judge(Post.of_text(text)) is LEFT_AT_THE_GATE


def test_a_hint_beside_a_claim_is_read() -> None:
    text = "the leaf kills the cravings and you sleep like a baby. dm me, i ship anywhere"

    assert Recogniser.standard().judge(Post.of_text(text)).topic == "kratom"


@pytest.mark.parametrize(
    "beside", [Passage("what helped me", Carrier.TITLE), Passage("Quitting kratom", Carrier.TITLE)]
)
@pytest.mark.parametrize(
    "opening",
    [
        "Suboxone takes the cravings away and it's safe. Ask your doctor.",
        "Try SMART Recovery meetings, they are free and help with cravings.",
        "Exercise eases withdrawal and lifts your mood, and it is free.",
    ],
)
def test_help_below_a_title_or_tag_that_names_the_topic_is_no_pitch_for_it(
    beside: Passage, opening: str
) -> None:
    post = Post((beside, Passage("kratom", Carrier.TAGS), Passage(opening)))

    assert Recogniser.standard().judge(post).score < THRESHOLD


@pytest.mark.parametrize(
    "preview",
    [
        "8 Hours Deep Sleep Music: Relieve Anxiety, Natural Healing, Pain Relief",
        "Yoga for back pain - natural relief",
    ],
)
def test_what_a_preview_advertises_is_not_the_topic_beside_it(preview: str) -> None:
    post = Post(
        (Passage("kratom withdrawal night 3, this gets me through"), Passage(preview, Carrier.PREVIEW))
    )

    assert Recogniser.standard().judge(post).score < THRESHOLD


@pytest.mark.parametrize(
    "poll", ["What got you off pills?\nkratom\nsubs\ncold turkey", "Best for pain?\nKratom\nIbuprofen"]
)
def test_a_poll_that_lists_the_topic_is_no_pitch(poll: str) -> None:
    assert Recogniser.standard().judge(Post((Passage(poll, Carrier.POLL),))).score < THRESHOLD
