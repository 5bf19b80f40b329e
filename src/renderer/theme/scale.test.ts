import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { MEASURES, MOTION, SPACES, TEXT } from './scale';

const WINDOW = path.join(import.meta.dirname, '../..');

const filesOf = (ending: string): string[] =>
  fs
    .readdirSync(WINDOW, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && /^renderer.(?!theme)|^features.[\w-]+.window/.test(file));

/** Finds literals where a style should use a name of the theme. */
const found = (ending: string, literal: RegExp): string[] =>
  filesOf(ending).flatMap((file) =>
    [...fs.readFileSync(path.join(WINDOW, file), 'utf8').matchAll(literal)].map(([text]) => `${file}: ${text}`),
  );

it('spaces, text sizes and corners use the scale, wherever a style names one', () => {
  expect(
    found('.css', /^\s*(?:(?:row-|column-)?gap|(?:padding|margin)[\w-]*):[^;]*\b(?:[2-9]|\d{2,})px[^;]*;/gm),
  ).toEqual([]);
  expect(found('.css', /^\s*(?:font-size|border-radius):[^;]*\dpx[^;]*;/gm)).toEqual([]);
  expect(found('.tsx', /[\s(](?:gap|spacing|[pm][xytblr]?)=\{[1-9]\d*\}/g)).toEqual([]);
});

it('colours use the palette', () => {
  // Black is a shadow over whatever lies below.
  expect(found('.css', /#(?!000\b)[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\((?!0 0 0)[^)]*\)/gi)).toEqual([]);
  expect(found('.tsx', /['"`]#[\da-f]{3,8}['"`]/gi)).toEqual([]);
});

it('compact is tighter everywhere, and no smaller to read or to hit', () => {
  for (const sizes of [SPACES, MEASURES])
    for (const [name, size] of Object.entries(sizes.compact))
      expect(size, name).toBeLessThan((sizes.comfortable as Record<string, number>)[name]!);
  // WCAG 2.2 requires targets of 24 pixels.
  for (const row of ['row', 'head', 'entry', 'link'] as const) expect(MEASURES.compact[row]).toBeGreaterThanOrEqual(24);
  expect(Math.min(...Object.values(TEXT))).toBeGreaterThanOrEqual(12);
});

it('no movement takes 200 ms', () => {
  expect(Math.max(...Object.values(MOTION))).toBeLessThan(200);
});
