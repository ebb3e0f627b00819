#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turns the frame buffer file of Xvfb (-fbdir) into a PNG and says how much is on it.

picture.py SCREEN PNG prints "COLOURS CHECKSUM": a blank screen has one colour, and two equal
pictures have the same checksum.
"""

import struct
import sys
import zlib

# The X window dump header, up to and with the number of entries in its colour table.
_FIELDS = ("header_size version format depth width height x_offset byte_order unit bit_order pad "
           "bits_per_pixel bytes_per_line visual red green blue bits_per_rgb entries colours").split()


def read_screen(data):
    """Width, height and the rows of a 24-bit screen as RGB bytes."""
    header = dict(zip(_FIELDS, struct.unpack(">20I", data[:80])))
    if header["version"] != 7 or header["bits_per_pixel"] != 32:
        sys.exit("not a 24-bit X window dump")
    start = header["header_size"] + header["colours"] * 12
    rows = []
    for y in range(header["height"]):
        begin = start + y * header["bytes_per_line"]
        pixels = data[begin:begin + header["width"] * 4]
        row = bytearray(header["width"] * 3)
        blue, red = (0, 2) if header["byte_order"] == 0 else (3, 1)
        row[0::3], row[1::3], row[2::3] = (pixels[red::4], pixels[(red + blue) // 2::4],
                                           pixels[blue::4])
        rows.append(bytes(row))
    return header["width"], header["height"], rows


def png(width, height, rows):
    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body
                + struct.pack(">I", zlib.crc32(kind + body)))

    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 6))
            + chunk(b"IEND", b""))


def main():
    screen, target = sys.argv[1:]
    with open(screen, "rb") as file:
        width, height, rows = read_screen(file.read())
    with open(target, "wb") as file:
        file.write(png(width, height, rows))
    colours = {row[i:i + 3] for row in rows for i in range(0, len(row), 3)}
    print(len(colours), zlib.crc32(b"".join(rows)))


if __name__ == "__main__":
    main()
