"""An article becomes a reading: pure functions from text to records, in the order that read.py lists."""
