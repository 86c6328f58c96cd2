"""Which code points each shipped face keeps, as `pyftsubset --unicodes-file` lists.

Usage: charsets.py OUTDIR SANS_REGULAR SANS_BOLD SERIF_REGULAR SERIF_BOLD RARE

Sets follow GB 18030-2022. Level 1 is the URO to U+9FEF, Extension A and the
compatibility ideographs the standard names; level 2 adds the characters of the
Table of General Standard Chinese Characters (8,105, Unihan kTGH); level 3 is
every ideograph through Extension F.
"""

import bz2
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"

SYMBOL_BLOCKS = [
    (0x0020, 0x052F),  # Latin, Greek, Cyrillic
    (0x1E00, 0x1EFF),  # pinyin and Vietnamese letters
    (0x2000, 0x2BFF),  # punctuation, numbers, arrows, box drawing, shapes
    (0x2E80, 0x33FF),  # radicals, CJK punctuation, kana, bopomofo, squared
    (0xFE10, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # half and full width
]
LEVEL_1 = [(0x4E00, 0x9FEF), (0x3400, 0x4DB5)]
AMENDMENT_1 = [(0x9FF0, 0x9FFF), (0x4DB6, 0x4DBF)]
COMPATIBILITY = [0xF92C, 0xF979, 0xF995, 0xF9E7, 0xF9F1] + list(range(0xFA0C, 0xFA2A))
LEVEL_3 = [(0x20000, 0x2A6DF), (0x2A700, 0x2B739), (0x2B740, 0x2B81D),
           (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0), (0x30000, 0x323AF)]


def spread(ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def general_standard():
    """The 8,105 characters of 通用规范汉字表."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        rows = (line.split("\t") for line in lines if not line.startswith("#"))
        return {int(row[0][2:], 16) for row in rows if len(row) > 1 and row[1] == "kTGH"}


def gb2312():
    """The 6,763 ideographs and the symbols of GB/T 2312."""
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def cmap(path):
    return set(TTFont(path, lazy=True).getBestCmap())


def write(path, points):
    path.write_text("".join(f"U+{c:04X}\n" for c in sorted(points)), encoding="ascii")


def main():
    out = Path(sys.argv[1])
    sans, sans_bold, serif, serif_bold, rare = map(cmap, sys.argv[2:7])
    symbols = spread(SYMBOL_BLOCKS)
    ideographs = spread(LEVEL_1 + AMENDMENT_1 + LEVEL_3) | set(COMPATIBILITY)
    whole = symbols | ideographs
    heading = symbols | general_standard() | gb2312()
    write(out / "sc-Regular.txt", sans & whole)
    write(out / "sc-Bold.txt", sans_bold & heading)
    write(out / "serif-Regular.txt", serif & whole)
    write(out / "serif-Bold.txt", serif_bold & heading)
    write(out / "rare.txt", (rare & ideographs) - sans)


if __name__ == "__main__":
    main()
