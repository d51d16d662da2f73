"""Settings of servers and channels, cases and notes.

Why: the smallest store that keeps two promises: a case is written before its note, a post has one case.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "installation",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("value", sa.String(255), nullable=False),
    )
    op.create_table(
        "guilds",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("mode", sa.String(16)),
        sa.Column("mod_log_id", sa.BigInteger),
        sa.Column("cooldown_seconds", sa.Integer),
        sa.Column("threshold", sa.Float),
    )
    op.create_table(
        "channels",
        sa.Column("channel_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("mode", sa.String(16), nullable=False),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False, unique=True),
        sa.Column("topic", sa.String(32), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("claims", sa.JSON, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("opened_at", sa.DateTime, nullable=False, index=True),
        sa.Column("notes_sent", sa.Integer, nullable=False),
        sa.Column("covered_by", sa.Integer, sa.ForeignKey("cases.id", ondelete="SET NULL"), index=True),
        sa.Index("cases_cooldown", "channel_id", "topic", "state"),
    )
    op.create_table(
        "notes",
        sa.Column("note_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("case_id", sa.Integer, sa.ForeignKey("cases.id", ondelete="SET NULL"), index=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("topic", sa.String(32), nullable=False),
        sa.Column("resource_ids", sa.JSON, nullable=False),
        sa.Column("text_version", sa.String(32), nullable=False),
        sa.Column("sent_at", sa.DateTime, nullable=False),
        sa.Index("notes_cooldown", "channel_id", "topic", "sent_at"),
    )
