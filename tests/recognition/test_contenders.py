"""Which topic a post is about, where several are named, some are off, and one is part of another."""

import pytest

from bot.posts.post import Post
from bot.recognition import LEFT_AT_THE_GATE, Recogniser, Verdict

KRATOM = frozenset({"kratom"})
WITH_7_OH = frozenset({"kratom", "7-oh"})

OF_7_OH = (
    "Tired of withdrawal? 7-OH tablets take the pain away within minutes and the cravings are gone. "
    "Thousands of people got off oxy and fentanyl with 7-OH. It is safer than methadone and it is not "
    "addictive. Studies prove that 7-OH works. Order yours today, use code RELIEF for 20% off."
)
OF_THE_LEAF = (
    "Kratom eased my patients through withdrawal for centuries. Kratom is natural, so it is safe, and the "
    "leaf holds a little 7-OH as well. Thousands of people got off oxy with kratom. It is safer than "
    "methadone and not addictive. Try kratom tea tonight, you will never look back. Order today, use code "
    "LEAF for 20% off."
)
OF_TIANEPTINE = (
    "Tianeptine takes the withdrawal away within the hour and the cravings are gone. Thousands of people "
    "got off oxy and fentanyl with tianeptine. It is safer than methadone and not addictive. Studies prove "
    "that it works. Order yours today, use code CALM for 20% off."
)


def judge(text: str, *topics: str) -> Verdict:
    return Recogniser.standard().judge(Post.of_text(text), topics=frozenset(topics))


def test_a_pitch_for_7_oh_is_kratoms_where_7_oh_is_off_and_its_own_where_it_is_on() -> None:
    assert judge(OF_7_OH, "kratom").topic == "kratom"
    assert judge(OF_7_OH, "kratom", "7-oh").topic == "7-oh"
    assert judge(OF_7_OH, "7-oh").topic == "7-oh"
    assert judge(OF_7_OH, "kratom").score == judge(OF_7_OH, "7-oh").score >= 0.8


def test_the_leaf_stays_kratoms_where_7_oh_is_named_in_passing() -> None:
    assert judge(OF_THE_LEAF, "kratom", "7-oh").topic == "kratom"
    assert judge(OF_THE_LEAF, "7-oh").topic == "kratom"


def test_who_speaks_mostly_of_7_oh_is_answered_on_it_whatever_else_is_claimed() -> None:
    claims = judge(OF_7_OH, "kratom").claims

    most = max(claims, key=lambda claim: claim.times)
    assert most.id == "just-strong-kratom"
    assert "7-OH" in most.quote
    assert all(claim.times < most.times for claim in claims if claim is not most)
    assert [(claim.passage, claim.start) for claim in claims] == sorted(
        (claim.passage, claim.start) for claim in claims
    )


def test_who_speaks_of_the_leaf_is_not() -> None:
    assert "just-strong-kratom" not in [claim.id for claim in judge(OF_THE_LEAF, "kratom").claims]


def test_of_two_named_as_often_the_first_is_what_is_spoken_of() -> None:
    seven = "7-OH tablets ease withdrawal and the pain is gone. They are the strong bit of the kratom leaf."
    leaf = "Kratom eases withdrawal and the pain is gone. None of that 7-OH in it, only the leaf."

    assert judge(seven, "kratom").foremost[:1] == ("just-strong-kratom",)
    assert judge(seven, "kratom", "7-oh").topic == "7-oh"
    assert "just-strong-kratom" not in judge(leaf, "kratom").foremost
    assert judge(leaf, "kratom", "7-oh").topic == "kratom"


def test_a_street_name_that_only_hints_at_7_oh_is_answered_on_it() -> None:
    text = OF_7_OH.replace("7-OH tablets", "The new pressed sevens").replace("7-OH", "these sevens")

    assert judge(text, "kratom").foremost[:1] == ("just-strong-kratom",)
    assert judge(text, "kratom", "7-oh").topic == "7-oh"
    assert judge("off to the rugby sevens with my dad on Sunday", "kratom") == LEFT_AT_THE_GATE


def test_a_topic_that_is_off_gets_a_verdict_of_its_own_without_a_close_look() -> None:
    verdict = judge(OF_TIANEPTINE, "kratom")

    assert (verdict.topic, verdict.claims, verdict.signals) == ("tianeptine", (), ())
    assert not verdict.measured


def test_a_topic_that_is_on_is_judged_though_one_that_is_off_is_named_more() -> None:
    text = OF_TIANEPTINE + " Far better than kratom."

    assert judge(text, "kratom").topic == "kratom"
    assert judge(text, "kratom", "tianeptine").topic == "tianeptine"


def test_a_hint_yields_to_a_name() -> None:
    text = "Kava is a herb that calms the nerves. Kava helps you sleep, kava is not addictive, kava is safe."

    assert judge(text, "kratom").topic == "kava"
    assert judge(text.replace("Kava", "It").replace("kava", "it"), "kratom").topic in {"kratom", None}


def test_cannabis_counts_only_beside_opioids_or_withdrawal() -> None:
    assert judge("weed and a film tonight, best Friday in a while", "cannabis") == LEFT_AT_THE_GATE
    assert judge("weed got me through the worst withdrawal of my life", "cannabis").topic == "cannabis"


@pytest.mark.parametrize("text", [OF_7_OH, OF_THE_LEAF, OF_TIANEPTINE])
def test_a_claim_made_in_two_sentences_counts_twice(text: str) -> None:
    once = {claim.id: claim.times for claim in judge(text, "kratom", "tianeptine").claims}
    twice = {claim.id: claim.times for claim in judge(f"{text} {text}", "kratom", "tianeptine").claims}

    assert once.keys() == twice.keys()
    assert all(twice[each] == 2 * once[each] for each in once if each != "just-strong-kratom")
