import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const BENCH = path.join(import.meta.dirname, '../../bench/main.mjs');

const called = (...words: string[]) => spawnSync(process.execPath, [BENCH, ...words], { encoding: 'utf8' });

it('says how a bench is called', () => {
  const { status, stdout } = called('start', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('npm run bench -- start [--rounds 9]');
});

it.each([
  [['start', '--round', '3'], "Unknown option '--round'"],
  [['start', '--rounds', 'three'], '--rounds takes whole numbers above 0, not "three".'],
  [['start', '--rounds', '0'], '--rounds takes whole numbers above 0, not "0".'],
  [['cluster', '--workers', '2,many'], '--workers takes whole numbers above 0, not "many".'],
  [['quality'], '--data is missing.'],
  [['training', '--only', 'plain,fastets'], '--only takes some of ours, oursBfloat16'],
  [['stopwatch'], 'npm run bench -- NAME [--small] [options]'],
])('measures nothing when called wrongly: %j', (words, sentence) => {
  const { status, stdout, stderr } = called(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^ {4}at /m);
});
