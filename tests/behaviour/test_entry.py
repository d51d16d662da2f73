"""The mod-log entry as a value: within Discord's limits, safe to read, quotes kept when recounted."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import discord
import pytest

from bot.desk.entry import COUNT_ID, MOST_LINKS, Subject, entry, struck
from bot.policy import Action, Decision, Reason
from bot.posts import Carrier, Passage, Post, Unread, WhyUnread
from bot.recognition.verdict import FoundClaim, NearArticle, Verdict
from bot.store import Case, CaseState, Ruling, SilencedPost

from .community import Community
from .shown import parts_of, text_of
from .texts import PITCH

WRITER = 4711
NOTED = Decision(Action.NOTE, Reason.PITCH)
MEMBER, ROLE = 10**17 + 11, 10**17 + 12
HOSTILE = f"@everyone <@{MEMBER}> <@&{ROLE}> `code` **bold** [free](https://leaf.example) ||no|| ~~no~~"
HIGHEST = 2**63 - 1
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


def ruled_case() -> Case:
    """Make a case that was edited clean and confirmed, with the longest numbers."""
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    return Case(
        id=10**9,
        guild_id=HIGHEST,
        channel_id=HIGHEST,
        message_id=HIGHEST,
        topic="kratom",
        score=0.9,
        claims=(),
        state=CaseState.WITHDRAWN,
        reason=Reason.PITCH,
        opened_at=noon,
        notes_sent=1,
        covered_by=None,
        entry_due=False,
        entry_channel_id=HIGHEST,
        entry_id=HIGHEST,
        ruling=Ruling.CONFIRMED,
        ruled_by=HIGHEST,
        ruled_at=noon,
        edited_at=None,
        pieces=1,
        strike_due=False,
        judge_due=False,
        parent_id=None,
        counted_on=None,
        waits_until=None,
    )


def test_thirty_claims_with_long_quotes_stay_within_discords_limits() -> None:
    post = Post((Passage("x", Carrier.FILE, "message.txt"),))
    verdict = Verdict("kratom", 0.99, claims(30, "*_~|`" * 60), article=NearArticle("n" * 300, 0.5))

    view = entry(subject(post, verdict), {f"claim-{each}": "t" * 80 for each in range(30)})

    assert view.total_children_count <= 40
    assert view.content_length() <= 4000
    assert re.search(r"- and 2\d more$", words(view), re.MULTILINE)


@pytest.mark.parametrize("sign", ["*", "]", "[", "\N{HERB}\N{LEAF FLUTTERING IN WIND}"])
def test_the_longest_entry_has_room_for_its_count_and_ruling(sign: str) -> None:
    name = sign * 80
    passages = tuple(
        Passage("x" * 2_000_000, Carrier.FILE, f"{each}{name}", cut=True, forwarded=True) for each in range(9)
    )
    post = Post(passages, tuple(Unread(f"{each}{name}", WhyUnread.USED_UP) for each in range(9)), pieces=9)
    found = tuple(
        FoundClaim(f"claim-{each}", sign * 300, each % 9, 1_900_000, 1_900_300) for each in range(19)
    )
    verdict = Verdict("kratom", 0.99, found, article=NearArticle(name * 9, 0.5))
    decision = Decision(Action.NOTE, max(Reason, key=lambda reason: len(reason.value)))
    longest = Subject(10**9, HIGHEST, HIGHEST, HIGHEST, HIGHEST, post, verdict, decision, CaseState.REFUSED)

    view = entry(longest, {f"claim-{each}": "t" * 80 for each in range(19)})

    added = words(struck(ruled_case(), 10**6, [SilencedPost(HIGHEST, HIGHEST)] * MOST_LINKS)).splitlines()[3:]
    assert [line.split()[0] for line in added] == ["+1000000", "**Confirmed**"]
    in_utf16 = len("\n".join([words(view), *added]).encode("utf-16-le")) // 2
    assert in_utf16 <= 4000
    assert re.search(r"“.+”", words(view)), "no claim at all is shown"
    assert re.search(r"- and \d+ more$", words(view), re.MULTILINE)


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


@pytest.mark.parametrize(
    "linked",
    [
        "[a](https://a.example) and [b](https://b.example)",
        "[a](<https://a.example>) **loud** [b](https://b.example 'title')",
        r"\[a](https://a.example) [[b]](https://b.example)",
    ],
)
def test_no_link_in_a_quote_or_a_files_name_can_be_pressed(linked: str) -> None:
    post = Post((Passage("x", Carrier.FILE, linked),), (Unread(linked, WhyUnread.SLOW),))
    text = words(entry(subject(post, Verdict("kratom", 0.9, claims(1, linked))), {}))

    foreign = text.replace(text.splitlines()[1].split(" by ")[0], "")
    assert "a.example" in foreign
    assert "](" not in foreign
    assert "**loud**" not in foreign


def test_no_sign_in_a_quote_or_a_files_name_turns_its_line_round() -> None:
    signs = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
    name = f"leaf{signs}fdp.exe"
    post = Post((Passage("x", Carrier.FILE, name),), (Unread(name, WhyUnread.SLOW),))

    text = words(entry(subject(post, Verdict("kratom", 0.9, claims(1, f"not{signs} addictive"))), {}))

    assert not set(signs) & set(text)
    assert "leaffdp.exe" in text
    assert "not addictive" in text


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


@pytest.mark.parametrize(
    ("start", "said"), [(0, "in book.txt, at its beginning"), (3_200, "from 3\u202f200 characters on")]
)
def test_an_entry_says_where_in_a_long_file_a_claim_stands(start: int, said: str) -> None:
    post = Post((Passage("leaf " * 1_000, Carrier.FILE, "book.txt"),))
    verdict = Verdict("kratom", 0.9, (FoundClaim("pain", "leaf", 0, start, start + 4),))

    assert f"{said})" in words(entry(subject(post, verdict), {}))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (0, "Its quotes and the writer's name went with it."),
        (1, "Its note, its quotes and the writer's name go with it."),
    ],
)
def test_the_entry_of_a_deleted_post_speaks_of_a_note_only_where_there_was_one(sent: int, said: str) -> None:
    case = replace(ruled_case(), state=CaseState.DELETED, notes_sent=sent)

    assert said in words(struck(case, 0, ())).splitlines()


def test_a_post_of_several_messages_that_changed_is_not_said_to_be_edited() -> None:
    one, several = ruled_case(), replace(ruled_case(), pieces=3)

    assert "The post was edited" in words(struck(one, 0, ()))
    assert "One of its messages was edited or deleted" in words(struck(several, 0, ()))


@pytest.mark.parametrize("state", [CaseState.DELETED, CaseState.DELETED_FIRST])
def test_what_is_gone_offers_no_ruling_and_is_on_no_list(state: CaseState) -> None:
    view = struck(replace(ruled_case(), state=state), 0, ())

    assert "it left this server's list" in words(view)
    assert not any(isinstance(each, discord.ui.Button) for each in view.walk_children())


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
