"""What a moderator types to name a webhook: ids and links are read, anything else is not guessed at."""

import pytest

from bot.posts.webhook_source import MessageLink, source_in

GUILD, CHANNEL, MESSAGE = 100000000000000001, 2000000000000000002, 3000000000000000003
LINK = MessageLink(GUILD, CHANNEL, MESSAGE)
PATH = f"/channels/{GUILD}/{CHANNEL}/{MESSAGE}"


@pytest.mark.parametrize("text", [str(GUILD), f"  {GUILD}\n"])
def test_a_bare_number_is_a_webhooks_id(text: str) -> None:
    assert source_in(text) == GUILD


@pytest.mark.parametrize(
    "text",
    [
        f"https://discord.com{PATH}",
        f"https://ptb.discord.com{PATH}",
        f"https://canary.discord.com{PATH}/",
        f"https://discordapp.com{PATH}",
        f" <https://discord.com{PATH}> ",
        f"https://www.discord.com{PATH}?from=phone",
    ],
)
def test_a_message_link_is_read_however_the_client_writes_it(text: str) -> None:
    assert source_in(text) == LINK


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PluralKit",
        "1234",
        "1" * 21,
        "9" * 20,
        str(1 << 63),
        f"https://discord.com/channels/{GUILD}/{CHANNEL}/{'9' * 20}",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨",
        f"{GUILD} {CHANNEL}",
        f"https://discord.com/channels/{GUILD}/{CHANNEL}",
        f"https://discord.com/channels/@me/{CHANNEL}/{MESSAGE}",
        f"https://discord.com.example.org{PATH}",
        f"https://notdiscord.com{PATH}",
        f"http://discord.com{PATH}",
        f"look: https://discord.com{PATH}",
        f"https://discord.com/api/webhooks/{GUILD}/a-secret",
    ],
)
def test_anything_else_names_nothing(text: str) -> None:
    assert source_in(text) is None
