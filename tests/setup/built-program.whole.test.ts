/** What lies in out/: source maps that lead to the sources, texts by language, and nothing of `npm run dev`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/features/words';
import { shelfwise } from '../support/command-line';
import { temporaryFolder } from '../support/finished-run';

const ROOT = path.join(import.meta.dirname, '..', '..');
const BUILT = path.join(ROOT, 'out', 'main');
const ASSETS = path.join(ROOT, 'out', 'renderer', 'assets');

interface SourceMap {
  sources: string[];
}

/** The scripts of a folder, by their names. */
const scriptsOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );

describe('source maps', () => {
  it('name files that exist', () => {
    const maps = readdirSync(BUILT).filter((file) => file.endsWith('.map'));
    const sources = maps.flatMap(
      (map) => (JSON.parse(readFileSync(path.join(BUILT, map), 'utf8')) as SourceMap).sources,
    );
    expect(sources.length).toBeGreaterThan(1000);
    const ofPackages = (source: string): boolean => source.includes('__vite-optional-peer-dep');
    expect(sources.filter((source) => !ofPackages(source) && !existsSync(path.join(BUILT, source)))).toEqual([]);
  });

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
});

it('the window has the texts of each language in a file of its own', () => {
  const { en, ko } = WORDS['connection.broke'];
  const scripts = [...scriptsOf(ASSETS).values()];
  const [english, korean] = [en, ko].map((text) => scripts.filter((script) => script.includes(text)));
  expect([english!.length, korean!.length]).toEqual([1, 1]);
  expect(english).not.toEqual(korean);
});

it('nothing of development is in the program', () => {
  for (const [file, script] of [...scriptsOf(BUILT), ...scriptsOf(ASSETS)])
    for (const trace of ['SHELFWISE_DEV', 'import.meta.hot', '@vite/client', 'scripts/dev'])
      expect(script.includes(trace), `${file} has ${trace}`).toBe(false);
});
