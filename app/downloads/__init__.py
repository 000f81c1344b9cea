"""Files of a report as somebody chose them; one that takes long is written by a clerk, and waited for."""
