"""Work: heavy work done here or on a cluster, chosen by a URL: ``local:``, ``local:4`` or ``dask://host:port``.

>>> with open_work("local:") as work:
...     work.map(len, ["a", "bc"])
[1, 2]
"""

from __future__ import annotations

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane.work.local import LocalWork
from clearlane.work.ports import Peers, Work

__all__ = ["Peers", "Work", "open_work"]


def open_work(url: str) -> Work:
    """Return the place where heavy work is done; close it after use.

    Args:
      url: ``local:`` for this process, ``local:4`` for four processes of this machine, ``dask://host:port`` for a Dask cluster.

    Raises:
      Unavailable: The URL is none of these, the cluster cannot be reached, or its library is not installed here.
    """
    kind, _, rest = url.partition(":")
    if kind == "local" and (not rest or rest.isdecimal()):
        return LocalWork(int(rest or 0))
    if kind == "dask" and rest.startswith("//") and len(rest) > 2:
        return _cluster(rest[2:])
    raise Unavailable(
        Text(
            en=f"Work is done at local:, local:4 (four processes) or dask://host:port, not at {url!r}.",
            vi=f"Công việc được thực hiện tại local:, local:4 (bốn tiến trình) hoặc dask://host:port, không phải {url!r}.",
        )
    )


def _cluster(address: str) -> Work:
    try:
        from clearlane.work.dask_cluster import DaskWork  # noqa: PLC0415 - only who names a cluster needs its library
    except ImportError as error:
        raise Unavailable(
            Text(
                en='Work on a cluster needs dask, which is not installed here. To install it: pip install "clearlane[cluster]"',
                vi='Làm việc trên cụm máy cần dask, hiện chưa được cài đặt. Để cài đặt: pip install "clearlane[cluster]"',
            )
        ) from error
    return DaskWork(address)
