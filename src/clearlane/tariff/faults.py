"""What stands against a tariff file: every fault is collected with its row and column, none is raised."""

from __future__ import annotations

from clearlane.model.edition import RowFault
from clearlane.model.text import Text

MOST = 1_000
"""So many faults are told; of more, only the number is."""


class Faults:
    """Faults and remarks as they are found.

    Example:
      faults = Faults()
      faults.add("lines.csv", 7, "code", Text(en="…", vi="…"))
    """

    def __init__(self) -> None:
        self._faults: list[RowFault] = []
        self._remarks: list[RowFault] = []
        self._said: set[tuple[str, str, Text]] = set()
        self._untold = 0

    def __bool__(self) -> bool:
        """Say whether anything stands against the file."""
        return bool(self._faults)

    def __len__(self) -> int:
        """Return how many faults there are, told or not."""
        return len(self._faults) + self._untold

    def add(self, file: str, row: int, column: str, cause: Text, remedy: Text | None = None, at: int = 0) -> None:
        """Note what stands against the file. The row is counted as a spreadsheet shows it; 0 for the file as a whole."""
        if len(self._faults) < MOST:
            self._faults.append(RowFault(row=row, column=column, cause=cause, remedy=remedy, at=at, file=file))
        else:
            self._untold += 1

    def remark(self, file: str, row: int, column: str, cause: Text) -> None:
        """Note what an officer should know but need not mend. What is said of many rows is said once, of the first."""
        if (file, column, cause) not in self._said and len(self._remarks) < MOST:
            self._said.add((file, column, cause))
            self._remarks.append(RowFault(row=row, column=column, cause=cause, file=file))

    @property
    def faults(self) -> tuple[RowFault, ...]:
        """All faults told, in order of file and row; the last one counts those that are not."""
        told = sorted(self._faults, key=lambda fault: (fault.file, fault.row))
        if self._untold:
            more = Text(en=f"{self._untold:,} more faults are not listed.", vi=f"Còn {self._untold} lỗi khác không liệt kê.")
            told.append(RowFault(row=0, column="", cause=more))
        return tuple(told)

    @property
    def remarks(self) -> tuple[RowFault, ...]:
        """All remarks told, in the order found."""
        return tuple(self._remarks)
