/** A limit stands in one place: a constant of the same name and number in two files is one that drifts. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = path.join(import.meta.dirname, '../../src');
const CONSTANT = /^(?:export )?const ([A-Z][A-Z0-9_]+)(?:: number)? = ([\d_.e-]+);/gm;

/** Words that each file says of itself: the version of its format, how often it looks, how long its secret is. */
const OF_ITS_FILE = new Set(['FORMAT_VERSION', 'INTERVAL', 'BYTES']);
/** Kept as they were, apart from what is developed further: runs of version 2 have to come out again. */
const FROZEN = 'baselines/version-2/';

test('no number has the same name in two files', () => {
  const files = new Map<string, string[]>();
  for (const file of fs.readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || /\.test\./.test(file)) continue;
    for (const [, name, value] of fs.readFileSync(path.join(SOURCES, file), 'utf8').matchAll(CONSTANT)) {
      if (OF_ITS_FILE.has(name!) || file.replaceAll(path.sep, '/').includes(FROZEN)) continue;
      const constant = `${name} = ${Number(value!.replaceAll('_', ''))}`;
      files.set(constant, [...(files.get(constant) ?? []), file]);
    }
  }
  expect(files.size).toBeGreaterThan(100);
  expect([...files].filter(([, found]) => found.length > 1)).toEqual([]);
});
