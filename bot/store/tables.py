"""The tables, as the newest migration leaves them, with whose each is and how long. Tests hold both."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    text,
)

from bot.store.keeping import Owner, kept


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store as UTC without a zone. Raises ValueError for a moment without one."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return as UTC with its zone."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData()

installation = Table(
    "installation",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", String(255), nullable=False),
    info=kept(Owner.INSTALLATION, until="the installation is given up"),
)
"""Facts about this installation, such as which commands Discord was last given."""

withdrawals = Table(
    "withdrawals",
    metadata,
    Column("scope", String(16), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("reason", String(500)),
    info=kept(Owner.INSTALLATION, until="the operator restores it"),
)
"""What the operator withdrew from notes and answers. subject: id of a resource or topic, empty for all.

reason: in the operator's words, for the operator alone.
"""

guilds = Table(
    "guilds",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chosen", JSON, nullable=False),
    Column("confirmed_at", UtcTime),
    Column("greeted_at", UtcTime),
    Column("suggested_at", UtcTime),
    Column("left_at", UtcTime),
    info=kept(Owner.SERVER, until="7 days after Signpost left"),
)
"""A server. chosen: its own settings, as ServerSettings writes them, without those at their default.

confirmed_at: when a manager confirmed the set-up. greeted_at: when it was told what Signpost does.
suggested_at: when another mode was suggested last. left_at: when Signpost was removed.
"""

channels = Table(
    "channels",
    metadata,
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("mode", String(16), nullable=False),
    info=kept(Owner.SERVER, until="the channel follows its server again, or 7 days after Signpost left"),
)
"""Channels whose mode differs from their server's."""

cases = Table(
    "cases",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False, unique=True),
    Column("topic", String(32), nullable=False),
    Column("score", Float, nullable=False),
    Column("claims", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("opened_at", UtcTime, nullable=False, index=True),
    Column("notes_sent", Integer, nullable=False, default=0),
    Column("covered_by", Integer, ForeignKey("cases.id", ondelete="SET NULL"), index=True),
    Column("entry_due", Boolean, nullable=False, default=False),
    Column("entry_channel_id", BigInteger),
    Column("entry_id", BigInteger),
    Column("ruling", String(16)),
    Column("ruled_by", BigInteger),
    Column("ruled_at", UtcTime),
    Column("edited_at", UtcTime),
    Column("pieces", Integer, nullable=False, default=1),
    Column("strike_due", Boolean, nullable=False, default=False),
    Column("judge_due", Boolean, nullable=False, default=False),
    Column("parent_id", BigInteger, index=True),
    Column("counted_on", Integer, ForeignKey("cases.id", ondelete="SET NULL"), index=True),
    Column("waits_until", UtcTime, index=True),
    Index("cases_cooldown", "channel_id", "topic", "state"),
    Index("cases_ruled", "guild_id", "ruling"),
    info=kept(Owner.SERVER, until="the retention is over"),
    sqlite_autoincrement=True,
)
"""A stored decision on a post. claims: ids. covered_by: the case whose note stands for this one.

ruling: of the moderator ruled_by, if there was one. edited_at: the last edit of the post that was judged.
pieces: messages that were judged together. strike_due: the entry, recorded or not, still holds quotes that
have to go. judge_due: one of its messages changed or went, and what is left has to be judged. parent_id: the
channel that a thread or forum post hangs in. counted_on: the case whose entry counts this near copy, which
has none of its own. waits_until: when a case that waits for release expires.
Its number is never given again, so that what still names a deleted case never means another.
"""

pieces = Table(
    "pieces",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", Integer, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    info=kept(Owner.SERVER, until="the message is deleted, or its case goes"),
)
"""Messages that a case is of beside its first one, and that are not known to be deleted."""

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("case_id", Integer, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("hashes", LargeBinary, nullable=False),
    info=kept(Owner.SERVER, until="the post is deleted, or its case goes"),
)
"""Keyed fingerprints of a case's post, at most MOST_KEPT, 8 bytes each; they go with their case."""

notes = Table(
    "notes",
    metadata,
    Column("note_id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", Integer, ForeignKey("cases.id", ondelete="SET NULL"), index=True),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("topic", String(32), nullable=False),
    Column("resource_ids", JSON, nullable=False),
    Column("text_version", String(32), nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("withdrawal_due", Boolean, nullable=False, default=False),
    Index("notes_post", "message_id"),
    Index("notes_cooldown", "channel_id", "topic", "sent_at"),
    info=kept(Owner.SERVER, until="the note is gone"),
)
"""A note that stands in a channel; lives until the note is gone, also after its case expired.

withdrawal_due: its post was deleted or edited clean, so that it has to go.
"""

expired_entries = Table(
    "expired_entries",
    metadata,
    Column("entry_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    info=kept(Owner.SERVER, until="the entry is struck"),
)
"""Mod-log entries of expired cases, until their quotes are struck. channel_id: the log's."""

troubles = Table(
    "troubles",
    metadata,
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("missing", String(255), nullable=False),
    info=kept(Owner.SERVER, until="the trouble is over, or 7 days after Signpost left"),
)
"""Missing permissions that the moderators were told of, so that they are told once."""

exemptions = Table(
    "exemptions",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("exempt_id", BigInteger, primary_key=True, autoincrement=False),
    info=kept(Owner.SERVER, until="the exemption ends, or 7 days after Signpost left"),
)
"""Roles, channels and categories that a server exempts."""

exempt_members = Table(
    "exempt_members",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(16), primary_key=True),
    info=kept(Owner.SERVER, until="the exemption ends, or 7 days after Signpost left"),
)
"""Members that a server exempts, as keyed hashes: never an id, and not the same in two servers."""

webhooks = Table(
    "webhooks",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("webhook_id", BigInteger, primary_key=True, autoincrement=False),
    info=kept(Owner.SERVER, until="the webhook is no longer read, or 7 days after Signpost left"),
)
"""Webhooks whose messages a server has read."""

scans = Table(
    "scans",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger),
    Column("since", UtcTime),
    Column("last", Integer),
    Column("notes", Boolean, nullable=False),
    Column("reckoned", Integer, nullable=False),
    Column("reckoned_most", Integer),
    Column("state", String(16), nullable=False),
    Column("asked_by", BigInteger, nullable=False),
    Column("asked_at", UtcTime, nullable=False, index=True),
    Column("until_id", BigInteger),
    Column("ended_at", UtcTime),
    Column("ended_by", BigInteger),
    Column("fault", String(32)),
    Column("code", String(8)),
    Column("posts_read", Integer, nullable=False, default=0),
    Column("posts_found", Integer, nullable=False, default=0),
    Column("report_due", Boolean, nullable=False, default=False),
    Column("report_channel_id", BigInteger),
    Column("report_id", BigInteger),
    Index(
        "scans_one_a_server",
        "guild_id",
        unique=True,
        sqlite_where=text("state = 'running'"),
        postgresql_where=text("state = 'running'"),
    ),
    info=kept(Owner.SERVER, until="the retention is over"),
    sqlite_autoincrement=True,
)
"""A scan of old posts that a manager asked for. channel_id: empty means the whole server.

until_id: the press that started it; what came later is judged live. report: its message in the mod log.
code: of a fault that nobody foresaw, as the operator's log has it.
"""

scan_places = Table(
    "scan_places",
    metadata,
    Column("scan_id", Integer, ForeignKey("scans.id", ondelete="CASCADE"), primary_key=True),
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("cursor", BigInteger, nullable=False),
    Column("finished", Boolean, nullable=False),
    Column("skipped", String(32)),
    info=kept(Owner.SERVER, until="their scan goes"),
)
"""How far a scan is in a channel, thread or forum post. cursor: the last message judged."""

scan_unread = Table(
    "scan_unread",
    metadata,
    Column("scan_id", Integer, ForeignKey("scans.id", ondelete="CASCADE"), primary_key=True),
    Column("why", String(16), primary_key=True),
    Column("posts", Integer, nullable=False),
    info=kept(Owner.SERVER, until="their scan goes"),
)
"""Posts of a scan with files that could not be read, by the reason."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("at", UtcTime, nullable=False, index=True),
    Column("by", BigInteger),
    Column("deed", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("before", JSON),
    Column("after", JSON),
    Index("audit_listed", "guild_id", "id"),
    Index("audit_of_one", "guild_id", "deed", "subject", "id"),
    info=kept(Owner.SERVER, until="the retention is over"),
)
"""Who did what: by is a moderator's id, empty for what Signpost did by itself.

subject: a setting's name, a case's number, a channel's id, as the deed says. before, after: values.
"""

opt_outs = Table(
    "opt_outs",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(16), primary_key=True),
    info=kept(Owner.MEMBER, until="the member opts in again"),
)
"""Members who do not want to be read in a server, as keyed hashes: never an id."""

contests = Table(
    "contests",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("case_id", Integer, ForeignKey("cases.id", ondelete="SET NULL"), index=True),
    Column("at", UtcTime, nullable=False, index=True),
    info=kept(Owner.SERVER, until="the retention is over"),
)
"""That a note was contested; neither by whom nor in which words."""

readings = Table(
    "readings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Date, primary_key=True),
    Column("posts", Integer, nullable=False),
    info=kept(Owner.SERVER, until="7 days after Signpost left"),
)
"""Posts that were read in a server. week: its Monday, in UTC."""
