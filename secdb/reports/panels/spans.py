"""Stretches of days: half-open pairs of ordinals (`date.toordinal`), in order and apart from one another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """A stretch of days: `start` is its first day, `end` the first day after it, as ordinals."""

    start: int
    end: int


Spans = tuple[Span, ...]


def ordinal(day: str) -> int:
    """Return the number of an ISO day, 1 being 0001-01-01."""
    return dt.date.fromisoformat(day).toordinal()


def within(start: int, end: int, limits: Span) -> Span | None:
    """Return the part of a stretch that lies within the limits, None where there is none."""
    start, end = max(start, limits.start), min(end, limits.end)
    return Span(start, end) if start < end else None


def union(spans: Iterable[Span | None]) -> Spans:
    """Return the days that lie in any of the stretches, which may be in any order and overlap."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if span):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def common(first: Spans, second: Spans) -> Spans:
    """Return the days that lie in both."""
    shared = (Span(max(a.start, b.start), min(a.end, b.end)) for a in first for b in second)
    return tuple(sorted(span for span in shared if span.start < span.end))
