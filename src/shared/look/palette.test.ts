import { describe, expect, it } from 'vitest';
import { contrast } from './contrast';
import { PALETTES, type Palette } from './palette';

type Colour = Exclude<keyof Palette, 'shadow' | 'outline'>;

const SURFACES: Colour[] = ['ground', 'sheet', 'surface', 'selected', 'button'];

/** Text colours and the surfaces they are used on. */
const TEXTS: readonly (readonly [text: Colour, surfaces: readonly Colour[]])[] = [
  ['text', [...SURFACES, 'buttonHover', 'warningGround']],
  ['faint', [...SURFACES, 'warningGround']],
  ['placeholder', ['sheet', 'ground']],
  ['frameText', ['frame', 'frameHover']],
  ['frameFaint', ['frame']],
  ['onAccent', ['accent', 'accentHover']],
  ['accentText', ['ground', 'sheet', 'surface', 'selected', 'button']],
  ['warning', [...SURFACES, 'warningGround']],
  ['onWaits', ['waits']],
];

/** Parts that have to be visible, and the surfaces they are used on. */
const PARTS: readonly (readonly [part: Colour, surfaces: readonly Colour[]])[] = [
  ['edge', ['ground', 'sheet']],
  ['accent', ['ground', 'sheet', 'surface', 'selected', 'track']],
  ['warning', ['track']],
  ['first', ['ground', 'sheet']],
  ['second', ['ground', 'sheet']],
  ['third', ['ground', 'sheet']],
  ['mapLow', ['sheet']],
  ['mapMiddle', ['sheet']],
  ['mapHigh', ['sheet', 'mapLow']],
];

const tooPale = (palette: Palette, pairs: typeof TEXTS, least: number): string[] =>
  pairs.flatMap(([mark, surfaces]) =>
    surfaces
      .map((surface) => ({ surface, is: contrast(palette[mark], palette[surface]) }))
      .filter(({ is }) => is < least)
      .map(({ surface, is }) => `${mark} on ${surface}: ${is.toFixed(2)}`),
  );

const all = Object.entries(PALETTES).flatMap(([theme, palettes]) =>
  Object.entries(palettes).map(([level, palette]) => ({ theme, level, palette: palette as Palette })),
);

describe.each(all)('$theme, $level contrast', ({ palette }) => {
  it('every text is readable on its surfaces', () => {
    expect(tooPale(palette, TEXTS, 4.5)).toEqual([]);
  });

  it('every meaningful part is visible', () => {
    expect(tooPale(palette, PARTS, 3)).toEqual([]);
  });
});

it.each(all.filter(({ level }) => level === 'high'))(
  'high contrast meets the higher level of WCAG, lines included: $theme',
  ({ palette }) => {
    expect(tooPale(palette, TEXTS, 7)).toEqual([]);
    for (const line of [palette.line, palette.edge, palette.outline])
      expect(contrast(line, palette.sheet)).toBeGreaterThanOrEqual(7);
  },
);
