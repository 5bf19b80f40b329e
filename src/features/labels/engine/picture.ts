/** Recognises a picture by its first bytes, and reads its size without decoding it: PNG, JPEG and WebP. */
import type { POSTER_TYPES } from '../../../shared/contract/labels';

interface Picture {
  readonly type: (typeof POSTER_TYPES)[number];
  /** In pixels, as the header says. */
  readonly width: number;
  readonly height: number;
  /** Whether it contains several pictures, one after another. */
  readonly isAnimated: boolean;
}

/** Null if the bytes are no such picture, or end before its size. */
export function pictureOf(bytes: Buffer): Picture | null {
  // A truncated header leads to a read beyond its end.
  try {
    const picture = pngOf(bytes) ?? jpegOf(bytes) ?? webpOf(bytes);
    return picture === null || picture.width === 0 || picture.height === 0 ? null : picture;
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

const ascii = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length);

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** W3C, PNG (third edition), 5.3 and 11.2.1: the first chunk is IHDR; acTL before IDAT makes it an animation. */
function pngOf(bytes: Buffer): Picture | null {
  if (!bytes.subarray(0, 8).equals(PNG) || ascii(bytes, 12, 4) !== 'IHDR') return null;
  return {
    type: 'image/png',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    isAnimated: hasAnimation(bytes),
  };
}

function hasAnimation(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const chunk = ascii(bytes, at + 4, 4);
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT') return false;
  }
  return false;
}

/** Markers of a frame's header, SOF0 to SOF15, without those of tables and of the arithmetic coder. ITU T.81, table B.1. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length: restarts, start and end of the picture, and TEM. */
const isAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd9) || marker === 0x01;

/** ITU T.81, B.2.2: height and width stand in the frame's header, after any number of other segments. */
function jpegOf(bytes: Buffer): Picture | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    // A marker may be preceded by padding with its first byte.
    if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (isFrame(marker))
      return {
        type: 'image/jpeg',
        width: bytes.readUInt16BE(at + 7),
        height: bytes.readUInt16BE(at + 5),
        isAnimated: false,
      };
    // The scan begins before any size.
    else if (marker === 0xda) return null;
    else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return null;
}

/** RFC 9649, 2.4 to 2.7: a simple picture with or without loss, or an extended one with the size of its canvas. */
function webpOf(bytes: Buffer): Picture | null {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return null;
  const sized = (width: number, height: number, isAnimated = false): Picture => ({
    type: 'image/webp',
    width,
    height,
    isAnimated,
  });
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return null;
      return sized(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      if (bytes.readUInt8(20) !== 0x2f) return null;
      const sizes = bytes.readUInt32LE(21);
      return sized((sizes & 0x3fff) + 1, ((sizes >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sized(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1, (bytes.readUInt8(20) & 0x02) !== 0);
    default:
      return null;
  }
}
