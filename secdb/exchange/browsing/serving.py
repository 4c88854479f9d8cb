"""A web server for one reader at this machine, or for those whom the reader lets in by another host.

The pages show what others wrote, so that a browser is told to run, send and load nothing from elsewhere.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
from typing import TYPE_CHECKING, Any, Self

from secdb.errors import SecdbError
from secdb.exchange.browsing.describing import NAME

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from secdb.database.location import Location

    # as ASGI has them (https://asgi.readthedocs.io/en/latest/specs/www.html)
    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[Message, Receive, Send], Awaitable[None]]

HINT = "a register in the browser needs Datasette; install it with: pip install 'secdb[browse]'"
SQLITE_ONLY = (
    "Datasette reads SQLite only, and {shown} is on a server; make a file of it, and browse that: "
    "secdb export package DIR; secdb --database FILE init --empty; secdb --database FILE import package DIR"
)
LAST_WAIT = 2  # seconds for answers under way, once the server is to end

# Datasette's own pages have scripts and styles in them; a cell cannot, being escaped
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
]
_LOCAL = {"localhost", "127.0.0.1", "[::1]"}


class MissingDatasetteError(SecdbError):
    """Datasette is not installed; the message says how to install it."""


def require_datasette() -> None:
    """Raise MissingDatasetteError unless Datasette and its web server can be imported."""
    try:
        import datasette.app
        import uvicorn
    except ImportError as error:
        raise MissingDatasetteError(HINT) from error
    del datasette, uvicorn


class Site:
    """A register at an address of this machine, not served yet; a context manager that lets go of the port.

    `port` 0 = any that is free. Raises MissingDatasetteError, SecdbError for a register on a server or a port that
    cannot be had, DatabaseError for a register that cannot be read.
    """

    def __init__(self, location: Location, host: str = "127.0.0.1", port: int = 8001) -> None:
        if location.path is None:
            raise SecdbError(SQLITE_ONLY.format(shown=location.shown))
        require_datasette()
        from secdb.exchange.browsing.opening import make_datasette

        self.datasette = make_datasette(location)
        self._socket = _listen(host, port)
        number = self._socket.getsockname()[1]
        address = _address(host)
        self.is_local = address is not None and address.is_loopback
        shown = "127.0.0.1" if address is not None and address.is_unspecified else host
        name = f"[{shown}]" if ":" in shown else shown
        self.url = f"http://{name}:{number}/"
        self.app = guarded(self.datasette.app(), _LOCAL | {name} if self.is_local else None)

    def serve(self) -> None:
        """Answer until somebody ends it: by Ctrl-C, which raises KeyboardInterrupt when all is closed."""
        import uvicorn

        config = uvicorn.Config(
            self.app, log_level="warning", lifespan="on", timeout_graceful_shutdown=LAST_WAIT, server_header=False
        )
        uvicorn.Server(config).run(sockets=[self._socket])

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the port and the file."""
        self._socket.close()
        self.datasette.close()


def guarded(app: App, hosts: set[str] | None) -> App:
    """Return the app with headers that protect its reader, its front page the register's, for GET and HEAD alone.

    With `hosts`, it answers requests for these names alone: a page from elsewhere whose name is made to lead to this
    machine (DNS rebinding) would otherwise read the register by the reader's browser.
    """

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _guard(message.get("headers", []))}
            await send(message)

        if scope["type"] != "http":
            await app(scope, receive, send)
        elif hosts is not None and _host(scope) not in hosts:
            await _say(send_guarded, 421, "This server does not have that name.")
        elif scope["method"] not in {"GET", "HEAD"}:
            await _say(send_guarded, 405, "The register can be read only.")
        elif scope["path"].startswith("/-/") and not scope["path"].startswith("/-/static/"):
            await _say(send_guarded, 404, "There is no such page.")  # of the program: where the file is, and more
        elif scope["path"] == "/":
            await _say(send_guarded, 302, "", (b"location", f"/{NAME}".encode()))
        else:
            await app(scope, receive, send_guarded)

    return answer


def _guard(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    ours = {name for name, _ in _HEADERS}
    return [*((name, value) for name, value in headers if name.lower() not in ours), *_HEADERS]


def _host(scope: Message) -> str:
    """Return the name asked for, without its port."""
    given = str(next((value for name, value in scope["headers"] if name == b"host"), b""), "latin-1").lower()
    name, colon, port = given.rpartition(":")
    return name if colon and port.isdecimal() else given


async def _say(send: Send, status: int, text: str, *headers: tuple[bytes, bytes]) -> None:
    plain = (b"content-type", b"text/plain; charset=utf-8")
    await send({"type": "http.response.start", "status": status, "headers": [plain, *headers]})
    await send({"type": "http.response.body", "body": text.encode()})


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except socket.gaierror as error:
        raise SecdbError(f"this machine has no address {host!r}; the default is 127.0.0.1") from error
    except OSError as error:
        reasons = {
            errno.EADDRINUSE: "is in use; give another one with --port, or 0 for any that is free",
            errno.EACCES: "may not be used by you; give one from 1024 on with --port",
            errno.EADDRNOTAVAIL: f"cannot be had: this machine has no address {host!r}",
        }
        reason = reasons.get(error.errno or 0, f"cannot be had: {error.strerror}")
        raise SecdbError(f"port {port} {reason}") from error


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address of a host given as one, or as localhost; None for another name."""
    try:
        return ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        return None
