"""What goods of a code bear: their own measures and those above, on the day, each once."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.measure import Area, Measure, Season
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.model.text import Text

HEADER = TariffHeader("XA", "1", "T")
LINES = (
    TariffLine(1, "01", 0),
    TariffLine(2, "0101", 1, suffix="10"),
    TariffLine(3, "0101", 2),
    TariffLine(4, "010121", 3),
    TariffLine(5, "0102", 1),
)


def tariff(*measures: Measure) -> Tariff:
    areas = (Area("NEAR", Text(en="Near", vi="Gần"), ("KR", "JP")),)
    return Tariff(TariffContent(HEADER, LINES, measures, areas=areas))


def test_goods_bear_the_nearest_line_first_and_nothing_of_their_neighbours() -> None:
    found = tariff(Measure("a", "01", "1"), Measure("b", "010121", "1"), Measure("c", "0102", "1")).borne("010121", date(2026, 1, 1))
    assert [(one.measure.id, one.distance) for one in found] == [("b", 0), ("a", 3)]


def test_a_heading_with_the_digits_of_goods_does_not_lend_the_measure_twice() -> None:
    assert len(tariff(Measure("a", "0101", "1")).borne("010121", date(2026, 1, 1))) == 1


_DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31))
_ENDS = st.sampled_from([(1, 15), (6, 30), (12, 1)])


@given(st.lists(st.tuples(st.sampled_from(LINES), _DAYS, st.none() | _DAYS, st.none() | st.tuples(_ENDS, _ENDS))), _DAYS)
def test_on_any_day_goods_bear_just_what_is_in_force(rows: list[tuple[TariffLine, date, date | None, object]], day: date) -> None:
    measures = [
        Measure(str(number), line.code, "1", since=since, until=until, season=Season(*season) if isinstance(season, tuple) else None)
        for number, (line, since, until, season) in enumerate(rows)
    ]
    plain = {one.id for one in measures if "010121".startswith(one.code) and one.holds(day)}
    assert {one.measure.id for one in tariff(*measures).borne("010121", day)} == plain


def test_an_area_covers_its_members_but_for_those_left_out() -> None:
    near = Measure("a", "01", "1", area="NEAR", excluded=("JP",))
    assert [tariff().covers(near, origin) for origin in ("KR", "JP", "VN")] == [True, False, False]


def test_a_measure_for_all_leaves_out_a_whole_group() -> None:
    everyone = Measure("a", "01", "1", excluded=("NEAR",))
    assert [tariff().covers(everyone, origin) for origin in ("KR", "VN")] == [False, True]
