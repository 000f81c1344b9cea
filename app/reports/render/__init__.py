"""A report in the formats people take away: each renderer is a pure function of the report."""
