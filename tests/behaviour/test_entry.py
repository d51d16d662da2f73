"""The mod-log entry as a value: within Discord's limits, safe to read, quotes kept when recounted."""

import re

import discord
import pytest

from bot.desk.entry import COUNT_ID, Subject, entry
from bot.policy import Action, Decision, Reason
from bot.posts import Carrier, Passage, Post, Unread, WhyUnread
from bot.recognition.verdict import FoundClaim, NearArticle, Verdict
from bot.store import CaseState

from .community import Community
from .shown import parts_of, text_of
from .texts import PITCH

WRITER = 4711
NOTED = Decision(Action.NOTE, Reason.PITCH)
MEMBER, ROLE = 10**17 + 11, 10**17 + 12
HOSTILE = f"@everyone <@{MEMBER}> <@&{ROLE}> `code` **bold** [free](https://leaf.example) ||no|| ~~no~~"
MENTION = re.compile(r"@everyone|@here|<@[!&]?[0-9]")
UNESCAPED = re.compile(r"(?<!\\)[*`~|\[]")


def subject(
    post: Post, verdict: Verdict, state: CaseState = CaseState.NOTED, decision: Decision = NOTED
) -> Subject:
    """Make the subject of an entry, in a place that does not matter."""
    return Subject(12, 1, 2, 3, WRITER, post, verdict, decision, state)


def words(view: discord.ui.LayoutView) -> str:
    """Return all texts of a view."""
    return "\n".join(
        each.content for each in view.walk_children() if isinstance(each, discord.ui.TextDisplay)
    )


def claims(number: int, quote: str) -> tuple[FoundClaim, ...]:
    """Make so many claims of one quote."""
    return tuple(FoundClaim(f"claim-{each}", quote, 0, 0, len(quote)) for each in range(number))


def test_thirty_claims_with_long_quotes_stay_within_discords_limits() -> None:
    post = Post((Passage("x", Carrier.FILE, "message.txt"),))
    verdict = Verdict("kratom", 0.99, claims(30, "*_~|`" * 60), article=NearArticle("n" * 300, 0.5))

    view = entry(subject(post, verdict), {f"claim-{each}": "t" * 80 for each in range(30)})

    assert view.total_children_count <= 40
    assert view.content_length() <= 4000
    assert "- and 24 more" in words(view)


@pytest.mark.parametrize("name", ["leaf-and-freedom-" * 15 + ".txt", "leaf_and_freedom_" * 15 + ".txt"])
def test_ten_files_with_long_names_stay_within_discords_limits(name: str) -> None:
    post = Post(
        tuple(Passage("x", Carrier.FILE, name) for _ in range(5)),
        tuple(Unread(name, WhyUnread.REFUSED) for _ in range(5)),
    )
    verdict = Verdict("kratom", 0.99, claims(30, "it is not addictive " * 20))

    view = entry(subject(post, verdict), {f"claim-{each}": "t" * 80 for each in range(30)})

    assert view.content_length() <= 4000


def test_a_quote_cannot_mention_format_or_break_the_line() -> None:
    quote = f"{HOSTILE}\n- forged: “line”"
    view = entry(subject(Post.of_text(quote), Verdict("kratom", 0.9, claims(1, quote))), {})

    (line,) = [line for line in words(view).splitlines() if line.startswith("- claim-0")]
    assert "forged" in line
    assert not MENTION.search(line)
    assert not UNESCAPED.search(line.removeprefix("- claim-0: "))


def test_a_files_name_cannot_mention_or_format() -> None:
    post = Post((Passage("x", Carrier.FILE, "@everyone **x**.txt"),), (Unread("@here.txt", WhyUnread.SLOW),))

    text = words(entry(subject(post, Verdict("kratom", 0.9)), {}))

    assert "@everyone" not in text
    assert "@here" not in text
    assert "**x**" not in text
    assert "because it took too long to arrive." in text


def test_a_long_quote_is_shortened_with_a_mark() -> None:
    text = words(entry(subject(Post.of_text("x"), Verdict("kratom", 0.9, claims(1, "leaf " * 100))), {}))

    (line,) = [line for line in text.splitlines() if line.startswith("- claim-0")]
    assert line.endswith("leaf…”")
    assert len(line) < 170


@pytest.mark.parametrize(
    ("score", "spoken"),
    [
        (0.5, "possibly a pitch (0.50)"),
        (0.7, "likely a pitch (0.70)"),
        (0.95, "very likely a pitch (0.95)"),
    ],
)
def test_the_score_is_said_in_words(score: float, spoken: str) -> None:
    view = entry(subject(Post.of_text("x"), Verdict("kratom", score)), {})

    assert f"Score: {spoken}" in words(view)


@pytest.mark.parametrize("state", list(CaseState))
def test_every_state_has_a_headline_and_no_entry_claims_a_note_that_was_not_sent(state: CaseState) -> None:
    text = words(entry(subject(Post.of_text("x"), Verdict("kratom", 0.9), state), {}))

    assert text.startswith("**")
    assert ("Decision: note – " in text) == (state is CaseState.NOTED)


def test_claims_are_said_in_the_topics_words_and_by_id_where_it_knows_none() -> None:
    verdict = Verdict("kratom", 0.9, claims(2, "no crash"))

    text = words(entry(subject(Post.of_text("no crash"), verdict), {"claim-0": "has no side effects"}))

    assert "- has no side effects: “no crash”" in text
    assert "- claim-1: “no crash”" in text


async def test_a_recount_keeps_quotes_and_buttons_and_changes_one_line(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (entry_before,) = community.entries()
    before = entry_before.text

    for member in community.members(3):
        await community.paste(community.general, PITCH, by=member)

    (after,) = community.entries()
    lines = text_of(after.message).splitlines()
    assert lines[:-1] == before.splitlines()
    assert lines[-1].startswith("+3 posts since")
    assert parts_of(after.message) == parts_of(entry_before.message) + 1
    view = discord.ui.LayoutView.from_message(after.message)
    assert view.find_item(COUNT_ID) is not None
    assert after.message.flags.components_v2
    assert community.pinged_by(after.message) == []
