"""The frame of a consultation: its agenda, officers, groups, delegations, seats and documents."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.consultations.terms import (
    Adoption,
    DelegationKind,
    InvitationState,
    Participation,
    Readers,
    ReportStyle,
    SeatState,
    VotingUnit,
)
from app.core.phases import Phase, phase_at
from app.core.procedure import Procedure
from app.core.roles import Role
from app.db import Base, Settings, Term, UtcDateTime


class Consultation(Base):
    """One deliberative process with a title, an agenda, officers, dates and an end."""

    __tablename__ = "consultation"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(sa.String(80), unique=True)
    title: Mapped[str] = mapped_column(sa.String(200))
    purpose: Mapped[str] = mapped_column(sa.Text, default="")  # Markdown
    purpose_html: Mapped[str] = mapped_column(sa.Text, default="")
    symbol: Mapped[str] = mapped_column(sa.String(60), default="")  # a document symbol for the report
    place: Mapped[str] = mapped_column(sa.String(120), default="")
    held_on: Mapped[date | None] = (
        mapped_column()
    )  # the day of a meeting; online ones have opens_at, closes_at
    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # as announced
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # by an act, or once it was noticed
    timezone: Mapped[str] = mapped_column(sa.String(60), default="UTC")  # IANA name
    language: Mapped[str] = mapped_column(sa.String(10), default="en")
    phase: Mapped[Phase] = mapped_column(Term(Phase), default=Phase.DRAFT)
    called_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # begin of the last consensus call
    participation: Mapped[Participation] = mapped_column(
        Term(Participation), default=Participation.INVITATION
    )
    readers: Mapped[Readers] = mapped_column(Term(Readers), default=Readers.PUBLIC)
    voting_unit: Mapped[VotingUnit] = mapped_column(Term(VotingUnit), default=VotingUnit.DELEGATION)
    names_public: Mapped[bool] = mapped_column(default=True)  # names stand beside votes
    statement_days: Mapped[int | None] = mapped_column()  # for minority statements, after a determination
    statements_until: Mapped[datetime | None] = mapped_column(
        UtcDateTime
    )  # or else to a date, or publication
    procedure: Mapped[Procedure] = mapped_column(Settings(Procedure), default=Procedure())
    report_style: Mapped[ReportStyle] = mapped_column(Term(ReportStyle), default=ReportStyle.NUMBERED)
    arrangement: Mapped[list[dict[str, str]]] = mapped_column(sa.JSON, default=list)  # the rapporteur's order
    follows_id: Mapped[int | None] = mapped_column(sa.ForeignKey("consultation.id"))
    follows_slug: Mapped[str | None] = mapped_column(sa.String(80))  # of one that is not here
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    follows: Mapped["Consultation | None"] = relationship(remote_side=[id])

    def phase_at(self, now: datetime) -> Phase:
        """The phase that holds at an instant (the closing time counts even if nobody acted on it)."""
        return phase_at(self.phase, self.closes_at, now)

    @property
    def ended_at(self) -> datetime | None:
        """When it was really closed, or else is to close."""
        return self.closed_at or self.closes_at


class AgendaItem(Base):
    """A numbered subject; becomes a section of the report."""

    __tablename__ = "agenda_item"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    title: Mapped[str] = mapped_column(sa.String(200))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    adoption: Mapped[Adoption | None] = mapped_column(Term(Adoption))  # of the agenda, under this item

    consultation: Mapped[Consultation] = relationship()


class Officer(Base):
    """Somebody who serves the meeting, as the report names them."""

    __tablename__ = "officer"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    role: Mapped[str] = mapped_column(sa.String(40))  # chair · co-chair · rapporteur · secretariat
    name: Mapped[str] = mapped_column(sa.String(120))  # "Mr. Houlin Zhao"
    short: Mapped[str] = mapped_column(sa.String(80))  # "Mr. Zhao"
    title: Mapped[str] = mapped_column(sa.String(200), default="")
    pronoun: Mapped[str] = mapped_column(
        sa.String(20), default=""
    )  # "She"; empty: the short name is repeated

    consultation: Mapped[Consultation] = relationship()


class StakeholderGroup(Base):
    """A category of interests."""

    __tablename__ = "stakeholder_group"
    __table_args__ = (
        sa.UniqueConstraint("consultation_id", "key"),
        sa.UniqueConstraint("consultation_id", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    key: Mapped[str] = mapped_column(sa.String(60))
    name: Mapped[str] = mapped_column(sa.String(120))
    representatives: Mapped[str] = mapped_column(sa.String(160))  # "Civil society representatives"

    consultation: Mapped[Consultation] = relationship()


class Delegation(Base):
    """The body one speaks for."""

    __tablename__ = "delegation"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    name: Mapped[str] = mapped_column(sa.String(160))
    kind: Mapped[DelegationKind] = mapped_column(Term(DelegationKind), default=DelegationKind.BODY)
    group_id: Mapped[int | None] = mapped_column(sa.ForeignKey("stakeholder_group.id"))
    speaks_for_group: Mapped[bool] = mapped_column(default=False)

    consultation: Mapped[Consultation] = relationship()
    group: Mapped[StakeholderGroup | None] = relationship()


class Seat(Base):
    """A person in one consultation, in one role, for one delegation or for himself or herself."""

    __tablename__ = "seat"
    __table_args__ = (
        sa.UniqueConstraint("consultation_id", "person_id"),
        sa.UniqueConstraint("consultation_id", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    role: Mapped[Role] = mapped_column(Term(Role))
    state: Mapped[SeatState] = mapped_column(Term(SeatState), default=SeatState.ACTIVE)
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))
    own_group_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("stakeholder_group.id")
    )  # without delegation
    consents_to_name: Mapped[bool] = mapped_column(default=False)  # may be named in the report
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    person: Mapped[Person] = relationship()
    delegation: Mapped[Delegation | None] = relationship()
    own_group: Mapped[StakeholderGroup | None] = relationship()

    @property
    def group(self) -> StakeholderGroup | None:
        return self.delegation.group if self.delegation else self.own_group


class Invitation(Base):
    """A seat that waits for somebody; the link's token is kept only as a digest."""

    __tablename__ = "invitation"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    email: Mapped[str] = mapped_column(sa.String(254))  # empty once its account has been erased
    token_digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    role: Mapped[Role] = mapped_column(Term(Role))
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))
    own_group_id: Mapped[int | None] = mapped_column(sa.ForeignKey("stakeholder_group.id"))
    invited_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))  # the seat it led to

    consultation: Mapped[Consultation] = relationship()
    delegation: Mapped[Delegation | None] = relationship()
    own_group: Mapped[StakeholderGroup | None] = relationship()
    seat: Mapped[Seat | None] = relationship()

    @property
    def group(self) -> StakeholderGroup | None:
        return self.delegation.group if self.delegation else self.own_group

    def state_at(self, now: datetime) -> InvitationState:
        """Whether it still holds."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        return InvitationState.WAITING if now < self.expires_at else InvitationState.EXPIRED


class Document(Base):
    """A link or an uploaded file that belongs to the consultation."""

    __tablename__ = "document"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    title: Mapped[str] = mapped_column(sa.String(200))
    presented_by: Mapped[str] = mapped_column(sa.String(120), default="")  # "the secretariat"
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))
    url: Mapped[str] = mapped_column(sa.String(2000), default="")
    filename: Mapped[str] = mapped_column(sa.String(255), default="")
    media_type: Mapped[str] = mapped_column(sa.String(120), default="")
    size: Mapped[int] = mapped_column(default=0)  # bytes
    digest: Mapped[str] = mapped_column(sa.String(64), default="")  # SHA-256; also the stored file's name
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
