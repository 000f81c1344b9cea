"""The rapporteur's desk: what is made of the composed report, block by block, with its history."""
