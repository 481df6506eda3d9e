"""Practice for analysts: a profile is written upon one week of simulated trade and judged by the next, against what was really wrong."""

from __future__ import annotations

from hashlib import sha256
from threading import Lock

import msgspec
import numpy as np

from clearlane.model.practice_facts import PracticeProfile
from clearlane.model.refusals import Conflict, NotAllowed, Unreadable
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.practice_cases import seed_of
from clearlane.office.risk_preview import Fault
from clearlane.office.season import trade_season
from clearlane.office.season_goods import TradeSeason
from clearlane.office.traffic import ARCADIA
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.columnar_run import ColumnarRun
from clearlane.risk.language.columns import TextColumn
from clearlane.risk.language.parser import faults, read_profile

SUBJECT, FIRMS, WEEKS, MOST = "practice", 25, 2, 8
SHOWN = 12
"""So many chapters are shown of the past week."""


class Chapter(msgspec.Struct, frozen=True):
    """What the past week showed of one chapter: goods items, and how many of them were wrong."""

    code: str
    rows: int
    wrong: int


class ProfilePractice:
    """Profiles of practice.

    Args:
      office: The practice office.
      secret: What makes each person's trade his own; another at each start.
    """

    def __init__(self, office: Office, secret: bytes) -> None:
        self._office, self._secret = office, secret
        self._held: dict[tuple[str, int], TradeSeason] = {}
        self._making = Lock()

    def past(self, person: str) -> list[Chapter]:
        """Return what the past week showed, the chapters with the most wrong first."""
        season = self._season(person)
        column = season.goods.fields["hs"]
        if not isinstance(column, TextColumn):
            return []
        names = np.array(["", *(str(code)[:2] for code in column.uniques)])[column.codes]
        past = season.weeks == 0
        found = [
            Chapter(str(code), int((past & (names == code)).sum()), int((past & (names == code) & season.became.found).sum()))
            for code in np.unique(names[past])
        ]
        return sorted(found, key=lambda one: (-one.wrong, one.code))[:SHOWN]

    def judge(self, person: str, text: str, percent: int) -> PracticeProfile:
        """Hold a profile against the next week, and record what it found.

        Args:
          person: Who wrote it.
          text: The profile.
          percent: How sure he is that it finds at least twice what chance finds, among at most a tenth of the trade; 50 to 100.

        Raises:
          NotAllowed: He did not say how sure he is.
          Unreadable: The text is no profile; the words say where.
        Conflict: There is no simulated trade under this law.
        """
        if not 50 <= percent <= 100:
            raise NotAllowed(
                Text(en="First say how sure you are, from 50 to 100 percent.", vi="Trước hết hãy cho biết mức chắc chắn, từ 50 đến 100 %.")
            )
        season = self._season(person)
        if wrongs := faults(text, catalogue(), ()):
            first = Fault.of(wrongs[0])
            raise Unreadable(Text(en=f"Line {first.line}: {first.words.en}", vi=f"Dòng {first.line}: {first.words.vi}"))
        profile = read_profile(text, catalogue(), ())
        now = season.weeks == 1
        goods, wrong = season.goods.chosen(now), season.became.found[now]
        (rows,) = ColumnarRun(goods.columns(), catalogue(), {}).hits_of_all([profile])
        body = text.encode()
        fact = PracticeProfile(person, sha256(body).hexdigest(), percent, len(goods), int(wrong.sum()), len(rows), int(wrong[rows].sum()))
        with self._office.store.work() as work:
            work.keep([(fact.text, body)])
            work.append(self._office.clock(), [(SUBJECT, fact)])
        return fact

    def judged(self, person: str) -> list[PracticeProfile]:
        """Return someone's profiles as they were judged, in order."""
        facts = (record.fact for record in self._office.store.facts_of(SUBJECT))
        return [fact for fact in facts if isinstance(fact, PracticeProfile) and fact.person.casefold() == person.casefold()]

    def _season(self, person: str) -> TradeSeason:
        if self._office.profile.code != ARCADIA:
            raise Conflict(Text(en="Simulated trade follows the law of Arcadia only.", vi="Hàng hóa mô phỏng chỉ theo luật Arcadia."))
        key = person.casefold(), len(self.judged(person))
        with self._making:
            if key not in self._held:
                self._held[key] = trade_season(self._office.profile, seed_of(*key, self._secret), WEEKS, FIRMS)
                while len(self._held) > MOST:
                    self._held.pop(next(iter(self._held)))
            return self._held[key]
