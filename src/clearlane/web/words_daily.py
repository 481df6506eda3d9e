"""Phrases of the pages of the day at the office, together."""

from __future__ import annotations

from clearlane.web.words_case_acts import CASE_ACTS
from clearlane.web.words_certificates import CERTIFICATES
from clearlane.web.words_design import DESIGN
from clearlane.web.words_inspecting import INSPECTING
from clearlane.web.words_ledger import LEDGER
from clearlane.web.words_own_acts import OWN_ACTS
from clearlane.web.words_payments import PAYMENTS
from clearlane.web.words_practice import PRACTICE
from clearlane.web.words_reviews import REVIEWS
from clearlane.web.words_work import WORK

DAILY: dict[str, tuple[str, str]] = (
    WORK | CASE_ACTS | OWN_ACTS | PAYMENTS | INSPECTING | PRACTICE | DESIGN | LEDGER | CERTIFICATES | REVIEWS
)
