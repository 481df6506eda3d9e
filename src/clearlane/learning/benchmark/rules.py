"""Hand rules: what an experienced officer looks at, with weights set by hand. A baseline, and the ground the learned score stands on.

Low price for the code and country; preference for goods that left from elsewhere, most where the importer bought them there before;
goods that look like a neighbouring code of a higher duty; a country or code new to a known importer; an importer, or a broker's chapter,
whose prices are low in the mean; few goods of that code from that country; firms that began together.
"""

from __future__ import annotations

import numpy as np

from clearlane.learning.benchmark.inputs import Inputs
from clearlane.learning.benchmark.table import Floats

WEIGHTS = np.array([1.0, 1.0, 0.7, 0.4, 0.4, 0.4, 0.8, -0.3, 0.4])
_KNOWN, _SELDOM = 8, 0.03


def signs(inputs: Inputs) -> Floats:
    """Return how strongly each sign shows on each declaration, one column per sign."""
    get = inputs.column
    known = get("n_imp") >= _KNOWN
    low = np.maximum(-np.clip(get("z"), -4, 4) - 0.5, 0) * (get("rate") > 0)
    alike = np.clip(get("neighbour_likelier"), -1, 3) + 1
    columns = (
        low,
        get("pref_away") * (1 + (get("departure_was_origin_share") > 0.1)),
        (get("neighbour_used_loss") > 0.5) * (1 + (get("neighbour_likelier") > 0)),
        (get("neighbour_gap") > 0) * alike / 2,
        known * (get("share_imp_ori") < _SELDOM),
        known * (get("share_imp_hs6") < _SELDOM),
        np.maximum(-get("usual_z_imp") - 0.1, 0) + np.maximum(-get("usual_z_bro_ch") - 0.1, 0),
        np.log1p(get("n_hs6_ori")) / 5,
        get("began_together"),
    )
    return np.stack(columns, 1)


def rule_score(inputs: Inputs) -> Floats:
    """Return the weight of all signs of each declaration, without any learning."""
    return np.asarray(signs(inputs) @ WEIGHTS)
