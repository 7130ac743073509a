"""Where the ontology, the shapes and the data lie: in the installed package or in the checkout."""

import os
from importlib.resources import files
from pathlib import Path

from aikg.errors import StoreError

#: folders at the top of a checkout that ship inside the wheel as ``aikg/<name>``
FOLDERS = ("ontology", "shapes", "data")


def folder(name: str) -> Path:
    """Return the folder ``name`` (one of ``FOLDERS``) as a path.

    Raises StoreError when the installation lacks it.
    """
    installed = Path(str(files("aikg"))) / name
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[2] / name
    if checkout.is_dir():
        return checkout
    raise StoreError(f"this installation of aikg has no folder '{name}'", "install aikg again")


def store_folder() -> Path:
    """Return where the built store lies: ``$AIKG_STORE``, ``store/`` of a checkout, or the user's cache."""
    chosen = os.environ.get("AIKG_STORE")
    if chosen:
        return Path(chosen).expanduser()
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "ontology").is_dir():
        return checkout / "store"
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "aikg"
