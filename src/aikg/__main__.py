"""Run the command line with ``python -m aikg``."""

from aikg.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
