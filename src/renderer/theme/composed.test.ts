/** A build repeats composed rules beside each style that composes them, so that only a layer keeps them below that style's own. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = path.join(import.meta.dirname, '../..');
const COMPOSES = /composes: ([\w-]+) from '([^']+)'/g;

const composed = fs
  .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.module.css'))
  .flatMap((file) => {
    const text = fs.readFileSync(path.join(SOURCES, file), 'utf8');
    return Array.from(text.matchAll(COMPOSES), ([, name, from]) => ({
      name: name!,
      from: path.join(SOURCES, path.dirname(file), from!),
    }));
  });

/** Classes with a rule that stands in no layer; rules of the first level begin at the start of a line. */
const unlayered = (css: string): string[] =>
  [...css.matchAll(/^(\.[^{@]*)\{/gm)].flatMap(([, selectors]) =>
    Array.from(selectors!.matchAll(/\.([\w-]+)/g), ([, name]) => name!),
  );

it('rules that another file composes stand in a layer', () => {
  expect(composed.length).toBeGreaterThan(5);
  const outside = composed.filter(({ name, from }) => unlayered(fs.readFileSync(from, 'utf8')).includes(name));
  expect(outside.map(({ name, from }) => `${path.relative(SOURCES, from)}: ${name}`)).toEqual([]);
});
