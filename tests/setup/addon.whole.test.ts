/** The addon as setup provides it: from a compiler of the computer or from zig, kept, tested, or missing with a reason. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/finished-run';
import { ADDON, ADDON_SOURCES, type BareCheckout, bareCheckout, writeProgram } from './support/bare-checkout';

const ROOT = path.join(import.meta.dirname, '../..');
/** Refuses at once. */
const NO_INDEX = { PIP_INDEX_URL: 'http://127.0.0.1:1/simple' };

let checkout: BareCheckout;
beforeEach(async () => {
  checkout = await bareCheckout(await temporaryFolder());
});

/** A compiler that knows every flag, notes its calls, and gives this file for what it should have linked. */
async function writeCompiler(linked: string): Promise<string> {
  const calls = path.join(checkout.programs, 'calls.txt');
  await writeProgram(
    checkout,
    'g++',
    [
      `echo "$*" >> ${calls}`,
      `case "$*" in *-shared*) made=${linked};; *" -o "*) made=/dev/null;; *) exit 0;; esac`,
      'while [ "$1" != -o ]; do shift; done',
      '/bin/cp $made "$2"',
    ].join('\n'),
  );
  return calls;
}

const compiled = async (calls: string): Promise<string[]> =>
  (await fs.readFile(calls, 'utf8')).split('\n').filter((line) => / -c /.test(` ${line} `));

it('finds each function of Node that it calls, on Windows too', async () => {
  const files = (await fs.readdir(path.join(ROOT, ADDON_SOURCES))).filter((name) => name.endsWith('.cc'));
  const texts = await Promise.all(files.map((name) => fs.readFile(path.join(ROOT, ADDON_SOURCES, name), 'utf8')));
  const called = texts.flatMap((text) => text.match(/\bnapi_\w+(?=\()/g) ?? []);
  const host = await fs.readFile(path.join(ROOT, ADDON_SOURCES, 'host.cc'), 'utf8');
  expect(host.match(/(?<=X\()napi_\w+/g)).toEqual([...new Set(called)].sort());
});

describe.skipIf(process.platform === 'win32')('the addon', () => {
  it('is compiled once for each file and instruction set, and what changed again', { tags: ['rare'] }, async () => {
    const calls = await writeCompiler(path.join(ROOT, ADDON));
    expect(checkout.addAddon()).toMatchObject({ status: 0 });
    expect(await checkout.state()).toMatchObject({ reason: null, compiler: 'g++' });
    expect(await checkout.read(ADDON)).toEqual(await fs.readFile(path.join(ROOT, ADDON)));
    const first = await compiled(calls);
    for (const call of first) expect(call).toContain('-ffp-contract=off');
    const sources = (await fs.readdir(path.join(ROOT, ADDON_SOURCES))).filter((name) => name.endsWith('.cc'));
    const sets = first.filter((call) => call.includes('arithmetic.cc')).length;
    expect(first).toHaveLength(sources.length - 1 + sets);
    expect(sets).toBe(process.arch === 'x64' ? 5 : 1);

    await fs.rm(path.join(checkout.folder, ADDON));
    expect(checkout.addAddon()).toMatchObject({ status: 0 });
    expect(await checkout.read(ADDON)).not.toBeNull();
    expect(await compiled(calls)).toHaveLength(first.length);

    await fs.appendFile(path.join(checkout.folder, ADDON_SOURCES, 'threads.cc'), '// more\n');
    expect(checkout.addAddon()).toMatchObject({ status: 0 });
    expect(await compiled(calls)).toHaveLength(first.length + 1);
    await fs.appendFile(path.join(checkout.folder, ADDON_SOURCES, 'threads.h'), '// more\n');
    expect(checkout.addAddon()).toMatchObject({ status: 0 });
    expect(await compiled(calls)).toHaveLength(2 * first.length + 1);
  });

  it('is refused if it computes other bits, and no earlier one stays in its place', async () => {
    await fs.mkdir(path.dirname(path.join(checkout.folder, ADDON)), { recursive: true });
    await fs.writeFile(path.join(checkout.folder, ADDON), 'of earlier sources');
    const expected = path.join(checkout.folder, 'scripts', 'setup', 'self-test.json');
    const hashes = JSON.parse(await fs.readFile(expected, 'utf8')) as Record<string, string>;
    await fs.writeFile(expected, JSON.stringify({ ...hashes, list: '0'.repeat(64) }));
    await writeCompiler(path.join(ROOT, ADDON));
    const { status, output } = checkout.addAddon();
    expect(status).toBe(0);
    expect(output).toContain('computes other bits than it must (list with ');
    expect((await checkout.state()).reason).toContain('another compiler');
    expect(await checkout.read(ADDON)).toBeNull();
  });

  it('is refused if it does not load', async () => {
    await writeCompiler('/bin/sh');
    expect(checkout.addAddon().output).toContain('was built but does not run');
    expect(await checkout.read(ADDON)).toBeNull();
  });

  it('of a compiler that lacks an instruction set is not tried', async () => {
    await writeProgram(checkout, 'g++', 'case "$*" in *-mavx512bf16*|*aarch64*) exit 1;; esac');
    await writeProgram(checkout, 'clang++', 'exit 1');
    expect(checkout.addAddon(NO_INDEX).output).toMatch(process.arch === 'x64' ? /has no C.. compiler/ : /./);
  });

  it('without a compiler and without a network is missing, and setup goes on and names each way to it', async () => {
    const { status, output } = checkout.addAddon(NO_INDEX);
    expect(status).toBe(0);
    expect(output).toContain('Shelfwise cannot compute here');
    expect(output).toContain('127.0.0.1:1 cannot be reached');
    expect(output).toMatch(/g\+\+|xcode-select/);
    expect(output).toContain('Everything else works');
    expect((await checkout.state()).reason).toContain('has no C++ compiler');
    expect(await checkout.read(ADDON)).toBeNull();
  });
});
