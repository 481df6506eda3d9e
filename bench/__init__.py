"""Performance, measured and never asserted: each figure beside a reference taken in the same run."""
