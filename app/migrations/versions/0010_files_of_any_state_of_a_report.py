"""files_of_any_state_of_a_report"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

DOWNLOAD = sa.table("download", sa.column("id", sa.Integer), sa.column("wish", sa.JSON))


def upgrade() -> None:
    connection = op.get_bind()
    for number, wish in connection.execute(sa.select(DOWNLOAD.c.id, DOWNLOAD.c.wish)).all():
        named = {key: value for key, value in wish.items() if key not in ("version", "since")}
        named["state"] = str(wish["version"] or "now")
        named["since"] = str(wish["since"] or "")
        connection.execute(sa.update(DOWNLOAD).where(DOWNLOAD.c.id == number).values(wish=named))
