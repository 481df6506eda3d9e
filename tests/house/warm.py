"""A started ``clearlane`` that answers each command from a copy of itself: pages run over a hundred, and starting takes longer than most.

Each command is a process of its own (``fork``) with the streams, folder, environment and words of whoever called it; signals reach it
and its exit status goes back. What it runs is the command's own ``main``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SERVER = """import json, os, signal, socket, sys
from datetime import UTC, datetime
from clearlane.cli import main
from clearlane.office.office import Office
Office.open.__func__.__kwdefaults__["clock"] = lambda: datetime(2026, 11, 20, 9, tzinfo=UTC)

def answer(call):
    said, streams, _, _ = socket.recv_fds(call, 1 << 20, 3)
    child = os.fork()
    if child:
        call.sendall(b"%d\\n" % child)
        _, status = os.waitpid(child, 0)
        call.sendall(b"%d\\n" % os.waitstatus_to_exitcode(status))
        os._exit(0)
    call.close()
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = open(0, closefd=False), open(1, "w", closefd=False), open(2, "w", 1, closefd=False)
    folder, around, words = json.loads(said)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(around)
    sys.argv = ["clearlane", *words]
    try:
        main()
    finally:
        sys.stdout.flush()

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
with socket.socket(socket.AF_UNIX) as listener:
    listener.bind(sys.argv[1])
    listener.listen()
    print("ready", flush=True)
    while True:
        call, _ = listener.accept()
        if not os.fork():
            listener.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            answer(call)
            break
        call.close()
"""
_CALLER = """import json, os, signal, socket, sys
call = socket.socket(socket.AF_UNIX)
call.connect({address!r})
socket.send_fds(call, [json.dumps([os.getcwd(), dict(os.environ), sys.argv[1:]]).encode()], [0, 1, 2])
back = call.makefile()
child = int(back.readline())
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, lambda which, frame: os.kill(child, which))
code = int(back.readline())
if code < 0:
    signal.signal(-code, signal.SIG_DFL)
    os.kill(os.getpid(), -code)
sys.exit(code)
"""


@contextmanager
def warm(bin_folder: Path, around: dict[str, str]) -> Iterator[None]:
    """Put a ``clearlane`` into a folder that answers at once while this lasts.

    Args:
      bin_folder: The folder, to stand first in the path.
      around: The environment to start in.
    """
    address = bin_folder / "s"
    command = bin_folder / "clearlane"
    command.write_text(f"#!{sys.executable} -IS\n" + _CALLER.format(address=str(address)))
    command.chmod(0o755)
    with subprocess.Popen([sys.executable, "-c", _SERVER, str(address)], env=around, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        try:
            yield
        finally:
            server.terminate()
