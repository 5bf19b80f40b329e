/**
 * A limit stands in one place: a constant with the same name and number in two files would drift.
 *
 * @module-tag telling
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = path.join(import.meta.dirname, '../../src');
const CONSTANT = /^(?:export )?const ([A-Z][A-Z0-9_]+)(?:: number)? = ([\d_.e-]+);/gm;

/** Names that each file may define for itself: its format's version, its interval, the length of its secret. */
const OF_ITS_FILE = new Set(['FORMAT_VERSION', 'INTERVAL', 'BYTES']);

test('no constant has the same name and number in two files', () => {
  const files = new Map<string, string[]>();
  for (const file of fs.readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || /\.test\./.test(file)) continue;
    for (const [, name, value] of fs.readFileSync(path.join(SOURCES, file), 'utf8').matchAll(CONSTANT)) {
      if (OF_ITS_FILE.has(name!)) continue;
      const constant = `${name} = ${Number(value!.replaceAll('_', ''))}`;
      files.set(constant, [...(files.get(constant) ?? []), file]);
    }
  }
  expect(files.size).toBeGreaterThan(100);
  expect([...files].filter(([, found]) => found.length > 1)).toEqual([]);
});
