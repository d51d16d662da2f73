"""Which claim of a pitch its note answers."""

from pathlib import Path

import pytest

from bot.posts import Post
from bot.recognition import Recogniser
from bot.recognition.cascade import CLAIMS, MODELS
from bot.recognition.claim_ranking import ClaimRanking
from bot.recognition.linear import LinearModel, ModelError

KNOWN = frozenset({"pain", "mood", "pregnancy"})
RANKING = ClaimRanking(
    {
        "pain": LinearModel(-1.0, {"back": (1.0, 3.0)}),
        "mood": LinearModel(-1.0, {"sleep": (1.0, 2.5)}),
        "dopamine": LinearModel(5.0, {"brain": (1.0, 1.0)}),
    }
)


def test_the_likeliest_claim_comes_first() -> None:
    assert RANKING.ranked("my back and no sleep", (), KNOWN) == ("pain", "mood")


def test_a_claim_that_its_models_think_unlikely_is_none() -> None:
    assert RANKING.ranked("a leaf from far away", (), KNOWN) == ()


def test_a_claim_in_so_many_words_gains_by_it() -> None:
    assert RANKING.ranked("my back and no sleep", ("mood",), KNOWN)[0] == "mood"


def test_a_claim_that_no_model_knows_counts_where_rules_find_it() -> None:
    assert RANKING.ranked("a leaf from far away", ("pregnancy",), KNOWN) == ("pregnancy",)


def test_a_claim_of_another_topic_is_none() -> None:
    assert "dopamine" not in RANKING.ranked("the brain", (), KNOWN)


@pytest.mark.parametrize(
    ("broken", "words"),
    [(None, "cannot be read"), ("pain\tback\t1.0", "cannot be read"), ("pain\tback\t1\t2\n", "'pain'")],
)
def test_a_broken_file_is_named(tmp_path: Path, broken: str | None, words: str) -> None:
    file = tmp_path / "claims.tsv"
    if broken is not None:
        file.write_text(broken, encoding="utf-8")

    with pytest.raises(ModelError, match=words):
        ClaimRanking.load(file)


def test_every_model_is_of_a_claim_that_kratom_has() -> None:
    topic = next(each for each in Recogniser.standard().topics if each.id == "kratom")

    models = ClaimRanking.load(MODELS / "kratom" / CLAIMS).models

    assert models.keys() <= {claim.id for claim in topic.claims}
    assert {"not-addictive", "safer-than-medication", "hair-grows-back", "dosing"} <= models.keys()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Kratom will not hook anyone. People take it daily for years and put it down on a Monday with no "
            "second thought: there is nothing addictive in it, whatever they print.",
            "not-addictive",
        ),
        (
            "Kratom is safer than methadone and kinder than Suboxone. Compared with those pills it is the "
            "better choice by far: a gentle alternative to harsh prescription drugs.",
            "safer-than-medication",
        ),
        (
            "Begin with two grams of kratom on an empty stomach, wait forty minutes, add one more gram if "
            "needed, and never pass six grams in a day. Split the dose in the evening.",
            "dosing",
        ),
        (
            "Hair thinning on kratom is nothing to fear: it is temporary, and the hair grows back thicker "
            "within a few months once the body is used to the leaf.",
            "hair-grows-back",
        ),
    ],
)
def test_a_pitch_of_one_claim_is_answered_on_that_claim(text: str, claim: str) -> None:
    verdict = Recogniser.standard().judge(Post.of_text(text))

    assert verdict.foremost[0] == claim
