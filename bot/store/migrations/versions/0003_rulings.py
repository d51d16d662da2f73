"""Rulings on cases, and the keyed fingerprints of their posts.

Why: what moderators confirm is recognised in their server when it comes back in pieces, and what they dismiss
is not brought before them again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add who ruled what and when, and the fingerprints, which go with their case."""
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("ruling", sa.String(16)))
        cases.add_column(sa.Column("ruled_by", sa.BigInteger))
        cases.add_column(sa.Column("ruled_at", sa.DateTime))
        cases.create_index("cases_ruled", ["guild_id", "ruling"])
    op.create_table(
        "fingerprints",
        sa.Column("case_id", sa.Integer, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("hashes", sa.LargeBinary, nullable=False),
    )
