"""Verifiers made by others agree with ours, both ways: two packages of npm, and the library of Go's own log of modules."""

from __future__ import annotations

import base64
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from clearlane_verify.merkle import consistency_holds, inclusion_holds, leaf_hash, root_of
from clearlane_verify.tiles import WIDTH
from tests.verify.elsewhere_run import HERE, installed, judged
from tests.verify.logs import LOG, checkpoint, files, leaves, tree

GO_PATH = Path("/usr/share/gocode")
"""Where Debian keeps the sources of Go's libraries."""
SIZES = [1, 2, 3, 7, 9, 100, 257]
GROWN = [(3, 7), (5, 9), (6, 100), (99, 100), (100, 257), (255, 257)]
"""The package for RFC 9162 has no proof from a size that is a power of two."""


def text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def raw(text: str) -> bytes:
    return base64.b64decode(text)


@pytest.fixture(scope="module")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages."""
    return installed("npm", tmp_path_factory.mktemp("npm") / "check")


def inclusion(size: int, index: int, leaf: bytes = b"") -> dict[str, Any]:
    log = tree(size)
    return {
        "size": size,
        "index": index,
        "leaf": text(leaf or leaves(size)[index]),
        "root": text(log.root),
        "proof": [*map(text, log.inclusion(index))],
    }


def consistency(old: int, size: int) -> dict[str, Any]:
    log = tree(size)
    return {
        "old": old,
        "size": size,
        "oldRoot": text(root_of(leaves(old))),
        "root": text(log.root),
        "proof": [*map(text, log.consistency(old))],
    }


def test_packages_of_npm_accept_ours_refuse_what_is_wrong_and_ours_accept_theirs(npm: Path) -> None:
    places = [(size, index) for size in SIZES for index in {0, size // 2, size - 1}]
    wrong = inclusion(9, 4, leaf_hash(b"another"))
    rewritten = {**consistency(5, 9), "oldRoot": text(root_of([leaf_hash(b"another"), *leaves(5)[1:]]))}
    secret = sha256(b"secret").digest()
    answer = judged(
        ["node", "check.mjs"],
        {
            "inclusion": [*(inclusion(*place) for place in places), wrong],
            "consistency": [*(consistency(*pair) for pair in GROWN), rewritten],
            "notes": [{"note": note, "key": str(LOG.verifier)} for note in (checkpoint(9), checkpoint(9).replace("\n9\n", "\n8\n"))],
            "entries": [f"record {place}" for place in range(100)],
            "wanted": [{"index": index, "old": old} for index, old in ((0, 3), (57, 6), (99, 99))],
            "secret": text(secret),
            "words": "a log\n1\n",
        },
        npm,
    )
    assert answer["inclusion"] == [True] * len(places) + [False]
    assert answer["consistency"] == [True] * len(GROWN) + [False]
    assert answer["notes"] == [True, False]
    for (index, old), one in zip(((0, 3), (57, 6), (99, 99)), answer["made"], strict=True):
        inclusion_holds(leaves(100)[index], index, 100, [*map(raw, one["inclusion"])], raw(one["root"]))
        consistency_holds(old, raw(one["oldRoot"]), 100, raw(one["root"]), [*map(raw, one["consistency"])])
    Ed25519PublicKey.from_public_bytes(raw(answer["signed"]["public"])).verify(raw(answer["signed"]["signature"]), b"a log\n1\n")


@pytest.mark.parametrize("size", [1, 5, WIDTH, WIDTH + 1, 70_000])
def test_the_library_of_gos_log_reads_our_tiles_and_both_prove_alike(size: int, tmp_path: Path) -> None:
    hashes = [leaf_hash(b"%d" % (place % 300)) for place in range(size)]
    for path, body in files(hashes).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(body)
    (tmp_path / "checkpoint").write_text(checkpoint(size, hashes))
    log, indices, olds = tree(size, hashes), sorted({0, size // 3, size - 1}), sorted({1, size // 2 + 1, size})
    asked: dict[str, Any] = {
        "Folder": str(tmp_path),
        "Key": str(LOG.verifier),
        "Inclusion": [{"Index": one, "Leaf": text(hashes[one]), "Hashes": [*map(text, log.inclusion(one))]} for one in indices],
        "Consistency": [{"Old": one, "Root": text(root_of(hashes[:one])), "Hashes": [*map(text, log.consistency(one))]} for one in olds],
    }
    asked["Inclusion"].append({"Index": 0, "Leaf": text(leaf_hash(b"another")), "Hashes": [*map(text, log.inclusion(0))]})
    found = go(asked, tmp_path)
    assert (found["Size"], raw(found["Root"])) == (size, log.root)
    assert found["Right"] == [*[True] * len(indices), False, *[True] * len(olds)]
    for one, proof in zip(indices, found["Inclusion"], strict=False):
        inclusion_holds(hashes[one], one, size, [*map(raw, proof)], log.root)
    for one, proof in zip(olds, found["Consistency"], strict=True):
        consistency_holds(one, root_of(hashes[:one]), size, log.root, [*map(raw, proof)])


def go(asked: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What Go's library answers; skipped where it is not installed."""
    if shutil.which("go") is None or not (GO_PATH / "src/golang.org/x/mod/sumdb").is_dir():
        pytest.skip("Go and its library are not installed: apt-get install golang-go golang-golang-x-mod-dev")
    place = folder / "src" / "check"
    place.mkdir(parents=True)
    shutil.copy(HERE / "go" / "main.go", place)
    built = {"GO111MODULE": "off", "GOPATH": f"{folder}:{GO_PATH}", "GOFLAGS": "", "CGO_ENABLED": "0"}
    return judged(["go", "run", "main.go"], asked, place, **built)
