"""Takes the tutorial's pictures from those that the desktop's tests leave.

    docs/pictures.py FOLDER

Needs Pillow, which comes with matplotlib.
"""

from __future__ import annotations

import sys
from pathlib import Path

_WIDTH = 1200
_PICTURES = {
    "panel": "example-en/1-panel",
    "example": "example-en/2-example",
    "unevenness": "example-en/3-unevenness",
    "results": "example-en/4-results",
    "cities": "example-en/6-cities",
    "panel_zh": "own-zh-Hans/1-panel",
    "unevenness_zh": "own-zh-Hans/2-unevenness",
}


def main() -> None:
    """Smaller, and with few colours."""
    from PIL import Image

    target = Path(__file__).resolve().parent / "images" / "tutorial"
    for name, source in _PICTURES.items():
        picture = Image.open(Path(sys.argv[1]) / f"{source}.png").convert("RGB")
        height = picture.height * _WIDTH // picture.width
        small = picture.resize((_WIDTH, height), Image.Resampling.LANCZOS)
        few = small.quantize(128, dither=Image.Dither.NONE)
        few.save(target / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
