"""The learning libraries, brought in only when they are used, also on a machine that lacks a system library they lean on.

LightGBM needs GNU's OpenMP library, ``libgomp.so.1``. A bare Debian has none, but the wheel of scikit-learn carries one under a name
of its own. Where the system has none, that copy is loaded from memory under the usual name; the system's linker then takes it for
what LightGBM asks for. Nothing is written to disk, and worker processes do the same for themselves.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import logging
import os
import re
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text

_USUAL = b"libgomp.so.1"
_BUNDLED = re.compile(rb"\0(libgomp-[0-9a-f]+\.so\.1[0-9.]*)\0")
_INSTALL = 'pip install "clearlane[learning]"'


class LearningMissing(Unavailable):
    """The libraries for learned scores are not installed here, or cannot be loaded. Field: ``library``."""


@cache
def lightgbm() -> Any:
    """Return the module ``lightgbm``.

    Raises:
      LearningMissing: Where it is not installed, or needs a system library that is nowhere to be found.
    """
    provide_openmp()
    try:
        module = importlib.import_module("lightgbm")
        module.register_logger(logging.getLogger("lightgbm"))
        return module
    except ImportError as error:
        raise _missing("lightgbm") from error
    except OSError as error:
        raise LearningMissing(
            Text(
                en="LightGBM needs the system library libgomp.so.1. On Debian: apt-get install libgomp1; or: pip install scikit-learn",
                vi="LightGBM cần thư viện hệ thống libgomp.so.1. Trên Debian: apt-get install libgomp1; hoặc: pip install scikit-learn",
            ),
            library="libgomp.so.1",
        ) from error


@cache
def sklearn(part: str) -> Any:
    """Return a part of scikit-learn, such as ``isotonic``.

    Raises:
      LearningMissing: Where it is not installed.
    """
    try:
        return importlib.import_module(f"sklearn.{part}")
    except ImportError as error:
        raise _missing("scikit-learn") from error


@cache
def provide_openmp() -> str:
    """Make ``libgomp.so.1`` loadable in this process, and say whose it is: ``system``, ``bundled``, or ``none`` where there is none."""
    try:
        ctypes.CDLL(_USUAL.decode(), mode=ctypes.RTLD_GLOBAL)
        return "system"
    except OSError:
        return "bundled" if sys.platform == "linux" and load_bundled() else "none"


def load_bundled() -> bool:
    """Load scikit-learn's copy under the usual name, and say whether there was one."""
    bundled = _bundled()
    if bundled is not None:
        _load(renamed(bundled.read_bytes()))
    return bundled is not None


def renamed(library: bytes) -> bytes:
    """Return a shared library whose own name, as scikit-learn's wheel spells it, is the usual one. The length stays."""
    return _BUNDLED.sub(lambda found: b"\0" + _USUAL.ljust(len(found[1]), b"\0") + b"\0", library)


def _bundled() -> Path | None:
    spec = importlib.util.find_spec("sklearn")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parents[1] / "scikit_learn.libs"
    return next(iter(sorted(folder.glob("libgomp-*.so.1*"))), None)


def _load(library: bytes) -> None:
    """Load a library from memory, or from a temporary file where the system forbids that; it stays loaded."""
    try:
        place = os.memfd_create("libgomp.so.1")
        with os.fdopen(place, "wb", closefd=False) as file:
            file.write(library)
        ctypes.CDLL(f"/proc/self/fd/{place}", mode=ctypes.RTLD_GLOBAL)
        os.close(place)
    except (OSError, AttributeError):
        with tempfile.NamedTemporaryFile(suffix=".so") as kept:
            kept.write(library)
            kept.flush()
            ctypes.CDLL(kept.name, mode=ctypes.RTLD_GLOBAL)


def _missing(library: str) -> LearningMissing:
    return LearningMissing(
        Text(
            en=f"Learned scores need {library}, which is not installed here. To install it: {_INSTALL}",
            vi=f"Điểm rủi ro học máy cần {library}, hiện chưa được cài đặt. Để cài đặt: {_INSTALL}",
        ),
        library=library,
    )
