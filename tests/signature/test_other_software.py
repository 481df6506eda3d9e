"""Signatures made by OpenSSL, as a declarant's own software makes them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from clearlane.signature import reasons
from tests.signature.certificates import broker
from tests.signature.samples import JSON, verdict

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="the openssl command is not here")


def openssl_signed(folder: Path, *options: str, kind: str = "ec") -> bytes:
    """Sign the JSON sample with `openssl cms -sign` and the options given."""
    (folder / "key.pem").write_bytes(broker(kind).key)
    (folder / "certificate.pem").write_bytes(broker(kind).pem)
    (folder / "message").write_bytes(JSON)
    command = [
        "openssl",
        "cms",
        "-sign",
        "-binary",
        "-in",
        "message",
        "-signer",
        "certificate.pem",
        "-inkey",
        "key.pem",
        "-out",
        "signature",
    ]
    subprocess.run([*command, *options], cwd=folder, check=True, capture_output=True)
    return (folder / "signature").read_bytes()


@pytest.mark.parametrize("kind", ["ec", "rsa"])
@pytest.mark.parametrize(
    "options", [["-outform", "DER"], ["-outform", "PEM"], ["-outform", "DER", "-cades"], ["-outform", "DER", "-md", "sha512"]]
)
def test_a_detached_cms_from_openssl_is_valid(tmp_path: Path, options: list[str], kind: str) -> None:
    evidence = verdict(JSON, openssl_signed(tmp_path, *options, kind=kind))
    assert (evidence.form, evidence.status, evidence.reason) == ("cms", "valid", None)
    assert evidence.signed_at is not None


def test_a_cms_that_carries_its_content_is_invalid(tmp_path: Path) -> None:
    assert verdict(JSON, openssl_signed(tmp_path, "-nodetach", "-outform", "DER")).reason == reasons.NOT_DETACHED


def test_a_cms_with_two_signers_is_invalid(tmp_path: Path) -> None:
    (tmp_path / "other.pem").write_bytes(broker("rsa").pem + broker("rsa").key)
    assert (
        verdict(JSON, openssl_signed(tmp_path, "-outform", "DER", "-signer", "other.pem", "-inkey", "other.pem")).reason == reasons.SEVERAL
    )


def test_a_cms_with_sha1_is_invalid(tmp_path: Path) -> None:
    assert verdict(JSON, openssl_signed(tmp_path, "-outform", "DER", "-md", "sha1")).reason == reasons.WEAK


def test_a_cms_without_signed_attributes_is_invalid(tmp_path: Path) -> None:
    assert verdict(JSON, openssl_signed(tmp_path, "-outform", "DER", "-noattr")).reason == reasons.UNREADABLE


def test_a_cms_without_its_certificate_is_invalid(tmp_path: Path) -> None:
    assert verdict(JSON, openssl_signed(tmp_path, "-outform", "DER", "-nocerts")).reason == reasons.NO_CERTIFICATE
