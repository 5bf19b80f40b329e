/**
 * The accessibility tree of a screen, kept as a reviewed file: roles, names and order. Values that differ between
 * machines or days (figures, times, IDs, paths, titles of lists) are masked; of consecutive similar rows or entries,
 * the first is kept.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { WORDS } from '../../../src/features/words';

const FILES = path.join(import.meta.dirname, '../aria');

export interface Masks {
  /** Names from the data: titles, series, genres. Longer ones are matched first. */
  readonly names: readonly string[];
  /** Of runs. */
  readonly ids: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Compares with tests/e2e/aria, waiting until the screen matches. After a change of a screen, run the test with
 * `--update` and read the difference.
 * @param state the file's name without extension
 * @param end start of the first line to leave out, where content depends on the machine
 */
export async function expectTree(shown: Locator, state: string, masks: Masks, end?: string): Promise<void> {
  const file = path.join(FILES, `${state}.txt`);
  const wanted = await fs.readFile(file, 'utf8').catch(() => null);
  const read = async (): Promise<string> => {
    const lines = (await shown.ariaSnapshot()).split('\n').filter((line) => !LEFT_OUT.test(line));
    const last = end === undefined ? -1 : lines.findIndex((line) => line.includes(end));
    const tree = folded(lines.slice(0, last === -1 ? undefined : last)).map((line) => masked(line, masks));
    return `${tree.join('\n')}\n`;
  };
  // The final comparison shows a lasting difference.
  await expect
    .poll(read, { timeout: LONGEST })
    .toBe(wanted)
    .catch(() => undefined);
  await expect(await read()).toMatchFileSnapshot(file);
}

/** Milliseconds to wait for the expected tree. */
const LONGEST = 10_000;

/** What AG Grid says of the focused row, for as long as it takes to be read out. */
const OF_FOCUSED_ROW = [WORDS['grid.ariaRowSelect'], WORDS['grid.ariaRowDeselect']].flatMap((text) =>
  Object.values(text),
);
/** Addresses, and that text. */
const LEFT_OUT = new RegExp(`- /url: |- text: (?:${OF_FOCUSED_ROW.join('|')})`);

const depthOf = (line: string): number => line.search(/\S/);
const MANY = /^\s*- '?(?:listitem|row)\b/;

/** Removes entries and rows that follow another of their kind. */
function folded(lines: readonly string[]): string[] {
  const kept: string[] = [];
  /** Depth of the line being left out; deeper lines belong to it. */
  let left: number | null = null;
  /** Depths that already have an entry, above the current line. */
  let entries: number[] = [];
  for (const line of lines) {
    const depth = depthOf(line);
    if (left !== null && depth > left) continue;
    left = null;
    entries = entries.filter((entry) => entry < depth || (entry === depth && MANY.test(line)));
    if (!MANY.test(line)) kept.push(line);
    else if (!entries.includes(depth)) {
      entries.push(depth);
      kept.push(line);
    } else {
      left = depth;
      const more = `${' '.repeat(depth)}- more`;
      if (kept.at(-1) !== more) kept.push(more);
    }
  }
  return kept;
}

function masked(line: string, { names, ids, folders }: Masks): string {
  const replaced = (text: string, values: readonly string[], by: string): string =>
    values
      .toSorted((one, other) => other.length - one.length)
      .reduce((left, value) => left.replaceAll(value, by), text);
  return replaced(replaced(replaced(line, folders, 'FOLDER'), ids, 'ID'), names, 'OF DATA')
    .replace(/ \[active\]/, '')
    .replaceAll(/\b[CG]PU\b/g, 'DEVICE')
    .replaceAll(/\b[0-9a-f]{12,64}\b/g, 'HASH')
    .replaceAll(/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g, 'MONTH')
    .replaceAll(/\b[AP]M\b|오전|오후/g, 'HALF DAY')
    .replaceAll(/(?<!level=)\d+(?:[.,]\d+)*/g, '#')
    .replaceAll(/(?:# ?(?:ms|s|min|초|분)\b ?|# ?(?:밀리초|초|분) ?)+/g, 'SPAN ')
    .trimEnd();
}
