"""Letters that wait to be carried; a letter that has arrived leaves no trace."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime


class Letter(Base):
    """One message to one address. `try_at` is empty once it has been given up.

    `handed_at` is set while a process hands it over. Should that die, nobody knows whether it arrived.
    """

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    occasion: Mapped[str] = mapped_column(sa.String(40))  # the folder of its templates
    address: Mapped[str] = mapped_column(sa.String(254), index=True)
    language: Mapped[str] = mapped_column(sa.String(10))  # the recipient's; empty: English
    data: Mapped[dict[str, Any]] = mapped_column(sa.JSON)  # what its templates say
    posted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    try_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    handed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
