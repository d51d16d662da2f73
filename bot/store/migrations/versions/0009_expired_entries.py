"""Mod-log entries whose case has expired and which still hold its quotes.

Why: everything of a case expires, also what its entry shows. A case can go at once; its entry is a message
that Discord lets a bot change only so often, so the entries wait here for their turn.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the entries that are to be struck; they hold ids alone."""
    op.create_table(
        "expired_entries",
        sa.Column("entry_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
    )
