"""Scans of old posts, and how far each is in which channel.

Why: a scan takes minutes to hours. It goes on where it was after a restart, and one runs in a server at a
time.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the scans and their cursors, which go with their scan."""
    op.create_table(
        "scans",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("channel_id", sa.BigInteger),
        sa.Column("since", sa.DateTime),
        sa.Column("last", sa.Integer),
        sa.Column("notes", sa.Boolean, nullable=False),
        sa.Column("reckoned", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("asked_by", sa.BigInteger, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False, index=True),
        sa.Column("until_id", sa.BigInteger),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("ended_by", sa.BigInteger),
        sa.Column("fault", sa.String(32)),
        sa.Column("posts_read", sa.Integer, nullable=False),
        sa.Column("posts_found", sa.Integer, nullable=False),
        sa.Column("report_due", sa.Boolean, nullable=False),
        sa.Column("report_channel_id", sa.BigInteger),
        sa.Column("report_id", sa.BigInteger),
    )
    running = sa.text("state = 'running'")
    op.create_index(
        "scans_one_a_server",
        "scans",
        ["guild_id"],
        unique=True,
        sqlite_where=running,
        postgresql_where=running,
    )
    op.create_table(
        "scan_places",
        sa.Column("scan_id", sa.Integer, sa.ForeignKey("scans.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("channel_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("cursor", sa.BigInteger, nullable=False),
        sa.Column("finished", sa.Boolean, nullable=False),
        sa.Column("skipped", sa.String(32)),
    )
