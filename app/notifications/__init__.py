"""Being told: what was recorded and what is due reaches those whom it concerns, on a page and by mail."""
