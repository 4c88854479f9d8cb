"""Who signs a revision off."""

import getpass
import shutil
import subprocess


def author(given: str | None) -> str:
    """Return the author: the option, else git's user.name, else the login name."""
    return given or _from_git() or _login()


def _from_git() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    found = subprocess.run([git, "config", "--get", "user.name"], capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout.strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no entry for this user on the machine
        return "unknown"
