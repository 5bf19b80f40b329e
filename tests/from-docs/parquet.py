"""Reads columns of the Parquet files of a data set with numpy, as far as docs/run-format.md ("Lists from a bundle") says they go."""

import struct

import numpy as np


class Compact:
    """Reads Thrift's compact protocol, in which Parquet writes its headers, and the numbers of varying length in it."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def take(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value, shift = value | (byte & 127) << shift, shift + 7
            if byte < 128:
                return value

    def signed(self):
        value = self.number()
        return value >> 1 ^ -(value & 1)

    def value(self, kind):
        if kind in (1, 2):
            return kind == 1
        if kind in (3, 7):
            return self.take(1 if kind == 3 else 8)
        if kind in (4, 5, 6):
            return self.signed()
        if kind == 8:
            return bytes(self.take(self.number()))
        if kind in (9, 10):
            head = self.take(1)[0]
            count = self.number() if head >> 4 == 15 else head >> 4
            return [self.value(head & 15) for _ in range(count)]
        fields, field = {}, 0
        while head := self.take(1)[0]:
            field = field + (head >> 4) if head >> 4 else self.signed()
            fields[field] = self.value(head & 15)
        return fields


def unsnapped(data):
    """What a block of Snappy holds."""
    source, out = Compact(data), bytearray()
    size = source.number()
    while len(out) < size:
        tag = source.take(1)[0]
        if tag & 3 == 0:
            extra = max(0, (tag >> 2) - 59)
            out += source.take((int.from_bytes(source.take(extra), "little") if extra else tag >> 2) + 1)
            continue
        if tag & 3 == 1:
            left, back = 4 + (tag >> 2 & 7), (tag >> 5) << 8 | source.take(1)[0]
        else:
            left, back = 1 + (tag >> 2), int.from_bytes(source.take(2 if tag & 3 == 2 else 4), "little")
        while left:
            piece = out[-back:][:left]
            out, left = out + piece, left - len(piece)
    return bytes(out)


def runs(data, width, count):
    """Numbers as Parquet's mixture of repetitions and packed bits."""
    source, parts = Compact(data), [np.zeros(0, np.int64)]
    while sum(map(len, parts)) < count:
        head = source.number()
        if head & 1:
            bits = np.unpackbits(np.frombuffer(source.take((head >> 1) * width), np.uint8), bitorder="little")
            parts.append(bits.reshape(-1, width) @ (1 << np.arange(width)))
        else:
            parts.append(np.full(head >> 1, int.from_bytes(source.take((width + 7) // 8), "little")))
    return np.concatenate(parts)[:count]


def plain(data, kind, count):
    """Values as Parquet writes them one after the other."""
    if kind == 0:
        return np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")[:count].astype(bool)
    if kind != 6:
        return np.frombuffer(data, {1: "<i4", 2: "<i8", 4: "<f4", 5: "<f8"}[kind], count)
    texts, at = [], 0
    for _ in range(count):
        size = struct.unpack_from("<I", data, at)[0]
        texts.append(data[at + 4 : at + 4 + size].decode())
        at += 4 + size
    return np.array(texts, object)


def column(data, name):
    """One column of a Parquet file: a list with None where there is no value, and a list for a set."""
    meta = Compact(data, len(data) - 8 - struct.unpack("<I", data[-8:-4])[0]).value(12)
    rows = []
    for chunk in (part[3] for group in meta[4] for part in group[1] if part[3][3][0].decode() == name):
        source, seen, words = Compact(data, chunk.get(11, chunk[9])), 0, None
        depth = 3 if len(chunk[3]) > 1 else 1
        while seen < chunk[5]:
            page = source.value(12)
            content = unsnapped(source.take(page[3]))
            if page[1] == 2:
                words = plain(content, chunk[1], page[7][1])
                continue
            count, body, levels = page[5][1], Compact(content), []
            for width in (1, 2) if depth == 3 else (1,):
                levels.append(runs(body.take(struct.unpack("<I", body.take(4))[0]), width, count))
            there = levels[-1] == depth
            known = int(there.sum())
            if known and (chunk[4] != 1 or page[5][2] not in (0, 8)):
                raise ValueError(f"{name} is written in a way that this reader does not know.")
            coded = page[5][2] == 8
            width = body.take(1)[0] if coded else 0
            rest = content[body.at :]
            values = np.full(count, None, object)
            values[there] = words[runs(rest, width, known)] if coded else plain(rest, chunk[1], known)
            for place, value in enumerate(values):
                if depth == 1 or levels[0][place] == 0:
                    rows.append(value if depth == 1 else [])
                if depth == 3 and there[place]:
                    rows[-1].append(value)
            seen += count
    return rows
