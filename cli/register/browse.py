"""`secdb browse`."""

from typing import Annotated

import typer

from secdb.database.location import locate

from ..output.text import note, visible

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; 0.0.0.0 = to everybody.")]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65_535, help="0 = any that is free.")]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


def browse(context: typer.Context, host: Host = "127.0.0.1", port: Port = 8001, open: Open = False) -> None:
    """Show the register in the browser.

    Its views with what they mean, and questions that stand ready; read only, by Datasette, from SQLite. Ctrl-C ends it.

    Example:
        secdb browse --open
    """
    from secdb.exchange.browsing.serving import Site

    location = locate(context.obj.database)
    with Site(location, host, port) as site:
        note(f"{visible(location.shown)} is at {site.url} (Ctrl-C ends it)")
        if not site.is_local:
            note("Warning: whoever reaches this machine can read the whole register; nobody is asked for a password")
        if open:
            _open(site.url)
        site.serve()


def _open(url: str) -> None:
    """Show the page; a browser in the terminal would otherwise keep the server from answering it."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(url,), daemon=True).start()
