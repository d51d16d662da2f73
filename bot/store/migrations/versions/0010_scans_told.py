"""What a scan's report tells beside its counts.

Why: a scan that broke off for a reason nobody foresaw ends with a code that its report and the operator's log
share.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0006"


def upgrade() -> None:
    """Add the code."""
    op.add_column("scans", sa.Column("code", sa.String(8)))
