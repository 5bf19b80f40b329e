/**
 * Exports under rules and a tuning are repeated before they are scored by later viewings.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { openSnapshot } from '../../../engine/data/snapshot';
import { createEngine } from '../../engine';
import { addFolder } from '../../../engine/import/import-folder';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import type { Outcome, OutcomeRequest } from '../contract/outcome';
import { ruleSetSchema } from '../../../shared/contract/rules';
import { csvRows } from '../../../shared/values/csv';
import { finalValue } from '../../../shared/values/final-value';
import { HISTORY_HEADER, historyRow } from '../../../../tests/support/importing';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { writeTables } from '../../../../tests/support/small-folder';
import { itemId, profileId, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

const date = '2026-04-01';
const set = ruleSetSchema.parse({
  formatVersion: 1,
  rules: [{ id: 'pin', name: 'Pin', kind: 'pin', place: 1, titles: { ids: [itemId(55)] } }],
});

it(
  'exports under rules, a tuning or both are scored, but not if the rules are no longer saved',
  { timeout: 120_000 },
  async () => {
    const { workspace, dataset, record } = await trainedRun();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const [{ runId }, data] = [record, dataset.fingerprint];
    const folder = await temporaryFolder();
    const tuning = { tuning: { ...NEUTRAL_TUNING, condition: 0.5, hidden: 0.4, mask: 1 } };
    await client.rules.set({ data, revision: 0, set });
    const lists = new Map<string, Map<string, string[]>>();
    for (const [name, what] of Object.entries({
      plain: { rules: 'none' as const },
      ruled: { rules: { set, date } },
      tuned: { tuning, rules: 'none' as const },
      both: { rules: { set, date }, tuning },
    })) {
      const out = path.join(folder, `${name}.csv`);
      await client.runs.export({ runId, out, format: 'csv', ...what });
      lists.set(name, listsIn(await fs.readFile(out, 'utf8')));
    }
    const watched = Array.from({ length: 24 }, (_, profile) => [profileId(profile), itemId(55)] as const);
    const rows = watched.map(([profile, item]) => historyRow({ profile, item, time: '20260501120000' }));
    await writeTables(path.join(folder, 'may'), { 'history_data.csv': [HISTORY_HEADER, ...rows] });
    await addFolder({ workspace, snapshot: await openSnapshot(workspace, data), folder: path.join(folder, 'may') });

    const found = async (request: Partial<OutcomeRequest> = {}): Promise<Outcome[]> =>
      (await finalValue(await client.runs.outcomes({ runId, ...request }))).outcomes;
    const all = await found();
    expect(all.map(({ withRules, tuned, compared }) => [withRules, tuned, compared])).toEqual([
      [false, false, true],
      [true, false, true],
      [false, true, true],
      [true, true, true],
    ]);
    expect(all.map(({ ruleNames }) => ruleNames)).toEqual([[], ['Pin'], [], ['Pin']]);
    // For profiles that had not watched the title it is all that is new: recall is the share of lists with it, as the files have them.
    const fresh = new Set(lists.get('ruled')!.keys());
    for (const [at, name] of [...lists.keys()].entries()) {
      const { profiles, viewings } = all[at]!;
      expect(profiles!.judged).toBe(profiles!.exported - profiles!.withoutNew);
      const listed = [...fresh].filter((profile) => lists.get(name)!.get(profile)!.includes(itemId(55))).length;
      expect(viewings!.listed, name).toBe(listed);
      expect(all[at]!.judged!.hits.mean).toBeCloseTo(listed / profiles!.judged, 12);
    }
    expect(all[1]!.judged!.hits.mean).toBe(1);
    expect(all[0]!.viewings!.listed).toBeLessThan(all[1]!.viewings!.listed);

    await fs.rm(workspace.rules, { recursive: true });
    // The result stays with the run; only what has to be repeated needs the rules.
    expect(await found()).toEqual(all);
    await fs.rm(path.join(workspace.runs, runId, 'outcomes.json'));
    expect((await found()).map(({ problem }) => problem?.reason ?? null)).toEqual([
      null,
      'not-rebuilt',
      null,
      'not-rebuilt',
    ]);
    expect(await found({ rules: set })).toEqual(all);
  },
);

/** The titles of each profile. */
function listsIn(text: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [profile = '', , item = ''] of [...csvRows(text)].slice(1))
    lists.set(profile, [...(lists.get(profile) ?? []), item]);
  return lists;
}
