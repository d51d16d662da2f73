"""Who and what a server does not have read, and which webhooks it has.

Why: a staff room or a partner's posts need no note; what PluralKit or a bridge posts for people may.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the exemptions, members among them as keyed hashes only, and the webhooks that are read."""
    with op.batch_alter_table("guilds") as guilds:
        guilds.add_column(sa.Column("reads_pluralkit", sa.Boolean))
    op.create_table(
        "exemptions",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("exempt_id", sa.BigInteger, primary_key=True, autoincrement=False),
    )
    op.create_table(
        "exempt_members",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary(16), primary_key=True),
    )
    op.create_table(
        "webhooks",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("webhook_id", sa.BigInteger, primary_key=True, autoincrement=False),
    )
