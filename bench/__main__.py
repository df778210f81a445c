"""`python -m bench [name ...] [--quick]`: measure, say which bars are met, fail when one is not."""

import argparse
import sys

from bench import dashboards, importing, lcp, machine, pages, weight

FIGURES = {
    "pages": pages.measure,
    "dashboards": dashboards.measure,
    "weight": weight.measure,
    "lcp": lcp.measure,
    "importing": importing.measure,
}


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("names", nargs="*", metavar="name", help=", ".join(FIGURES))
    asked.add_argument("--quick", action="store_true", help="a tenth of the cases, fewer rounds")
    given = asked.parse_args()
    if unknown := set(given.names) - set(FIGURES):
        asked.error(f"no such figure: {', '.join(sorted(unknown))}")
    print(machine.told(), flush=True)
    met = [FIGURES[name](quick=given.quick) for name in given.names or FIGURES]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
