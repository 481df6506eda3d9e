"""Keys in files and in hardware: made once, readable by their owner, and what they sign is accepted by whoever has the public half."""

from __future__ import annotations

import shutil
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clearlane.keys import Signer, open_signer
from clearlane.model.refusals import Unavailable
from clearlane_verify.note import verifier
from clearlane_verify.refusal import SignatureRefused

NAME = "customs.example/log"
MODULES = [Path("/usr/lib/softhsm/libsofthsm2.so"), Path("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")]


def demand_good(signer: Signer) -> None:
    """What it signs is accepted by its public half, and by that only for these words."""
    key = verifier(signer.vkey)
    key.demand(b"a log\n", signer.sign(b"a log\n"))
    with pytest.raises(SignatureRefused):
        key.demand(b"another\n", signer.sign(b"a log\n"))


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    place = tmp_path / "ledger.key"
    with ThreadPoolExecutor(4) as pool:
        made = {one.vkey for one in pool.map(lambda _: open_signer(str(place), NAME), range(4))}
    assert (len(made), stat.S_IMODE(place.stat().st_mode), [path.name for path in tmp_path.iterdir()]) == (1, 0o600, ["ledger.key"])
    demand_good(open_signer(str(place), NAME))


@pytest.mark.parametrize("content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_file_without_a_key_is_named_and_left_as_it_is(content: bytes, tmp_path: Path) -> None:
    place = tmp_path / "ledger.key"
    place.write_bytes(content)
    with pytest.raises(Unavailable, match=r"ledger\.key"):
        open_signer(str(place), NAME)
    assert place.read_bytes() == content


def test_a_folder_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        open_signer(str(tmp_path / "missing" / "ledger.key"), NAME)


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A token in software with a key of Ed25519; skipped where none can be had."""
    pkcs11 = pytest.importorskip("pkcs11", reason="The driver for keys in hardware is not installed.")
    module = next((path for path in MODULES if path.exists()), None)
    if module is None or shutil.which("softhsm2-util") is None:
        pytest.skip("SoftHSM is not installed: apt-get install softhsm2")
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {tmp_path / 'tokens'}\nobjectstore.backend = file\n")
    (tmp_path / "pin").write_text("1234\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    words = ["softhsm2-util", "--init-token", "--free", "--label", "office", "--pin", "1234", "--so-pin", "5678"]
    subprocess.run(words, check=True, capture_output=True)
    from pkcs11.util.ec import encode_named_curve_parameters

    with pkcs11.lib(str(module)).get_token(token_label="office").open(user_pin="1234", rw=True) as session:
        curve = encode_named_curve_parameters("1.3.101.112")
        parameters = session.create_domain_parameters(pkcs11.KeyType.EC_EDWARDS, {pkcs11.Attribute.EC_PARAMS: curve}, local=True)
        parameters.generate_keypair(mechanism=pkcs11.Mechanism.EC_EDWARDS_KEY_PAIR_GEN, store=True, label="ledger")
    return f"pkcs11:token=office;object=ledger?module-path={module}&pin-source=file:{tmp_path / 'pin'}"


def test_a_key_in_hardware_signs_and_what_is_wrong_about_its_place_is_said(token: str) -> None:
    signer = open_signer(token, NAME)
    demand_good(signer)
    assert open_signer(token, NAME).vkey == signer.vkey
    for wrong in (token.replace("object=ledger", "object=other"), token.replace("token=office", "token=x"), "pkcs11:token=office"):
        with pytest.raises(Unavailable, match="token, object, module-path"):
            open_signer(wrong, NAME)
