"""The texts and the talk."""
