import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { MEASURES, MOTION, PRINTED, SPACES, TEXT } from '../../shared/look/scale';

const SOURCES = path.join(import.meta.dirname, '../..');
/** What is seen: window, charts, the printed report. */
const SEEN = /^renderer.(?!theme)|^features.[\w-]+.(?:window|charts)|^features.report.engine.page|^shared.charts/;

const files = fs
  .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => SEEN.test(file) && /\.(?:css|tsx?|html)$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: fs.readFileSync(path.join(SOURCES, file), 'utf8') }));

/** Finds literals where a style should use a name of the theme. */
const found = (ending: RegExp, literal: RegExp): string[] =>
  files
    .filter(({ file }) => ending.test(file))
    .flatMap(({ file, text }) => [...text.matchAll(literal)].map(([match]) => `${file}: ${match}`));

it('spaces, text sizes and corners use the scale, wherever a style names one', () => {
  expect(
    found(/css$/, /^\s*(?:(?:row-|column-)?gap|(?:padding|margin)[\w-]*):[^;]*\b(?:[2-9]|\d{2,})px[^;]*;/gm),
  ).toEqual([]);
  expect(found(/css$/, /^\s*(?:font-size|border-radius):[^;]*\d(?:px|rem|em|pt)[^;]*;/gm)).toEqual([]);
  expect(found(/tsx$/, /[\s(](?:gap|spacing|[pm][xytblr]?)=\{[1-9]\d*\}/g)).toEqual([]);
  // Mantine takes one name of the scale; two of them are no valid style, which leaves no space at all.
  expect(found(/tsx$/, /\s(?:gap|spacing|[pm][xytblr]?)="[a-z\d]+ [^"]*"/g)).toEqual([]);
  expect(found(/tsx?$/, /\b(?:fz|fontSize)[=:]\s*[{'"]?\d[^\s,}]*/g)).toEqual([]);
  expect(found(/ts$/, /font(?:-size)?:\s*\d[\d.]*p[tx]/g)).toEqual([]);
});

it('texts have two weights', () => {
  expect(
    found(
      /(?:css|tsx?)$/,
      /\b(?:font-weight|fontWeight|fw)\b\s*[=:][^;,}\n]*\b(?:[1235789]00|[4-6][1-9]\d|bold|bolder|normal|lighter)\b/g,
    ),
  ).toEqual([]);
});

it('colours use the palette', () => {
  // Black is the shade over whatever lies below.
  expect(found(/css$/, /#(?!000\b)[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\((?!0 0 0)[^)]*\)/gi)).toEqual([]);
  expect(found(/(?:tsx?|html)$/, /['"`:]\s?#(?:[\da-f]{3}|[\da-f]{6})\b|['"`](?:rgb|hsl)a?\(\d[^)]*\)['"`]/gi)).toEqual(
    [],
  );
  expect(
    found(/tsx$/, /\b(?:c|color|bg)="(?:red|yellow|orange|green|teal|blue|lime|pink|grape|violet)\b[^"]*"/g),
  ).toEqual([]);
});

it('compact is tighter everywhere, and no smaller to read or to hit', () => {
  for (const sizes of [SPACES, MEASURES])
    for (const [name, size] of Object.entries(sizes.compact))
      expect(size, name).toBeLessThan((sizes.comfortable as Record<string, number>)[name]!);
  // WCAG 2.2 requires targets of 24 pixels.
  for (const row of ['row', 'head', 'entry', 'link'] as const) expect(MEASURES.compact[row]).toBeGreaterThanOrEqual(24);
  expect(Math.min(...Object.values(TEXT))).toBeGreaterThanOrEqual(12);
  // A point has 4/3 pixels.
  expect((Math.min(...Object.values(PRINTED)) * 4) / 3).toBeGreaterThanOrEqual(11);
  for (const scale of [TEXT, PRINTED]) expect(Object.keys(scale)).toHaveLength(5);
});

it('no movement takes 200 ms', () => {
  expect(Math.max(...Object.values(MOTION))).toBeLessThan(200);
});
