"""Places where trucks stand for good reasons are learnt, approved by a person, lapse, and hide nothing but a stop's length."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from clearlane.model.alert import Alert, AlertKind
from clearlane.model.reading import Position
from clearlane.model.triage import Judged, KnownStop, Outcome, TriageLaw
from clearlane.transit.known_stops import approved, proposed, quiet
from clearlane.transit.measures import rate, share
from clearlane.transit.scoring import Experience, features
from tests.transit.test_rules import MOVEMENT

LAW = TriageLaw()
NOW = datetime(2026, 11, 1, tzinfo=UTC)
LAYBY = Position(10.2, 106.0)


def stop(day: int, place: Position = LAYBY, kind: AlertKind = "stop", device: str = "S1") -> Alert:
    return Alert(kind, device, NOW - timedelta(days=day), position=place)


def judged(alert: Alert, outcome: Outcome = "ordinary") -> Judged:
    return Judged(alert, outcome, alert.since + timedelta(hours=5))


def test_a_place_with_enough_ordinary_stops_is_proposed_once_and_not_when_it_is_known() -> None:
    stops = [judged(stop(day, Position(10.2 + day / 100_000, 106.0))) for day in range(1, 6)]
    (proposal,) = proposed(stops, (), NOW, LAW)
    assert (proposal.ordinary, proposal.position, proposal.latest) == (5, Position(10.20003, 106.0), NOW - timedelta(days=1))
    known = approved(proposal, NOW, LAW, by="SUPERVISOR-1")
    assert proposed(stops, [known], NOW, LAW) == ()
    assert proposed(stops[1:], (), NOW, LAW) == ()


def test_old_stops_other_alerts_and_stops_elsewhere_speak_for_nothing() -> None:
    elsewhere = [judged(stop(day, Position(10.2 + day / 10, 106.0))) for day in range(1, 6)]
    others = [judged(stop(day, kind="silence")) for day in range(1, 6)]
    old = [judged(stop(day)) for day in range(61, 70)]
    assert proposed([*elsewhere, *others, *old], (), NOW, LAW) == ()


def test_one_stop_that_was_not_ordinary_outweighs_many_that_were() -> None:
    bad = judged(stop(3, Position(10.203, 106.0)), "irregular")
    assert proposed([bad, *(judged(stop(day % 50)) for day in range(19))], (), NOW, LAW) == ()
    assert len(proposed([bad, *(judged(stop(day % 50)) for day in range(1, 21))], (), NOW, LAW)) == 1


def known(since: datetime = NOW - timedelta(days=100)) -> KnownStop:
    return KnownStop(LAYBY, 400, since, since + LAW.lasts, "SUPERVISOR-1", 7)


def test_a_stop_at_a_known_place_is_kept_quiet_with_the_reason_until_the_place_lapses() -> None:
    told = quiet(stop(20), [known()], LAW, b"lot")
    assert told is not None
    assert told.stop.ordinary == 7
    assert quiet(stop(9), [known()], LAW, b"lot") is None
    assert quiet(stop(20, Position(10.21, 106.0)), [known()], LAW, b"lot") is None


def shown(alert: Alert, lot: bytes) -> bool:
    told = quiet(alert, [known()], LAW, lot)
    return told is None or told.shown


@pytest.mark.parametrize("kind", ["opened", "tampered", "diversion", "hand-over", "silence", "battery"])
def test_nothing_but_a_stop_is_ever_kept_quiet(kind: AlertKind) -> None:
    assert quiet(stop(20, kind=kind), [known()], LAW, b"lot") is None


def test_a_random_share_is_shown_all_the_same_and_the_same_alert_always_draws_the_same() -> None:
    stops = [stop(20, device=f"S{number}") for number in range(4_000)]
    drawn, again, other = ([shown(one, lot) for one in stops] for lot in (b"lot", b"lot", b"other"))
    assert drawn == again != other
    assert 140 < sum(drawn) < 260


def test_what_came_of_alerts_scores_the_next_and_says_why() -> None:
    experience = Experience()
    assert experience.score(("kind:stop",)).score == 50
    for _ in range(30):
        experience.learn(("kind:stop",), irregular=False)
    for _ in range(5):
        experience.learn(("kind:opened", "night"), irregular=True)
    calm, grave = experience.score(("kind:stop", "never-seen")), experience.score(("kind:opened", "night"))
    assert calm.score < 5
    assert grave.score > 90
    assert [name for name, _ in calm.reasons] == ["kind:stop"]
    assert {name for name, speaks in grave.reasons if speaks > 0} == {"kind:opened", "night"}


def test_what_can_be_said_of_an_alert() -> None:
    near, far = (
        Alert("opened", "S1", NOW, position=Position(10.01, 106.0)),
        Alert("stop", "S1", NOW + timedelta(minutes=30), position=Position(10.5, 106.0)),
    )
    assert features(near, MOVEMENT, [near, far], hour=23) == ("kind:opened", "night", "near-departure", "with:stop")
    assert features(far, MOVEMENT, [], hour=12) == ("kind:stop",)
    assert features(Alert("battery", "S1", NOW, position=Position(10.99, 106.0)), MOVEMENT, [], hour=12) == (
        "kind:battery",
        "near-destination",
    )


def test_shares_and_rates_come_with_their_intervals() -> None:
    assert (share(95, 100).least, share(95, 100).most) == pytest.approx((0.8882, 0.9785), abs=0.0001)
    assert (share(0, 0).least, share(0, 0).most) == (0, 1)
    ten = rate(10, 1000)
    assert (ten.rate, ten.least, ten.most) == pytest.approx((10, 4.78, 18.39), abs=0.02)
    assert (rate(0, 1000).least, rate(0, 1000).most) == pytest.approx((0, 3.67), abs=0.02)
    with pytest.raises(ValueError, match="no hours"):
        rate(1, 0)
