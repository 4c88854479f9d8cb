"""Every failure secdb reports, with the exit code the command line gives it.

Exit codes (public, see docs/cli.md): 1 the request cannot be met, 2 wrong usage, 3 the database cannot be used.
"""

from __future__ import annotations


class SecdbError(Exception):
    """A failure with one clear line for the user; `exit_code` is what the command line returns."""

    exit_code = 1


class NotFoundError(SecdbError):
    """No record answers to the name given; the message lists the nearest ones."""


class AmbiguousError(SecdbError):
    """More than one record answers to the name given; the message lists them."""


class RefusedError(SecdbError):
    """A rule of the register forbids the write; nothing was written."""


class UsageError(SecdbError):
    """An argument cannot be understood: wrong usage."""

    exit_code = 2


class DateError(UsageError):
    """A text is not a date or period this register can read, or names a day that does not exist."""


class DatabaseError(SecdbError):
    """The database is missing, of another schema, locked, read-only or damaged."""

    exit_code = 3
