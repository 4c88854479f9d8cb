"""A reader of what `secdb browse` shows, within this process."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

import httpx

from secdb.database import locate
from secdb.exchange.browsing.serving import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Browser(NamedTuple):
    """A reader of a register's pages, all in this process."""

    site: Site

    def get(self, path: str, host: str = "localhost", method: str = "GET") -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.site.app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
                return await client.request(method, path)

        return asyncio.run(ask())

    def ask(self, name: str, **parameters: str) -> list[dict[str, Any]]:
        answer = self.get(f"/register/{name}.json?{urlencode({'_shape': 'objects', **parameters})}").json()
        assert (answer["ok"] if "ok" in answer else not answer.get("error")) is True
        rows: list[dict[str, Any]] = answer["rows"]
        return rows

    def sql(self, statement: str) -> httpx.Response:
        return self.get(f"/register.json?{urlencode({'sql': statement, '_shape': 'objects'})}")


@contextmanager
def reading(file: Path, host: str = "127.0.0.1") -> Iterator[Browser]:
    """Open a register to a reader."""
    with Site(locate(str(file)), host, 0) as site:
        yield Browser(site)
