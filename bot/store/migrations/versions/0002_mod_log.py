"""The mod-log entry of a case, and the troubles that moderators were told of.

Why: what a cool-down silences is counted on an entry that stands already, and a missing permission is told
once, both also after a restart.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add where a case's entry stands, whether one is due, and the troubles."""
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("entry_due", sa.Boolean, nullable=False, server_default=sa.text("0")))
        cases.add_column(sa.Column("entry_channel_id", sa.BigInteger))
        cases.add_column(sa.Column("entry_id", sa.BigInteger))
    op.create_table(
        "troubles",
        sa.Column("channel_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("missing", sa.String(255), nullable=False),
    )
