"""Risk work of an office: profiles, lists, models, draws, and the selection of what is lodged. At ``office.risk``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.model.profile import Profile
from clearlane.office.clearing_results import ResultDesk
from clearlane.office.machine_key import MachineKey
from clearlane.office.ports import Store, Work
from clearlane.office.risk_ageing import age
from clearlane.office.risk_anew import Anew
from clearlane.office.risk_capacities import CapacityDesk
from clearlane.office.risk_draws import DrawDesk
from clearlane.office.risk_estimates import EstimateDesk
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_lists import ListDesk
from clearlane.office.risk_looking import LookingDesk
from clearlane.office.risk_models import ModelDesk
from clearlane.office.risk_profiles import ProfileDesk
from clearlane.office.risk_recheck import RecheckDesk
from clearlane.office.risk_recorded import Recorded
from clearlane.office.risk_remembering import Remembering
from clearlane.office.risk_room import RiskRoom
from clearlane.office.risk_scoring import ScoringDesk
from clearlane.office.risk_selecting import Selecting
from clearlane.office.risk_training import TrainingDesk
from clearlane.office.risk_trials import TrialDesk
from clearlane.office.risk_watch import WatchDesk


class RiskDesk:
    """Risk work.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
      key: The key of this office's machine.
      randomness: What gives random bytes.
    """

    def __init__(
        self, profile: Profile, store: Store, clock: Callable[[], datetime], key: MachineKey, randomness: Callable[[int], bytes]
    ) -> None:
        keeping = RiskKeeping(profile, store)
        self.keeping = keeping
        self.profiles = ProfileDesk(profile, store, keeping, clock)
        self.lists = ListDesk(profile, store, keeping, clock)
        self.models = ModelDesk(store, keeping, clock)
        self.draws = DrawDesk(store, keeping, key, clock, randomness)
        self.remembering = Remembering(store, keeping)
        self.capacities = CapacityDesk(profile, store, keeping, clock)
        self.results = ResultDesk(profile, store, clock, lambda work, at: profile)
        self.estimates = EstimateDesk(store, clock)
        recorded = Recorded(profile, store)
        self.trials = TrialDesk(profile, store, keeping, self.profiles, recorded, clock)
        self.training = TrainingDesk(profile, keeping, self.models, self.trials, self.remembering, clock)
        self.looking = LookingDesk(store, keeping, clock)
        self.scoring = ScoringDesk(profile, store, keeping, self.models, clock)
        self.watching = WatchDesk(profile, store, keeping, self.models, self.trials, self.lists, clock)
        self.rechecking = RecheckDesk(profile, store, keeping, self.trials)
        self.again = Anew(profile, store, keeping)
        self._profile, self._store, self._clock = profile, store, clock
        self._room = RiskRoom(keeping, self.models, self.draws, self.remembering, self.watching.breaker)

    def age(self) -> list[str]:
        """Send on what has waited too long for its papers, from yellow to blue; return the numbers."""
        return age(self._profile, self._store, self._clock)

    def selecting(self, work: Work, law: Profile, at: datetime) -> Selecting:
        """Return the selection of what one work takes."""
        return Selecting(self._room, work, law, at)
