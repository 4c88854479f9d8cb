"""Where exported files go: written beside their place, and moved there when all of them are whole."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from secdb.errors import RefusedError
from secdb.exchange.targets import require_other, told_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@contextmanager
def placed(folder: Path, names: Sequence[str], database: str | None, *, force: bool) -> Iterator[Path]:
    """Give an empty folder in which to write the files, which are in `folder` when the block ends well; else none is.

    A folder that is not there is made. With `force` files of these names are replaced, each whole; other files stay.
    Raises RefusedError where one is there already or cannot be written, and for the file of the `database`.
    """
    _require_free(folder, names, database, force=force)
    target = folder.resolve()  # a link is followed, not replaced
    with told_as(folder / names[0] if len(names) == 1 else folder), _beside(target) as made:
        yield made
        if target.is_dir():
            for name in names:
                (made / name).replace(target / name)
        else:
            made.rename(target)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of the other one, which is gone afterwards."""
    home = folder if folder.is_dir() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=".secdb-", dir=home))
    try:
        made = beside / "made"
        made.mkdir()
        yield made
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _require_free(folder: Path, names: Sequence[str], database: str | None, *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is a file; name a folder")
    for path in (folder / name for name in names):
        require_other(path, database)
        if path.is_dir():
            raise RefusedError(f"{path} is a folder; name another place")
        if path.exists() and not force:
            raise RefusedError(f"there is {path} already; replace it with --force, or name another place")
