"""A process that takes messages of a bank without end and says aloud what was booked; made to be killed.

python -m tests.office.cashing STORE FOLDER: the messages are the files of the folder, in order.
"""

from __future__ import annotations

import sys
from pathlib import Path

from clearlane.office.office import Office


def run(store: str, folder: str) -> None:
    """Take every file; each line printed is one whose credits are booked."""
    office = Office.open(profile="xa", store=store)
    for file in sorted(Path(folder).iterdir()):
        office.payments.take(file.read_bytes())
        print(file.name, flush=True)


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2])
