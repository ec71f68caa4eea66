"""`python -m soten`, the same as the command `soten`."""

from soten.cli import main

if __name__ == "__main__":
    main()
