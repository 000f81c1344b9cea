"""The frame: agenda, phases, seats, documents."""
