"""What a worker process gives up before it sees a query: memory without end, the network, outliving its parent."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys

#: address space of one worker; Oxigraph opens a store within 512 MB and aborts beyond the limit
MEMORY_BYTES = 2 * 1024**3

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1


def isolate() -> None:
    """Take away what a query must not have; whatever the system does not offer is left out.

    To be called before the process starts a thread.
    """
    # Ctrl-C is for the parent, which ends its workers itself
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        # a namespace of its own has no network at all; without privileges it takes a user namespace too
        if libc.unshare(_CLONE_NEWNET) != 0:
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    with contextlib.suppress(OSError):
        os.nice(10)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        # a worker that aborts leaves no core file
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def set_alarm(seconds: float) -> None:
    """Let the kernel end this process after ``seconds`` (0: never), even if the parent is gone by then."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
