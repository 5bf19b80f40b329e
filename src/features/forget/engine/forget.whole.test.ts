import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleRun } from '../../bundles/engine/bundle-run';
import { createEngine, type Engine } from '../../engine';
import { openSnapshot, verifySnapshot } from '../../../engine/data/snapshot';
import { type Snapshot, snapshotTable, withSnapshot } from '../../../engine/data/snapshot-tables';
import { sql } from '../../../engine/storage/database/sql';
import { readAudit } from '../../../engine/kept/audit/read';
import { KEPT_IN_RUNS } from '../../kept';
import { filesBelow } from '../../../engine/storage/disk';
import { hostTag } from '../../../engine/storage/processes';
import { DEFAULT_RECIPE } from '../../../shared/recipe/schema';
import { finalValue } from '../../../shared/values/final-value';
import { filesWith } from '../../../../tests/support/decoded-files';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { NO_PROCESS } from '../../../../tests/support/no-process';
import { writeTables } from '../../../../tests/support/small-folder';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { everyNth } from '../../../../tests/support/tried';
import {
  forgetIn,
  importedFolder,
  importInto,
  PEOPLE,
  planIn,
  runOn,
  tablesOf,
} from '../../../../tests/support/forgetting';

const opening = async ({ client }: Engine, file: string): Promise<unknown> =>
  finalValue(await client.runs.open({ file }));

const rowsIn = async (snapshot: Snapshot, file: string): Promise<number> =>
  withSnapshot(snapshot, [file], async (database) => {
    const { rows } = await database.row<{ rows: number }>(
      sql`SELECT count(*)::INTEGER AS rows FROM ${snapshotTable(snapshot, file)}`,
    );
    return rows;
  });

describe.each(everyNth(Object.entries(PEOPLE), 2))('a profile whose ID is of %s', (_, person) => {
  it('leaves no trace in a workspace with a long history', async () => {
    const used = await importedFolder(person);
    const { engine, workspace, folder, dataset } = used;
    const { client } = engine;
    const data = dataset.fingerprint;
    const { id: profile } = person;

    // An earlier state of the folder, imported, used and deleted; and one that still exists.
    await fs.appendFile(path.join(folder, 'history_data.csv'), `${profile},96,20260311120000,IFSUC0001,502,0,N,N\n`);
    const later = await importInto(engine, folder);
    await fs.appendFile(path.join(folder, 'history_data.csv'), `${profile},97,20260312120000,IFSUC0001,503,0,N,N\n`);
    const deleted = await importInto(engine, folder);
    const run = await runOn(used);
    const second = await runOn({ ...used, dataset: later });
    const deletedRun = await runOn({ ...used, dataset: deleted });
    const bundle = path.join(await temporaryFolder(), 'with-data.shelfwise');
    await bundleRun({ workspace, runId: deletedRun.record.runId, out: bundle, withData: true });
    await client.workspace.delete({ id: deletedRun.record.runId });
    await client.workspace.delete({ id: deleted.fingerprint });

    await client.profiles.setNote({ data, profile, text: 'a note', revision: 0 });
    await client.profiles.setNote({ data, profile: '101', text: 'stays', revision: 0 });
    await client.profiles.review({ data, profile, reviewed: true });
    await client.profiles.review({ data, profile: '102', reviewed: true });
    await client.review.decide({ runId: run.record.runId, profile, decision: 'fine', owner: 'Jiwoo', revision: 0 });
    await client.review.decide({ runId: run.record.runId, profile: '103', decision: 'again', revision: 0 });
    for (const reason of ['looked at ten lists', `and at that of ${profile}`])
      await client.review.approve({ runId: run.record.runId, by: 'Minji', reason });
    await client.segments.keep({ data, name: 'one', filter: { text: profile } });
    await client.segments.keep({ data, name: 'alone', filter: { profiles: [profile] } });
    await client.segments.keep({ data, name: 'some', filter: { profiles: [profile, '102'] } });
    await client.segments.keep({ data, name: 'all', filter: { watched: { from: 1 } } });
    await client.queue.add({ data, recipe: DEFAULT_RECIPE, seed: 1 });
    const exported = path.join(await temporaryFolder(), 'lists.csv');
    await client.runs.export({ runId: run.record.runId, out: exported, format: 'csv' });
    const leftover = path.join(workspace.datasets, `.new.0123456789ab-${hostTag()}-${NO_PROCESS}.part`);
    await fs.mkdir(leftover);
    await fs.writeFile(path.join(leftover, 'c_0.rows'), `1\x1f${profile}\n`);
    // The list of a profile is in memory, as when a window shows it.
    await client.lists.show({ runId: run.record.runId, profile });
    expect((await filesWith(workspace.folder, profile)).length).toBeGreaterThan(15);
    const theirs = await filesBelow(folder);

    const plan = await planIn(engine, { data, profile });
    expect(plan.datasets.map(({ id }) => id).sort()).toEqual([data, later.fingerprint].sort());
    expect(plan.runs.map(({ id }) => id).sort()).toEqual([run.record.runId, second.record.runId].sort());
    expect(plan).toMatchObject({ busy: [], trash: 2, exported: [exported, bundle], folders: [folder] });
    expect(await filesWith(workspace.folder, profile)).not.toEqual([]);

    const done = await forgetIn(engine, { data, profile });
    expect(await filesWith(workspace.folder, profile)).toEqual([]);
    expect(await filesBelow(folder)).toEqual(theirs);
    expect(done.removed).toMatchObject({ notes: 1, reviews: 1, segments: 2, items: 2 });

    // Everything about others is unchanged, on the new data set.
    const after = done.replaced.find(({ before }) => before === data)!.after!;
    expect(await client.profiles.note({ data: after, profile: '101' })).toMatchObject({ text: 'stays' });
    const { rows } = await client.profiles.page({ data: after, start: 0, end: 20, filter: { reviewed: true } });
    expect(rows.map((row) => row.profile)).toEqual(['102']);
    expect((await filesWith(path.join(workspace.folder, 'decisions'), '103')).length).toBe(1);
    expect(await client.review.approvals({ runId: run.record.runId })).toMatchObject({
      all: [{ reason: '' }, { reason: 'looked at ten lists' }],
    });
    // What is forgotten leaves its hash; the old log and the new one are read as one, from either.
    const log = [
      { what: 'data-replaced', before: data },
      { what: 'data-replaced', after },
      { what: 'export' },
      { at: '', what: 'forgotten' },
      { what: 'approved', reason: 'looked at ten lists', outcome: 'completed' },
      { what: 'key' },
      { what: 'decision', profile: '103' },
      { at: '', what: 'forgotten' },
    ];
    expect((await readAudit(workspace, [after])).entries).toMatchObject(log);
    const ofRun = await client.review.audit({ runId: run.record.runId });
    expect(ofRun).toMatchObject(log);
    expect(ofRun.filter(({ chain }) => chain !== undefined)).toEqual([]);
    expect((await client.segments.list({ data: after })).map(({ name, filter }) => [name, filter])).toEqual([
      ['all', { watched: { from: 1 } }],
      ['some', { profiles: ['102'] }],
    ]);
    expect(await client.queue.list()).toMatchObject([{ data: after }]);
    await expect(client.datasets.get({ fingerprint: data })).rejects.toMatchObject({ code: 'not-found' });

    // The runs say why they have no lists.
    const why = /child that the model .* was trained on was forgotten/;
    for (const { record } of [run, second]) {
      const { runId } = record;
      expect(await client.runs.get({ runId })).toMatchObject({ status: 'finished', forgotten: { withModel: false } });
      await expect(client.lists.show({ runId, profile: '101' })).rejects.toThrow(why);
      await expect(client.runs.export({ runId, out: exported, format: 'csv' })).rejects.toThrow(why);
      await expect(client.runs.resume({ runId })).resolves.toEqual({ runId });
      expect((await fs.stat(path.join(workspace.runs, runId, 'model.safetensors'))).size).toBeGreaterThan(0);
      // Rows, which a search for the ID does not find.
      const left = await fs.readdir(path.join(workspace.runs, runId));
      expect(left).not.toContain('measured.safetensors');
      expect(KEPT_IN_RUNS.filter(({ name }) => left.includes(name)).map(({ name }) => name)).toEqual([
        'exports.json',
        'verifications',
      ]);
      for (const name of [
        'stability.json',
        'outcomes.json',
        'condition.json',
        'fairness.json',
        'map-profiles.safetensors',
        'map-titles.safetensors',
      ])
        expect(left).not.toContain(name);
    }

    // Another profile is in what was delivered before.
    expect(await planIn(engine, { data: after, profile: '101' })).toMatchObject({ exported: [exported, bundle] });

    // Nothing brings it back: the same folder, a changed or moved one, or the bundle.
    const again = await importInto(engine, folder);
    expect(again.profiles).toBe(7);
    const { rejected } = again.files.find(({ role }) => role === 'history')!.reasons;
    expect(rejected).toContainEqual({ reason: 'forgotten', rows: 11 });
    const copy = path.join(await temporaryFolder(), 'copy');
    await fs.cp(folder, copy, { recursive: true });
    expect((await importInto(engine, copy)).profiles).toBe(7);
    await expect(opening(engine, bundle)).rejects.toThrow(/forgotten in this workspace/);
    expect(await filesWith(workspace.folder, profile)).toEqual([]);
  });

  it('is removed so that adding a month gives the data set of the folder without it', { tags: ['rare'] }, async () => {
    const { engine, workspace, dataset } = await importedFolder(person);
    const { after } = (await forgetIn(engine, { data: dataset.fingerprint, profile: person.id })).replaced[0]!;
    // An event that is there, one that differs only in fields that are not kept, and one of the forgotten profile.
    const [header, own] = tablesOf(person)['history_data.csv']!.filter((row) => !row.startsWith(person.id));
    const april = {
      'history_data.csv': [
        header!,
        own!,
        own!.replace('IFSUC0001', 'IFSUC0009'),
        `${person.id},98,20260401120000,IFSUC0001,500,0,N,N`,
      ],
    };
    const month = path.join(await temporaryFolder(), 'april');
    await writeTables(month, april);
    const added = await finalValue(await engine.client.datasets.add({ data: after!, folder: month }));
    expect(added.change.exact).toBe(true);
    expect(added.change.events[0]).toMatchObject({ added: 1, duplicates: 1, rejected: 1 });
    const other = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
    const all = path.join(await temporaryFolder(), 'all');
    const without = tablesOf(person, true);
    await writeTables(all, {
      ...without,
      'history_data.csv': [...without['history_data.csv']!, april['history_data.csv'][2]!],
    });
    expect(added.fingerprint).toBe((await importInto(other, all)).fingerprint);
    expect(await filesWith(workspace.folder, person.id)).toEqual([]);
  });

  it('is forgotten too if the files for the next addition are damaged: they are dropped', async () => {
    const { engine, workspace, dataset } = await importedFolder(person);
    await fs.appendFile(path.join(workspace.datasets, dataset.fingerprint, 'event-marks.parquet'), 'x');
    const { after } = (await forgetIn(engine, { data: dataset.fingerprint, profile: person.id })).replaced[0]!;
    const { dataset: left, folder } = await openSnapshot(workspace, after!);
    expect(left.adding).toBeUndefined();
    expect(await fs.readdir(folder)).not.toContain('event-marks.parquet');
  });

  it('is told to stay in the files of a folder that was added, too', async () => {
    const { engine, dataset, folder } = await importedFolder(person);
    const month = path.join(await temporaryFolder(), 'april');
    const [header] = tablesOf(person)['history_data.csv']!;
    await writeTables(month, {
      'history_data.csv': [header!, `${person.id},98,20260401120000,IFSUC0001,500,0,N,N`],
    });
    const added = await finalValue(await engine.client.datasets.add({ data: dataset.fingerprint, folder: month }));
    for (const data of [dataset.fingerprint, added.fingerprint])
      expect((await planIn(engine, { data, profile: person.id })).folders.sort()).toEqual([folder, month].sort());
  });

  it('is removed as if it had never been in the folder', async () => {
    const { engine, workspace, dataset, folder } = await importedFolder(person);
    const done = await forgetIn(engine, { data: dataset.fingerprint, profile: person.other });
    const { after } = done.replaced[0]!;
    const snapshot = await openSnapshot(workspace, after!);
    expect(await verifySnapshot(snapshot)).toEqual([]);

    const other = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
    const without = path.join(await temporaryFolder(), 'theirs');
    await writeTables(without, tablesOf(person, true));
    const expected = await importInto(other, without);
    expect(after).toBe(expected.fingerprint);
    const facts = (one: typeof expected): object => {
      const { period, profiles, items, interactions, profileAttributes, submissionProfiles } = one;
      return { period, profiles, items, interactions, profileAttributes, submissionProfiles };
    };
    expect(facts(snapshot.dataset)).toEqual(facts(expected));
    expect(JSON.stringify(snapshot.dataset)).not.toMatch(/P77|2025-01-01|2027-01-01/);
    // The files for the next addition keep the rows of the others, and none of the profile.
    expect(snapshot.dataset.adding).toEqual(expected.adding);
    expect(await rowsIn(snapshot, 'event-marks.parquet')).toBe(await rowsIn(snapshot, 'events.parquet'));

    // Every row of the files is still accounted for; the import counts them unchanged, and finds the same data.
    const counted = await importInto(engine, folder);
    expect(counted.fingerprint).toBe(after);
    for (const one of [snapshot.dataset, counted])
      for (const { accepted, repaired, rejected, rows, reasons } of one.files) {
        expect(accepted + repaired + rejected).toBe(rows);
        expect(reasons.rejected.reduce((sum, reason) => sum + reason.rows, 0)).toBe(rejected);
        expect(reasons.repaired.reduce((sum, reason) => sum + reason.rows, 0)).toBe(repaired);
      }
    expect(counted.findings).toEqual(expected.findings);
    const issues = await engine.client.datasets.rowIssues({ fingerprint: after!, start: 0, end: 50 });
    expect(issues.rows.map(({ reason, line }) => `${reason} ${line}`)).toEqual(
      expect.arrayContaining(['impossible-time 47']),
    );
  });
});
