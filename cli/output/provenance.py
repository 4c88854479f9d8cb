"""The last line of what a reader sees: what makes the same command give the same answer later."""

from collections.abc import Iterator, Mapping

from secdb import __version__


def provenance(about: Mapping[str, object]) -> str:
    """Return the program and its version, then dataset, basis, days and revision where the envelope has them."""
    return ", ".join([f"secdb {__version__}", *_parts(about)])


def _parts(about: Mapping[str, object]) -> Iterator[str]:
    if about.get("dataset"):
        yield str(about["dataset"])
    if about.get("basis"):
        yield str(about["basis"]).replace("-", " ")
    yield from _days(about)
    if "revision" in about:
        yield f"revision {about['revision']}"


def _days(about: Mapping[str, object]) -> Iterator[str]:
    on, first, last = about.get("on"), about.get("from"), about.get("to")
    if on:
        yield f"on {on}"
    if first and last:
        yield f"{first} to {last}"
    elif first or last:
        yield f"from {first}" if first else f"to {last}"
