"""One step from goods to a model, its card, and its place beside the model in force."""

from __future__ import annotations

from clearlane.learning.learn import Beside, learn
from clearlane.learning.settings import Settings
from tests.learning.goods import goods


def test_a_challenger_is_set_beside_the_model_in_force_on_the_same_later_goods() -> None:
    table = goods(5000)
    weak = learn(goods(600, seed=3), "champion", Settings(rounds=2, fewest=5))
    learned = learn(table, "challenger", Settings(rounds=40), Beside(weak.model, table.numbers[:, 0], {"origin": table.texts["origin"]}))
    assert weak.comparison is None
    assert learned.comparison is not None
    assert learned.card.before[2] == learned.comparison.champion
    assert learned.card.measured[2] == learned.comparison.challenger
    assert set(learned.card.references) == {"random", "importer history", "hand rules"}
    assert learned.card.rows + learned.card.measured[0].rows == len(table)
