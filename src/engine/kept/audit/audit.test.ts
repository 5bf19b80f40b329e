import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../shared/contract/audit';
import { ShelfwiseError } from '../../../shared/errors';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import type { Workspace } from '../../storage/workspace';
import { forgetLines } from './forget';
import { type Intend, logged } from './logged';
import { auditFile } from './logs';
import { readAudit } from './read';

const DATA = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
let workspace: Workspace;
beforeEach(async () => {
  workspace = await temporaryWorkspace();
});

const decide = (profile: string, fingerprint = DATA) =>
  logged(workspace, fingerprint, (intend) => intend([{ what: 'decision', profile }]));
const read = async (fingerprint = DATA): Promise<readonly AuditEntry[]> =>
  (await readAudit(workspace, [fingerprint])).entries;
const linesOf = async (fingerprint = DATA): Promise<string[]> =>
  (await fs.readFile(auditFile(workspace, fingerprint), 'utf8')).split('\n').slice(0, -1);
const write = (lines: readonly string[]): Promise<void> =>
  fs.writeFile(auditFile(workspace, DATA), lines.map((line) => `${line}\n`).join(''));
const broken = async (): Promise<unknown[]> =>
  (await read()).filter(({ chain }) => chain === 'broken').map(({ what, profile }) => profile ?? what);
/** What the entries say, without the time. */
const said = async (): Promise<unknown[]> =>
  (await read()).map((entry) => {
    const { at: _, ...others } = entry;
    return others;
  });

describe('what is done', () => {
  it('is in the log before it is done, and how it ended after', async () => {
    const outcomes: unknown[] = [];
    const done = await logged(workspace, DATA, async (intend) => {
      await intend([{ what: 'approved', by: 'Jiwoo' }]);
      outcomes.push((await read())[0]?.outcome);
      return 'done';
    });
    await expect(
      logged(workspace, DATA, async (intend) => {
        await intend([{ what: 'withdrawn' }]);
        throw new ShelfwiseError('no-space', 'No space is left.');
      }),
    ).rejects.toMatchObject({ code: 'no-space' });
    expect([done, outcomes]).toEqual(['done', ['open']]);
    expect(await said()).toEqual([
      { what: 'withdrawn', outcome: 'failed', code: 'no-space' },
      { what: 'approved', by: 'Jiwoo', outcome: 'completed' },
    ]);
  });

  it('is not done if it cannot be written, and leaves no trace if it is refused before', async () => {
    await fs.mkdir(auditFile(workspace, DATA), { recursive: true });
    let isDone = false;
    const approve = async (intend: Intend): Promise<void> => {
      await intend([{ what: 'approved' }]);
      isDone = true;
    };
    await expect(logged(workspace, DATA, approve)).rejects.toBeInstanceOf(ShelfwiseError);
    expect(isDone).toBe(false);
    await expect(logged(workspace, OTHER, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await read(OTHER)).toEqual([]);
  });

  it('makes one chain, whoever writes at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => decide(String(at))));
    expect((await read()).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 12 }, () => 'completed'));
    expect(await broken()).toEqual([]);
    expect(new Set((await linesOf()).map((line) => (JSON.parse(line) as { nonce: string }).nonce)).size).toBe(24);
  });
});

describe('a torn line', () => {
  it('is closed and shown as damaged, and what comes after it is read', async () => {
    await decide('1');
    await fs.appendFile(auditFile(workspace, DATA), '{"nonce":"00","previous":null,"at":"2026-');
    await decide('2');
    expect(await said()).toEqual([
      { what: 'decision', profile: '2', outcome: 'completed' },
      { what: 'damaged' },
      { what: 'decision', profile: '1', outcome: 'completed' },
    ]);
    expect(await broken()).toEqual([]);
  });
});

describe('a line that was', () => {
  beforeEach(async () => {
    for (const profile of ['1', '2', '3']) await decide(profile);
  });

  // Each decision has two lines: it, and its end.
  it.each<[string, (lines: string[]) => string[], string[]]>([
    ['taken out', (lines) => lines.toSpliced(2, 2), ['3']],
    ['taken out at the beginning', (lines) => lines.slice(2), ['2']],
    ['changed', (lines) => lines.with(2, lines[2]!.replace('"2"', '"9"')), ['completed']],
    ['moved', (lines) => [...lines.slice(0, 2), ...lines.slice(4), ...lines.slice(2, 4)], ['2', '3']],
    ['put in', (lines) => lines.toSpliced(2, 0, '{"at":"2026-01-01T00:00:00Z","what":"approved"}'), ['approved']],
    ['forgotten with another hash', (lines) => lines.with(2, `{"forgotten":"${'0'.repeat(64)}"}`), ['completed']],
  ])('%s is told', async (_, change, at) => {
    await write(change(await linesOf()));
    expect(await broken()).toEqual(at);
    // What is added since hides nothing.
    await decide('4');
    expect(await broken()).toEqual(at);
  });

  it('taken off the end is told where a record knows the log as it was', async () => {
    const { heads } = await readAudit(workspace, [DATA]);
    await write((await linesOf()).slice(0, -2));
    expect(await broken()).toEqual([]);
    const now = (await readAudit(workspace, [DATA])).heads;
    expect([...heads].filter((head) => !now.has(head)).length).toBe(2);
  });
});

describe('what is forgotten', () => {
  const about =
    (profile: string) =>
    (line: string): boolean =>
      line.includes(`"profile":"${profile}"`);

  it('leaves the hash of its line alone, and the chain whole', async () => {
    for (const profile of ['1', '2', '3']) await decide(profile);
    await forgetLines(workspace, { before: DATA, after: null }, about('2'));
    expect((await linesOf())[2]).toMatch(/^\{"forgotten":"[0-9a-f]{64}"\}$/);
    await decide('4');
    expect(await broken()).toEqual([]);
    expect(await said()).toEqual([
      { what: 'decision', profile: '4', outcome: 'completed' },
      { what: 'decision', profile: '3', outcome: 'completed' },
      { what: 'forgotten' },
      { what: 'decision', profile: '1', outcome: 'completed' },
    ]);
    // A line beside it that is taken out shows.
    await write((await linesOf()).toSpliced(1, 1));
    expect(await broken()).toEqual(['completed']);
  });

  it('is forgotten under each fingerprint that the data had, all of which are read as one log', async () => {
    const third = 'c'.repeat(64);
    for (const profile of ['1', '2', '3']) await decide(profile);
    for (let twice = 0; twice < 2; twice++) await forgetLines(workspace, { before: DATA, after: OTHER }, about('1'));
    await decide('4', OTHER);
    await forgetLines(workspace, { before: OTHER, after: third }, about('2'));
    await decide('5', third);
    const all = [...(await read())];
    for (const fingerprint of [OTHER, third]) expect(await read(fingerprint)).toEqual(all);
    expect(all.map(({ what, profile }) => profile ?? what)).toEqual([
      '5',
      'data-replaced',
      'data-replaced',
      '4',
      'data-replaced',
      'data-replaced',
      '3',
      'forgotten',
      'forgotten',
    ]);
    expect(await broken()).toEqual([]);
    // The later log knows where the earlier one ended.
    await write((await linesOf()).slice(0, -1));
    expect((await read(OTHER)).map(({ what }) => what)).toContain('missing');
  });
});

describe('a log of an earlier version', () => {
  const earlier = ['1', '2'].map((profile) =>
    JSON.stringify({ at: '2026-11-01T10:00:00.000Z', what: 'decision', profile }),
  );

  it('is shown as from before the chain, and goes on in it', async () => {
    await fs.mkdir(path.dirname(auditFile(workspace, DATA)), { recursive: true });
    await write(earlier);
    await decide('3');
    expect(await said()).toEqual([
      { what: 'decision', profile: '3', outcome: 'completed' },
      { what: 'decision', profile: '2', chain: 'before' },
      { what: 'decision', profile: '1', chain: 'before' },
    ]);
    await forgetLines(workspace, { before: DATA, after: null }, (line) => line.includes('"1"'));
    expect((await linesOf()).length).toBe(3);
    expect(await broken()).toEqual([]);
  });
});
