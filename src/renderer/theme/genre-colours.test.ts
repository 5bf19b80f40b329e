import { describe, expect, it } from 'vitest';
import { GENRE_COLOURS } from '../../shared/labels/genre-colours';
import { contrast, linear } from '../../shared/look/contrast';
import { GREY, OKABE_ITO } from './genre-colours';
import { PALETTES } from '../../shared/look/palette';

type Triple = [number, number, number];

/**
 * How eyes without one kind of cone see, as a matrix on linear sRGB: Machado, Oliveira and Fernandes (2009), severity
 * 1.
 */
const EYES: Readonly<Record<string, readonly Triple[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no green cones (deuteranopia)': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no red cones (protanopia)': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no blue cones (tritanopia)': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seen = (eye: readonly Triple[], colour: Triple): Triple =>
  eye.map((row) => Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]))) as Triple;

/** CIELAB under D65, where distances approximate perceived differences. */
function lab([red, green, blue]: Triple): Triple {
  const f = (part: number): number => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.entries(GREY))('on the %s theme', (_theme, grey) => {
  const colours: Readonly<Record<string, string>> = { ...OKABE_ITO, grey };

  it('every colour has a value', () => {
    expect(Object.keys(colours).toSorted()).toEqual([...GENRE_COLOURS].toSorted());
  });

  // Twelve is several times the just noticeable difference (2.3).
  it.each(Object.entries(EYES))('all colours differ for eyes with %s', (_eyes, eye) => {
    const points = Object.entries(colours).map(([name, hex]) => ({ name, at: lab(seen(eye, linear(hex))) }));
    const near = points.flatMap((one, index) =>
      points
        .slice(0, index)
        .filter((other) => Math.hypot(...one.at.map((part, axis) => part - other.at[axis]!)) < 12)
        .map((other) => `${one.name} and ${other.name}`),
    );
    expect(near).toEqual([]);
  });
});
it('the outline of a mark stands out from its background and its fill', () => {
  for (const {
    normal: { text, sheet },
  } of Object.values(PALETTES)) {
    expect(contrast(text, sheet)).toBeGreaterThan(7);
    const pale = Object.values(OKABE_ITO).filter((hex) => contrast(hex, sheet) < 3 && contrast(hex, text) < 3);
    expect(pale).toEqual([]);
  }
});
