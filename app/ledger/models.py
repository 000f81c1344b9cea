"""Events: append-only."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime


class Event(Base):
    """The trace of one act: who did what to which thing, when."""

    __tablename__ = "event"
    __table_args__ = (sa.Index("ix_event_consultation_id_id", "consultation_id", "id"),)  # read on from one

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    act: Mapped[str] = mapped_column(sa.String(40))
    subject: Mapped[str] = mapped_column(sa.String(60))  # "position:12"
    consultation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("consultation.id"))
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    data: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
