"""Heavy work on a Dask cluster: the same answers as on this machine, from many. Only this file knows Dask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

from distributed import Client

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane.work.ports import Given, Made, Peers
from clearlane.work.reach import demand_listening, free_port, together

SECONDS_TO_REACH = 10


class DaskWork:
    """Work of a cluster, whose workers have Clearlane installed.

    Args:
      address: The scheduler's host and port.

    Raises:
      Unavailable: It cannot be reached.
    """

    def __init__(self, address: str) -> None:
        try:
            demand_listening(address, SECONDS_TO_REACH)
            self._client: Any = Client(f"tcp://{address}", timeout=SECONDS_TO_REACH, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, OverflowError, ValueError) as error:
            raise Unavailable(
                Text(
                    en=f"The cluster at dask://{address} cannot be reached. Is its scheduler running?",
                    vi=f"Không kết nối được cụm máy tại dask://{address}. Bộ điều phối có đang chạy không?",
                )
            ) from error
        self.size = max(1, len(self._workers()))

    def _workers(self) -> list[str]:
        return sorted(self._client.scheduler_info(n_workers=-1)["workers"])

    def map(self, function: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """Return the function's answer for each item, in their order."""
        return list(self._client.gather(self._client.map(function, items, pure=False)))

    def train(self, function: Callable[[Given, Peers], Made], parts: Sequence[Given]) -> list[Made]:
        """Run a function on every part at one time, each on a worker of its own."""
        workers = self._workers()[: len(parts)]
        if len(workers) < len(parts):
            raise AssertionError(f"There are {len(workers)} workers for {len(parts)} parts.")
        ports = [self._client.submit(free_port, workers=[worker], pure=False) for worker in workers]
        hosts = [worker.rpartition("/")[2].rpartition(":")[0] for worker in workers]
        peers = together(hosts, self._client.gather(ports))
        given = zip(parts, peers, workers, strict=True)
        placed = [
            self._client.submit(function, part, one, workers=[worker], allow_other_workers=False, pure=False) for part, one, worker in given
        ]
        return list(self._client.gather(placed))

    def close(self) -> None:
        """Leave the cluster; it goes on for others."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
