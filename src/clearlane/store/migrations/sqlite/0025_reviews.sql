-- Checks on which the lot fell, and what a second pair of eyes said of them, are read together.
CREATE INDEX facts_of_review ON facts (seq) WHERE kind IN ('review-drawn', 'reviewed');
