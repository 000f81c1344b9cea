"""A whole consultation as one documented file, in and out."""
