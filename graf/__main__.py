"""``python -m graf``."""

from graf.cli import main

main()
