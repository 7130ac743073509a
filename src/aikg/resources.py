"""Where the ontology, the shapes and the data lie: in the installed package or in the checkout."""

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
