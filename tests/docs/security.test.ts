/**
 * docs/security.md names a test for each promise: the files exist, and contain tests of these names.
 *
 * @module-tag telling
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const PAGE = fs.readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');

/** Rows of the tables of promises: the last cell names files, each followed by names of its tests. */
const ROWS = PAGE.slice(PAGE.indexOf('## What is promised'), PAGE.indexOf('## What is not promised'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (promise\b|-+)/.test(line))
  .map((line) => line.split(' | '));

test('each promise names a test that exists', () => {
  const missing: string[] = [];
  let named = 0;
  for (const [promise, tests] of ROWS) {
    const files = [...tests!.matchAll(/`([^`]+\.test\.ts)`((?: "[^"]+",?)*)/g)];
    if (files.length === 0) missing.push(`no test: ${promise}`);
    for (const [, file, names] of files) {
      const text = fs.existsSync(path.join(ROOT, file!)) ? fs.readFileSync(path.join(ROOT, file!), 'utf8') : '';
      const titles = [...names!.matchAll(/"([^"]+)"/g)].map(([, title]) => title!);
      if (titles.length === 0) missing.push(`no name of a test in ${file}: ${promise}`);
      for (const title of titles)
        if (![`'${title}`, `"${title}`].some((start) => text.includes(start))) missing.push(`${file}: ${title}`);
      named += titles.length;
    }
  }
  expect(missing).toEqual([]);
  expect(named).toBeGreaterThan(30);
});
