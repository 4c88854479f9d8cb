"""Where a package goes: written beside its place, and moved there when it is whole."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from secdb.errors import RefusedError
from secdb.exchange.csvfile import PackageError
from secdb.exchange.package import DESCRIPTOR, MARK, read_descriptor
from secdb.exchange.packages.files import DOCUMENTS
from secdb.exchange.targets import require_outside, told_as

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_replaced(folder: Path, database: str | None, *, force: bool) -> dict[str, Any]:
    """Return the descriptor of the package that is to be replaced, empty where there is none.

    Raises RefusedError where there is anything else than a package of secdb, a package without `force`, and where the
    `database` lies in it.
    """
    require_outside(folder, database)
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    if not folder.is_dir():
        raise RefusedError(f"{folder} is a file; name a folder")
    described = _of_secdb(folder)
    if described is None:
        raise RefusedError(f"{folder} holds other files than a package of secdb; name a new folder")
    if not force:
        raise RefusedError(f"there is a package in {folder} already; replace it with --force, or name a new folder")
    return described


@contextmanager
def placed(folder: Path, replaced: dict[str, Any]) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes `folder` when the block ends well; else nothing is changed.

    Files in the package replaced that are not part of it, such as a README, are kept.
    """
    target = folder.resolve()  # a link is followed, not replaced
    with told_as(folder), _beside(target) as beside:
        made = beside / target.name
        made.mkdir()
        yield made
        if replaced:
            _keep_others(target, made, _own_files(replaced))
            target.rename(beside / "replaced")
        try:
            os.replace(made, target)  # noqa: PTH105 - takes the place of an empty folder
        except OSError:
            if replaced:
                (beside / "replaced").rename(target)
            raise


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of the other one, which is gone afterwards."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=".secdb-", dir=folder.parent))
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _of_secdb(folder: Path) -> dict[str, Any] | None:
    """Return the descriptor of a package that secdb wrote, None for anything else."""
    try:
        described = read_descriptor(folder)
    except PackageError:
        return None
    return described if MARK in described else None


def _own_files(described: dict[str, Any]) -> set[str]:
    """Return the names of what lies in the folder of a package and is part of it."""
    resources = (one.get("path") for one in described["resources"] if isinstance(one, dict))
    first = {PurePosixPath(path).parts[0] for path in resources if isinstance(path, str) and path}
    return {DESCRIPTOR, DOCUMENTS, *first}


def _keep_others(folder: Path, made: Path, own: set[str]) -> None:
    for path in folder.iterdir():
        if path.name in own:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, made / path.name, symlinks=True)
        else:
            shutil.copy2(path, made / path.name, follow_symlinks=False)
