/** The source maps of the built program name the files that it was built from. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { shelfwise } from '../support/command-line';
import { temporaryFolder } from '../support/finished-run';

const ROOT = path.join(import.meta.dirname, '..', '..');
const BUILT = path.join(ROOT, 'out', 'main');

it('exist, every one of them', () => {
  const maps = readdirSync(BUILT).filter((file) => file.endsWith('.map'));
  const sources = maps.flatMap((map) => (JSON.parse(readFileSync(path.join(BUILT, map), 'utf8')) as Map).sources);
  expect(sources.length).toBeGreaterThan(1000);
  const missing = sources.filter(
    (source) => !source.includes('__vite-optional-peer-dep') && !existsSync(path.join(BUILT, source)),
  );
  expect(missing).toEqual([]);
});

interface Map {
  sources: string[];
}

it('lead a stack of the command line to the line that was at work', async () => {
  const folder = await temporaryFolder();
  const trap = path.join(folder, 'trap.cjs');
  await writeFile(
    trap,
    `const { exit } = process;
     process.exit = (status) => { process.stderr.write(new Error('at the end').stack); exit(status); };`,
  );
  const { err } = await shelfwise(['--version'], {
    environment: { NODE_OPTIONS: `--enable-source-maps --require ${trap}` },
  });
  const [, file, line] = /\(?(\S+index\.ts):(\d+):\d+\)?/.exec(err) ?? [];
  expect(file).toBe(path.join(ROOT, 'src', 'cli', 'index.ts'));
  expect(readFileSync(file!, 'utf8').split('\n')[Number(line) - 1]).toContain('process.exit(status)');
});
