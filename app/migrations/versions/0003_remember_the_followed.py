"""remember_the_followed"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("consultation") as consultation:
        consultation.add_column(sa.Column("follows_slug", sa.String(80), nullable=True))
