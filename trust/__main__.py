"""`python -m trust [--kills N]`: what was answered 'bewaard' survives a server that is killed."""

import argparse
import sys

from trust.killing import survive


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m trust", description=__doc__)
    asked.add_argument("--kills", type=int, default=40)
    return 0 if survive(asked.parse_args().kills) else 1


if __name__ == "__main__":
    sys.exit(main())
