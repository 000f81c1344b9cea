"""The steps on the way to results that take long."""

from app.core.words import N_

STEPS = (
    N_("Waiting for its turn"),
    N_("Reading the votes"),
    N_("Looking for opinion groups"),
    N_("Ready"),
)
