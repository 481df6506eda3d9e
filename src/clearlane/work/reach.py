"""How those who work together reach each other: an address and a free port for each."""

from __future__ import annotations

import socket
from collections.abc import Sequence

from clearlane.work.ports import Peers


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as asked:
        asked.bind(("", 0))
        return int(asked.getsockname()[1])


def together(hosts: Sequence[str], ports: Sequence[int]) -> list[Peers]:
    """Return for each what it must know of the others."""
    machines = ",".join(f"{host}:{port}" for host, port in zip(hosts, ports, strict=True))
    return [Peers(machines, port, len(ports)) for port in ports]


def demand_listening(address: str, seconds: float) -> None:
    """Do nothing where somebody listens at a host and port; who knocks at a closed door is told at once.

    Args:
      address: Such as ``cluster.example:8786``.
      seconds: How long to wait for an answer.

    Raises:
      OSError: Nobody listens there, or nobody answered in time.
      ValueError: It is no host and port.
    """
    host, _, port = address.rpartition(":")
    socket.create_connection((host.strip("[]"), int(port)), seconds).close()
