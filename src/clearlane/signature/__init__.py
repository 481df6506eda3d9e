"""The declarant's digital signature: verified, bound to the bytes the office registers, and kept as evidence.

Three forms are read: an XML signature (XAdES or plain XML-DSig) enveloped in the message or beside it, CMS/PKCS#7
beside the bytes, and a detached JWS beside the bytes. `verifier_from` gives the verifier of an office for one
moment; its `verify` returns evidence, or None where nothing was signed. `detach` sets an enveloped signature
aside, so that the message under it can be read. `clearlane.signature.sign` signs, for tests and the simulator.
"""

from __future__ import annotations

from clearlane.signature.envelope import detach
from clearlane.signature.ports import Verifier
from clearlane.signature.verifier import verifier_from

__all__ = ["Verifier", "detach", "verifier_from"]
