"""What the operator withdrew.

Why: a number that is dead or dangerous must go from a running fleet at once, without a release.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the table; nothing is withdrawn."""
    op.create_table(
        "withdrawals",
        sa.Column("scope", sa.String(16), primary_key=True),
        sa.Column("subject", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(500)),
    )
