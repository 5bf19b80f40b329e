/**
 * A build repeats composed rules beside each style that composes them, so that the last copy wins over the style's own. Elements name both classes
 * instead, the shared one first.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = path.join(import.meta.dirname, '../..');
const STYLES = fs.readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

it('no style composes rules of another, and none needs cascade layers', () => {
  expect(STYLES.length).toBeGreaterThan(10);
  const found = STYLES.filter((file) => /composes:|@layer/.test(fs.readFileSync(path.join(SOURCES, file), 'utf8')));
  expect(found).toEqual([]);
});

it('a component imports the shared styles before its own', () => {
  const late = fs
    .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .filter((file) => {
      const text = fs.readFileSync(path.join(SOURCES, file), 'utf8');
      const shared = text.search(/^import (?:frame|titleRows) from/m);
      const own = text.search(/^import classes from/m);
      return shared !== -1 && own !== -1 && own < shared;
    });
  expect(late).toEqual([]);
});
