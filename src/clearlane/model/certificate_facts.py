"""Facts about certificates. The subject is ``certificate:`` and the certificate's number; what it says is kept beside the log."""

from __future__ import annotations

import msgspec

from clearlane.model.certificate import CertificateKind

SUBJECT = "certificate:"


class CertificateIssued(msgspec.Struct, frozen=True, gc=False, tag="certificate-issued", omit_defaults=True):
    """The office issued a certificate.

    Attributes:
      kind: What it certifies.
      document: SHA-256 of the signed credential, kept beside the log.
      place: Its place in the office's status list, drawn so that it tells nothing.
      by: Who issued it.
      list: Which of the office's status lists that is, from 1.
    """

    kind: CertificateKind
    document: str
    place: int
    by: str
    list: int = 1


class CertificateWithdrawn(msgspec.Struct, frozen=True, gc=False, tag="certificate-withdrawn", omit_defaults=True):
    """The office withdrew a certificate; the next status list says so.

    Attributes:
      by: Who withdrew it.
      why: SHA-256 of the ground, kept beside the log.
    """

    by: str
    why: str = ""


CertificateFact = CertificateIssued | CertificateWithdrawn
