"""Run the site under waitress until somebody stops it."""

from __future__ import annotations

import logging
import socket
import sys
from contextlib import ExitStack

import waitress

from aikg.errors import UsageError
from aikg.graph.pool import QueryPool
from aikg.graph.revision import Revision
from aikg.web.app import create_app
from aikg.web.site import Site, Words, no_words

#: threads that answer pages; queries of visitors run in processes of their own
THREADS = 8
#: processes for queries of visitors, and how long one query may take
WORKERS, SECONDS = 4, 10.0


def serve_forever(revision: Revision, host: str, port: int, words: Words = no_words) -> None:
    """Serve a revision; prints the address, returns on Ctrl-C.

    Raises UsageError when the address cannot be listened on.
    """
    listener = _listen(host, port)
    with QueryPool(revision.oxigraph, workers=WORKERS, seconds=SECONDS) as pool:
        site = Site(revision.load(), pool, revision.downloads, words)
        site.warm()
        app = create_app(site)
        shown = f"[{host}]" if ":" in host else host
        sys.stdout.write(f"http://{shown}:{listener.getsockname()[1]}/  (Ctrl-C to stop)\n")
        sys.stdout.flush()
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a queue of one is no news
        waitress.serve(app, sockets=[listener], threads=THREADS, ident="aikg", channel_timeout=30, connection_limit=500)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as opened:
            listener = opened.enter_context(socket.socket(family, kind, protocol))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            # who reads the address may come at once
            listener.listen()
            # from here on the server has it
            opened.pop_all()
    except OSError as error:
        raise UsageError(
            f"cannot listen on {host}:{port}: {error.strerror}", "choose another --host or --port"
        ) from error
    return listener
