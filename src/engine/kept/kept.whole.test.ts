/** Notes, segments and tunings that people keep with a data set: named, changed by revision, visible to every program. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../features/engine';
import { writeFile } from '../storage/files';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { carryKept } from '../../features/forget/engine/carry-kept';
import { NEUTRAL_TUNING } from '../../shared/contract/tuning';
import { stepFrom } from '../../shared/contract/kept';
import { importDistinctive, profileId } from '../../../tests/support/trained-run';
import { trainersHere } from '../../../tests/support/trainers-here';

async function twoEngines() {
  const { workspace, dataset } = await importDistinctive();
  const engines = await Promise.all(
    [0, 1].map(() => createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })),
  );
  const [mine, theirs] = engines.map(({ client }) => client);
  return { mine: mine!, theirs: theirs!, data: dataset.fingerprint, workspace };
}

describe('a note', () => {
  it('is kept with a profile, and shows in the grid', async () => {
    const { mine, theirs, data } = await twoEngines();
    const profile = profileId(4);
    expect(await mine.profiles.note({ data, profile })).toEqual({ text: '', revision: 0, changedAt: null });
    const note = await mine.profiles.setNote({ data, profile, text: 'No more 공룡, please', revision: 0 });
    expect(await theirs.profiles.note({ data, profile })).toEqual(note);
    const noted = await theirs.profiles.page({ data, start: 0, end: 24, filter: { noted: true } });
    expect(noted.rows.map((row) => [row.profile, row.noted])).toEqual([[profile, true]]);
    const sorted = await theirs.profiles.page({ data, start: 0, end: 1, sort: { column: 'noted', descending: true } });
    expect(sorted.rows[0]!.profile).toBe(profile);
    // The note was removed; a change based on an earlier revision is refused all the same.
    await mine.profiles.setNote({ data, profile, text: '', revision: 1 });
    expect((await mine.profiles.page({ data, start: 0, end: 0, filter: { noted: true } })).total).toBe(0);
    await expect(theirs.profiles.setNote({ data, profile, text: 'late', revision: 1 })).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining(profile),
    });
    await expect(mine.profiles.setNote({ data, profile: 'nobody', text: 'x', revision: 0 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('that two programs write at the same time is written by one', async () => {
    const { mine, theirs, data } = await twoEngines();
    const profile = profileId(5);
    const written = await Promise.allSettled(
      [mine, theirs, mine, theirs].map((client, index) =>
        client.profiles.setNote({ data, profile, text: `text ${index}`, revision: 0 }),
      ),
    );
    const done = written.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(done).toHaveLength(1);
    expect(await mine.profiles.note({ data, profile })).toEqual(done[0]);
    // Notes on different profiles do not conflict.
    await Promise.all(
      [6, 7, 8, 9].map((index) =>
        (index % 2 ? mine : theirs).profiles.setNote({ data, profile: profileId(index), text: 'x', revision: 0 }),
      ),
    );
    expect((await mine.profiles.page({ data, start: 0, end: 0, filter: { noted: true } })).total).toBe(5);
  });

  it('is undone and redone, each step a revision of its own, and nothing is lost', async () => {
    const { mine, theirs, data } = await twoEngines();
    const profile = profileId(3);
    for (const [revision, text] of ['one', 'two', 'three'].entries())
      await mine.profiles.setNote({ data, profile, text, revision });
    const step = async (client: typeof mine, direction: 'back' | 'forward'): Promise<string | null> => {
      const { revision, versions } = await client.profiles.noteHistory({ data, profile });
      const version = stepFrom(versions, direction);
      if (version === null) return null;
      return (await client.profiles.restoreNote({ data, profile, revision, to: version.revision })).text;
    };
    expect(await step(mine, 'back')).toBe('two');
    expect(await step(theirs, 'back')).toBe('one');
    expect(await step(mine, 'back')).toBeNull();
    expect(await step(mine, 'forward')).toBe('two');
    expect(await theirs.profiles.note({ data, profile })).toMatchObject({ text: 'two', revision: 6 });
    // The next note follows all of them.
    await theirs.profiles.setNote({ data, profile, text: 'four', revision: 6 });
    const { revision, versions } = await mine.profiles.noteHistory({ data, profile });
    expect(versions.map(({ text, current }) => [text, current])).toEqual([
      ['four', true],
      ['three', false],
      ['two', false],
      ['one', false],
    ]);
    await mine.profiles.setNote({ data, profile, text: 'five', revision });
    await expect(theirs.profiles.restoreNote({ data, profile, revision, to: 1 })).rejects.toMatchObject({
      code: 'busy',
    });
    await expect(mine.profiles.restoreNote({ data, profile, revision: 8, to: 77 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps twenty earlier versions, and none once its profile is forgotten', async () => {
    const { mine, data, workspace } = await twoEngines();
    const [profile, other] = [profileId(3), profileId(4)];
    for (let revision = 0; revision < 25; revision++)
      await mine.profiles.setNote({ data, profile, text: `secret ${revision}`, revision });
    const { versions } = await mine.profiles.noteHistory({ data, profile });
    expect(versions.map(({ revision }) => revision)).toEqual(Array.from({ length: 21 }, (_, place) => 25 - place));
    await mine.profiles.setNote({ data, profile: other, text: 'other', revision: 0 });
    await mine.profiles.review({ data, profile, reviewed: true });
    await mine.segments.keep({ data, name: 'one', filter: { text: profile } });
    await carryKept(workspace, data, data, { profile, only: { titles: [], unknownTitles: [], values: {} } });
    expect(await mine.profiles.noteHistory({ data, profile })).toEqual({ revision: 0, versions: [] });
    for (const kind of ['notes', 'reviews', 'segments'] as const) {
      const text = await fs.readFile(path.join(workspace[kind], `${data}.json`), 'utf8');
      expect(text).not.toContain('secret');
      expect(text).not.toContain(profile);
    }
    expect(await mine.profiles.note({ data, profile: other })).toMatchObject({ text: 'other' });
  });

  it('is written although a killed program left its claim, whatever the date of the claim', async () => {
    const { mine, data, workspace } = await twoEngines();
    const profile = profileId(2);
    await mine.profiles.setNote({ data, profile, text: 'x', revision: 0 });
    const claim = path.join(workspace.notes, `${data}.json.claim`);
    await writeFile(claim, '');
    const future = new Date('2090-01-01');
    await fs.utimes(claim, future, future);
    expect(await mine.profiles.setNote({ data, profile, text: 'y', revision: 1 })).toMatchObject({ revision: 2 });
    expect(await fs.readdir(workspace.notes)).toEqual([`${data}.json`]);
  });

  it('in a damaged file is reported, and not overwritten', async () => {
    const { mine, data, workspace } = await twoEngines();
    const profile = profileId(1);
    await mine.profiles.setNote({ data, profile, text: 'x', revision: 0 });
    await writeFile(path.join(workspace.notes, `${data}.json`), '{"revision": 1}');
    for (const call of [
      () => mine.profiles.note({ data, profile }),
      () => mine.profiles.setNote({ data, profile, text: 'y', revision: 1 }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining(data) });
  });
});

describe('a saved tuning', () => {
  const tuning = { ...NEUTRAL_TUNING, condition: 1.5 };

  it('is listed by name, renamed, changed and removed', async () => {
    const { mine, theirs, data } = await twoEngines();
    const louder = await mine.tuning.keep({ data, name: ' louder ', tuning, runId: 'r1' });
    expect(louder).toMatchObject({ name: 'louder', revision: 1, tuning, runId: 'r1' });
    await mine.tuning.keep({ data, name: 'calm 10', tuning: NEUTRAL_TUNING, runId: 'r1' });
    await mine.tuning.keep({ data, name: 'calm 9', tuning: NEUTRAL_TUNING, runId: 'r1' });
    expect((await theirs.tuning.list({ data })).map(({ name }) => name)).toEqual(['calm 9', 'calm 10', 'louder']);
    await expect(theirs.tuning.keep({ data, name: 'LOUDER', tuning, runId: 'r1' })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('LOUDER'),
    });
    const { id } = louder;
    const renamed = await theirs.tuning.keep({ data, id, revision: 1, name: 'Louder', tuning, runId: 'r1' });
    expect(renamed).toMatchObject({ id, name: 'Louder', revision: 2 });
    const late = { code: 'busy', message: expect.stringContaining('Look at it again') };
    await expect(mine.tuning.keep({ data, id, revision: 1, name: 'x', tuning, runId: 'r1' })).rejects.toMatchObject(
      late,
    );
    await expect(mine.tuning.remove({ data, id, revision: 1 })).rejects.toMatchObject(late);
    await mine.tuning.remove({ data, id, revision: 2 });
    await mine.tuning.remove({ data, id, revision: 2 });
    expect((await theirs.tuning.list({ data })).map(({ name }) => name)).toEqual(['calm 9', 'calm 10']);
    await expect(mine.tuning.keep({ data, id, revision: 2, name: 'x', tuning, runId: 'r1' })).rejects.toMatchObject(
      late,
    );
  });

  it('that was removed can be restored, unless another one has its name now', async () => {
    const { mine, theirs, data } = await twoEngines();
    const { id } = await mine.tuning.keep({ data, name: 'louder', tuning, runId: 'r1' });
    await mine.tuning.keep({ data, id, revision: 1, name: 'louder', tuning: NEUTRAL_TUNING, runId: 'r1' });
    await mine.tuning.remove({ data, id, revision: 2 });
    const [history] = await theirs.tuning.history({ data });
    expect(history).toMatchObject({ id, name: 'louder', removed: true, revision: 2 });
    expect(history!.versions.map(({ revision, current }) => [revision, current])).toEqual([
      [2, false],
      [1, false],
    ]);
    const other = await theirs.tuning.keep({ data, name: 'Louder', tuning, runId: 'r1' });
    await expect(mine.tuning.restore({ data, id, revision: 2, to: 2 })).rejects.toMatchObject({ code: 'usage' });
    await theirs.tuning.remove({ data, id: other.id, revision: 1 });
    expect(await mine.tuning.restore({ data, id, revision: 2, to: 2 })).toMatchObject({
      name: 'louder',
      revision: 3,
      tuning: NEUTRAL_TUNING,
    });
    expect(await mine.tuning.restore({ data, id, revision: 3, to: 1 })).toMatchObject({ revision: 4, tuning });
    expect((await theirs.tuning.list({ data })).map(({ name }) => name)).toEqual(['louder']);
  });
});

describe('a segment', () => {
  it('restores its filter, and other programs are notified', async () => {
    const { mine, theirs, data } = await twoEngines();
    const filter = { attributes: { sex: ['M', null] }, watched: { from: 3 } };
    const changes = await theirs.workspace.watch();
    await mine.segments.keep({ data, name: '남자아이', filter });
    expect((await changes.next()).value).toEqual({ kind: 'segments', id: data });
    await changes.return?.();
    const [kept] = await theirs.segments.list({ data });
    expect(kept).toMatchObject({ name: '남자아이', filter });
    expect((await theirs.profiles.page({ data, start: 0, end: 0, filter: kept!.filter })).total).toBe(12);
  });

  it('or profiles that were chosen one by one; an unknown ID selects no profile', async () => {
    const { mine, theirs, data } = await twoEngines();
    const { rows } = await mine.profiles.page({ data, start: 0, end: 3 });
    const profiles = [rows[2]!.profile, 'nobody', rows[0]!.profile];
    const { filter } = await mine.segments.keep({ data, name: 'by hand', filter: { profiles } });
    const page = await theirs.profiles.page({ data, start: 0, end: 9, filter });
    expect(page.rows.map(({ profile }) => profile)).toEqual([rows[0]!.profile, rows[2]!.profile]);
    await expect(mine.segments.keep({ data, name: 'none', filter: { profiles: [] } })).rejects.toThrow(/profiles/);
  });
});
