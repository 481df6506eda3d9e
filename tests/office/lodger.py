"""A process that lodges without end from several threads and says aloud what was acknowledged; made to be killed.

python -m tests.office.lodger STORE FIRST: references count from FIRST.
"""

from __future__ import annotations

import sys
import threading
from itertools import count

import msgspec

from clearlane.model.receipt import Lodgement
from clearlane.office.committer import Committer
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named

THREADS = 4


def message(reference: str) -> bytes:
    """The example import under a reference."""
    plain = msgspec.json.decode(profile_named("xa").examples["import"])
    plain["Declaration"]["FunctionalReferenceID"] = reference
    return msgspec.json.encode(plain)


def run(store: str, first: int) -> None:
    """Lodge until killed; each line printed is a reference whose receipt was given, with its number."""
    office = Office.open(profile="xa", store=store)
    numbers, lock = count(first), threading.Lock()
    with Committer(office) as committer:

        def lodge() -> None:
            while True:
                with lock:
                    reference = f"K-{next(numbers)}"
                receipt = committer.submit(Lodgement(message(reference))).result()
                with lock:
                    print(reference, receipt.case.number, flush=True)

        threads = [threading.Thread(target=lodge) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]))
