"""The office: the one façade that puts the stages in order and writes down what happened."""

from __future__ import annotations

from clearlane.office.office import Office

__all__ = ["Office"]
