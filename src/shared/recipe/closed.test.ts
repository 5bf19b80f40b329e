/**
 * Version 4 of the recipe is closed: its knobs, what each may be, their defaults and the bits of the golden runs stay. What changes one of
 * these is a new version, with hashes of its own here.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { KNOBS, RECIPE_VERSION } from './table';

const CLOSED: Readonly<Record<number, { readonly table: string; readonly golden: string }>> = {
  4: {
    table: '052ce79f08347647f0665a39f4cfb350de484584453d93b49a534304c01f5392',
    golden: 'a06dabae69c2ac7f8575457d0cbda208e89f42b5c9291b3ada04cdc5e41b7d73',
  },
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A knob without its texts, which may be said better at any time. */
const meaningOf = ([name, knob]: [string, object]): [string, object] => [
  name,
  Object.fromEntries(Object.entries(knob).filter(([part]) => !['label', 'help', 'zero', 'unit'].includes(part))),
];

test('a closed recipe version keeps its knobs, their defaults and its golden runs', () => {
  const hashes = path.join(import.meta.dirname, '../../../tests/golden/hashes.json');
  expect({
    table: sha256(JSON.stringify(Object.entries(KNOBS).map(meaningOf))),
    golden: sha256(JSON.stringify(JSON.parse(readFileSync(hashes, 'utf8')))),
  }).toEqual(CLOSED[RECIPE_VERSION]);
});
