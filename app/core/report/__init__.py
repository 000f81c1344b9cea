"""From the record to the report: Record → compose → Report; no clock, no database, no format."""
