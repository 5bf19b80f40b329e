/**
 * Every bench runs at its small size and prints its table with figures.
 *
 * @module-tag rare
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import SMALL from '../../bench/small.json';

interface Small {
  readonly options: string;
  /** What its table has a figure for. */
  readonly shows: readonly string[];
  /** What it has one for beside the programs that need Python's packages of bench/peers. */
  readonly peers?: readonly string[];
}

const ROOT = path.join(import.meta.dirname, '../..');
const BENCH = path.join(ROOT, 'bench');
const sizes: Readonly<Record<string, Small>> = SMALL;
const names = readdirSync(BENCH).filter((name) => existsSync(path.join(BENCH, name, 'main.mjs')));
const withPeers = names.filter((name) => sizes[name]?.peers !== undefined);

const imported = (file: string) => import(pathToFileURL(path.join(ROOT, file)).href);
const { isInstalled } = (await imported('bench/support/python.mjs')) as { isInstalled(): boolean };
const { rayIsInstalled } = (await imported('scripts/setup/ray.mjs')) as { rayIsInstalled(): boolean };

async function printed(name: string, ...options: string[]): Promise<string> {
  const child = spawn(process.execPath, [path.join(BENCH, 'main.mjs'), name, '--small', ...options], { cwd: ROOT });
  const [out, err, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => void child.once('close', resolve)),
  ]);
  expect({ status, err: status === 0 ? '' : err }).toEqual({ status: 0, err: '' });
  return out;
}

/** Names of a table, or of JSON, that have no figure behind them. */
const withoutFigure = (table: string, shown: readonly string[]): string[] =>
  shown.filter((name) => !new RegExp(`${name}"?\\W*\\d`).test(table));

it.for(names)('prints the table of bench/%s with figures', { timeout: 300_000 }, async (name, { skip }) => {
  skip(name === 'cluster' && !rayIsInstalled(), 'Ray is not installed: npm run test:cluster installs it');
  const { shows, peers } = sizes[name]!;
  const table = await printed(name, ...(peers === undefined ? [] : ['--python', 'none']));
  expect(withoutFigure(table, shows)).toEqual([]);
  expect(table).not.toMatch(/NaN|Infinity|undefined/);
});

it.for(withPeers)('compares bench/%s with programs in Python', { timeout: 300_000 }, async (name, { skip }) => {
  skip(!isInstalled(), `the packages of bench/peers are not installed: npm run bench -- ${name} installs them`);
  expect(withoutFigure(await printed(name), sizes[name]!.peers!)).toEqual([]);
});
