"""The demonstration: three consultations, each an ordinary import file, with a fictional cast."""
