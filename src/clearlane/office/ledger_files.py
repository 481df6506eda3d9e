"""The files of the log by their addresses, as C2SP tlog-tiles names them."""

from __future__ import annotations

from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.ledger_proofs import LedgerProofs
from clearlane_verify.refusal import Malformed
from clearlane_verify.tiles import tile_of


def file_of(proofs: LedgerProofs, path: str) -> bytes:
    """Return a file of the log.

    Args:
      proofs: The log.
      path: ``checkpoint``, or the address of a tile such as ``tile/0/000.p/7``.

    Raises:
      NotFound: There is no such file.
      Unavailable: The store is not as it was signed for.
    """
    latest, tree = proofs.tree()
    if latest is None or tree is None:
        raise NotFound(Text(en="Nothing was signed for yet.", vi="Chưa có gì được ký."))
    if path == "checkpoint":
        return latest.note.encode()
    try:
        tile = tile_of(path)
    except Malformed as why:
        raise NotFound(Text(en=why.en, vi=why.vi)) from None
    return proofs.tile(tile)
