"""LightGBM runs where the system has no OpenMP library: on a bare Debian with Python and pip alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from clearlane.learning.engine import LearningMissing, renamed, sklearn

WITHOUT_THE_SYSTEMS = """
from clearlane.learning import engine
assert engine.load_bundled()
lightgbm = engine.lightgbm()
import numpy as np
chance = np.random.default_rng(1)
rows = chance.random((500, 3))
model = lightgbm.train({"objective": "binary", "verbose": -1, "num_threads": 2}, lightgbm.Dataset(rows, rows[:, 0] > 0.5), 5)
assert model.predict(rows[rows[:, 0] > 0.6]).min() > model.predict(rows[rows[:, 0] < 0.4]).max()
print(any(line.rstrip().endswith("/libgomp.so.1.0.0") for line in open("/proc/self/maps")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the bundled library is looked for on Linux only")
def test_lightgbm_trains_on_the_copy_that_scikit_learn_carries() -> None:
    result = subprocess.run([sys.executable, "-c", WITHOUT_THE_SYSTEMS], capture_output=True, text=True, check=False)
    assert (result.stdout.strip(), result.returncode) == ("False", 0), result.stderr


def test_a_renamed_library_keeps_its_length() -> None:
    library = b"ELF\0libgomp-e985bcbb.so.1.0.0\0rest"
    assert renamed(library) == b"ELF\0libgomp.so.1" + b"\0" * 14 + b"rest"


def test_a_missing_library_is_refused_in_words() -> None:
    with pytest.raises(LearningMissing, match="pip install"):
        sklearn("no_such_part")
