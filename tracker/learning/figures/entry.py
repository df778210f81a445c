"""The address for phones as a square that a camera reads (L17)."""

import segno
from markupsafe import Markup

from tracker.pictures import pen

QUIET = 4
"""The empty border that ISO/IEC 18004 asks around the square, in modules."""


def entry_picture(address: str) -> Markup:
    """A QR code of this address, drawn by a path of its dark modules."""
    rows = segno.make(address, error="m", micro=False).matrix
    side = len(rows) + 2 * QUIET
    dark = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module
    )
    marks = [pen.block("qr-paper", 0, 0, side, side), f'<path class="qr-ink" d="{dark}"/>']
    label = f"QR-code van {address}"
    return pen.paper(marks, width=side, height=side, label=label, kind="qr")
