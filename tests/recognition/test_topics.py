import pytest

from bot.knowledge.topics import TopicError, built_in, parse_topic
from bot.posts.post import Post
from bot.recognition import Recogniser

GOOD = """
id = "moss"
title = "moss"
names = ["moss tea"]

[[claims]]
id = "pain"
title = "relieves pain"
strength = 1.0
says = ["relief pain"]
"""


def test_the_built_in_topics_load_and_compile() -> None:
    assert [topic.id for topic in built_in()] == ["kratom"]
    assert Recogniser.standard() is Recogniser.standard()


def test_a_topic_of_ones_own_is_judged_like_the_built_in_one() -> None:
    recogniser = Recogniser([parse_topic(GOOD, "moss.toml")])

    verdict = recogniser.judge(Post.of_text("Moss tea relieves pain."))

    assert verdict.topic == "moss"
    assert [claim.id for claim in verdict.claims] == ["pain"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("names = [", "nmes = ["), "nmes"),
        (('id = "pain"', 'id = "Pain!"'), "claims.0.id"),
        (("strength = 1.0", "strength = 9"), "claims.0.strength"),
        (('title = "moss"', "title ="), "line 3"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_place(change: tuple[str, str], complaint: str) -> None:
    with pytest.raises(TopicError, match=complaint) as refused:
        parse_topic(GOOD.replace(*change), "moss.toml")

    assert str(refused.value).startswith("moss.toml: ")


def test_a_claim_given_twice_is_refused() -> None:
    with pytest.raises(TopicError, match="more than one claim is called pain"):
        parse_topic(GOOD + GOOD[GOOD.index("[[claims]]") :], "moss.toml")


def test_a_pattern_that_names_no_word_class_is_refused() -> None:
    topic = parse_topic(GOOD.replace("relief pain", "relief payn"), "moss.toml")

    with pytest.raises(ValueError, match="'payn' in 'relief payn' is not a word class"):
        Recogniser([topic])
