/** Notes and decisions of two workspaces on the same data are merged: nothing is lost, and each conflict is shown with both versions. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../engine';
import type { Exchange } from '../contract/exchange';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { trainedRun, profileId } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

const [A, B, C] = [profileId(0), profileId(1), profileId(2)];

async function both() {
  const open = async () => {
    const { workspace, dataset, record } = await trainedRun({ model: 'popularity' });
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const { runId } = record;
    const data = dataset.fingerprint;
    return {
      client,
      data,
      folder: workspace.folder,
      note: (profile: string, text: string) => client.profiles.setNote({ data, profile, text, revision: 0 }),
      textOf: async (profile: string) => (await client.profiles.note({ data, profile })).text,
      decide: (profile: string, decision: 'fine' | 'again', owner: string) =>
        client.review.decide({ runId, profile, decision, owner, revision: 0 }),
      decisions: async () => {
        const pages = await Promise.all(
          (['odd', 'rest'] as const).map((of) => client.review.queue({ runId, of, start: 0, end: 100 })),
        );
        const rows = pages.flatMap((one) => one.rows);
        return new Map(rows.map(({ profile, decision }) => [profile, `${decision.decision} ${decision.owner}`]));
      },
      audit: () => client.review.audit({ runId }),
    };
  };
  return [await open(), await open()] as const;
}

it('merging takes what only the other has, and the chosen side of conflicts', { tags: ['thorough'] }, async () => {
  const [mine, other] = await both();
  await other.note(A, 'theirs');
  await other.note(B, 'alike');
  await other.note(C, 'new');
  await other.decide(A, 'fine', 'Kim');
  await other.decide(B, 'again', 'Kim');
  await mine.note(A, 'mine');
  await mine.note(B, 'alike');
  await mine.decide(A, 'again', 'Lee');
  const file = path.join(await temporaryFolder(), 'kept.json');
  expect(await other.client.review.saveKept({ data: other.data, out: file })).toMatchObject({ notes: 3, decisions: 2 });

  const given = { data: mine.data, file };
  const look = await mine.client.review.importKept({ ...given, theirs: true, save: false });
  expect(look).toMatchObject({ saved: false, notes: 1, decisions: 1, same: 1, unknown: 0 });
  expect([await mine.textOf(A), await mine.textOf(C)]).toEqual(['mine', '']);

  // Only what was previewed is taken.
  const other256 = 'ab'.repeat(32);
  await expect(
    mine.client.review.importKept({ ...given, fileSha256: other256, theirs: true, save: true }),
  ).rejects.toMatchObject({ code: 'bad-data' });
  const { fileSha256 } = look;
  const ours = await mine.client.review.importKept({ ...given, fileSha256, theirs: [], save: true });
  expect(ours.conflicts).toMatchObject([
    { kind: 'note', profile: A, taken: 'ours', ours: { text: 'mine' }, theirs: { text: 'theirs' } },
    { kind: 'decision', profile: A, taken: 'ours', ours: { owner: 'Lee' }, theirs: { owner: 'Kim', decision: 'fine' } },
  ]);
  expect([await mine.textOf(A), await mine.textOf(C)]).toEqual(['mine', 'new']);
  // Both are among the versions.
  const { versions } = await mine.client.profiles.noteHistory({ data: mine.data, profile: A });
  expect(versions.map(({ text }) => text).slice(0, 2)).toEqual(['mine', 'theirs']);
  const decided = await mine.decisions();
  expect([decided.get(A), decided.get(B)]).toEqual(['again Lee', 'again Kim']);

  const taken = await mine.client.review.importKept({ ...given, theirs: [A], save: true });
  expect(taken).toMatchObject({ notes: 0, decisions: 0 });
  expect(await mine.textOf(A)).toBe('theirs');
  expect((await mine.decisions()).get(A)).toBe('fine Kim');
  expect((await mine.audit())[0]).toMatchObject({
    what: 'merged-decision',
    profile: A,
    ours: { owner: 'Lee' },
    taken: 'theirs',
  });
  const { revision } = await mine.client.profiles.noteHistory({ data: mine.data, profile: A });
  const before = (await mine.client.profiles.noteHistory({ data: mine.data, profile: A })).versions[1]!;
  await mine.client.profiles.restoreNote({ data: mine.data, profile: A, revision, to: before.revision });
  expect(await mine.textOf(A)).toBe('mine');
});

it(
  'merging refuses another kind of file, or one of other data, and skips unknown profiles',
  { tags: ['thorough'] },
  async () => {
    const [mine] = await both();
    const folder = await temporaryFolder();
    const good: Exchange = {
      format: 'shelfwise-kept',
      formatVersion: 1,
      fingerprint: mine.data,
      notes: [],
      decisions: [],
    };
    const imported = async (content: unknown) => {
      const file = path.join(folder, 'kept.json');
      await fs.writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      return mine.client.review.importKept({ data: mine.data, file, theirs: true, save: true });
    };
    const note = { profile: '__proto__', text: 'x', changedAt: null };
    expect(await imported({ ...good, notes: [note] })).toMatchObject({ notes: 0, unknown: 1 });
    for (const bad of [
      'no JSON',
      null,
      [],
      {},
      { ...good, more: 1 },
      { ...good, notes: [{ ...note, text: 'x'.repeat(20_000) }] },
      { ...good, notes: [note, note] },
      { ...good, decisions: [{ profile: A, decision: 'perhaps', owner: '', runId: null, changedAt: null }] },
    ])
      await expect(imported(bad)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(imported({ ...good, formatVersion: 3 })).rejects.toMatchObject({ code: 'newer-version' });
    await expect(imported({ ...good, fingerprint: 'ab'.repeat(32) })).rejects.toMatchObject({ code: 'usage' });
    const nothing = mine.client.review.importKept({
      data: mine.data,
      file: path.join(folder, 'no'),
      theirs: [],
      save: true,
    });
    await expect(nothing).rejects.toMatchObject({ code: 'not-found' });
  },
);

it('merging counts the versions of notes that have no room, and drops those of others before the own', async () => {
  const [mine] = await both();
  const { client, data } = mine;
  const own = ['first', 'second', 'third'];
  for (const [revision, text] of own.entries()) await client.profiles.setNote({ data, profile: A, text, revision });
  const file = path.join(await temporaryFolder(), 'kept.json');
  const dropped: number[] = [];
  const versions = async () => {
    const all = Array.from({ length: 24 }, (_, at) => client.profiles.noteHistory({ data, profile: profileId(at) }));
    return (await Promise.all(all)).map((history) => history.versions);
  };
  const before = (await versions()).flat().length;
  for (let time = 0; time < 6; time++) {
    const notes = Array.from({ length: 24 }, (_, at) => ({
      profile: profileId(at),
      text: String(time).repeat(10_000),
      changedAt: '9999-12-31T23:59:59.000Z',
    }));
    await fs.writeFile(
      file,
      JSON.stringify({ format: 'shelfwise-kept', formatVersion: 1, fingerprint: data, notes, decisions: [] }),
    );
    const look = await client.review.importKept({ data, file, theirs: [], save: false });
    const done = await client.review.importKept({ data, file, theirs: [], save: true });
    expect(look.dropped).toBe(done.dropped);
    dropped.push(done.dropped);
  }
  const after = await versions();
  expect(
    after[0]!
      .map(({ text }) => text)
      .filter((text) => own.includes(text))
      .sort(),
  ).toEqual(own);
  expect(after[0]!.find(({ current }) => current)).toMatchObject({ text: 'third' });
  const count = (all: number[]): number => all.reduce((sum, one) => sum + one, 0);
  expect(count(dropped)).toBeGreaterThan(10);
  expect(after.flat().length).toBe(before + 6 * 24 - count(dropped));

  const line = await commandLineHere();
  const told = await line.run(`kept import ${file} --data ${data} --theirs --workspace ${mine.folder}`);
  expect(told.out).toMatch(/The history of notes has no room for all versions: [0-9]+ versions gone/);
  await line.remove();
});
