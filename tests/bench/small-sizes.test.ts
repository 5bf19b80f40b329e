import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import SMALL from '../../bench/small.json';

const BENCH = path.join(import.meta.dirname, '../../bench');

it('every bench has a small size', () => {
  const names = readdirSync(BENCH).filter((name) => existsSync(path.join(BENCH, name, 'main.mjs')));
  expect(Object.keys(SMALL).toSorted()).toEqual(names.toSorted());
});
