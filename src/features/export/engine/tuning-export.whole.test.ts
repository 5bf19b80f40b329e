/** Exports of lists under a tuning: equal to those of the run with its recipe, for a segment or for all, with rules, and repeated. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { type AppliedRules, ruleSetSchema } from '../../../shared/contract/rules';
import type { AppliedTuning } from '../../../shared/contract/applied-tuning';
import { NEUTRAL_TUNING, type Tuning } from '../../../shared/contract/tuning';
import { csvRows } from '../../../shared/values/csv';
import { finalValue } from '../../../shared/values/final-value';
import { recipeWithTuning } from '../../../shared/recipe/from-tuning';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { trainedRun, itemId } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import type { Opened } from '../../../../tests/support/tuned-run';

let run: Opened;
let folder: string;
beforeEach(async () => {
  const trained = await trainedRun();
  const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere });
  run = { ...trained, client, runId: trained.record.runId, data: trained.dataset.fingerprint };
  folder = await temporaryFolder();
});

const TUNED: Tuning = {
  ...NEUTRAL_TUNING,
  hidden: 0.4,
  mask: 1,
  condition: 0.5,
  directions: [{ direction: 1, amount: 1.5 }],
};
const rules: AppliedRules = {
  date: '2026-11-26',
  set: ruleSetSchema.parse({
    formatVersion: 1,
    rules: [
      { id: 'no', name: 'No', kind: 'hide', titles: { ids: Array.from({ length: 30 }, (_, item) => itemId(item)) } },
      { id: 'pin', name: 'Pin', kind: 'pin', place: 1, titles: { ids: [itemId(55)] } },
    ],
  }),
};

type With = { tuning?: AppliedTuning; rules?: AppliedRules; sha256?: string; runId?: string };
async function exported(name: string, what: With = {}) {
  const out = path.join(folder, name);
  const record = await run.client.runs.export({ runId: run.runId, out, format: 'csv', ...what });
  return { record, text: await fs.readFile(out, 'utf8') };
}

/** The lines of each profile, by its ID. */
function listsIn(text: string): Map<string, string> {
  const lists = new Map<string, string>();
  for (const [profile = '', ...rest] of [...csvRows(text)].slice(1))
    lists.set(profile, `${lists.get(profile) ?? ''}${rest.join()}\n`);
  return lists;
}

let made = 0;
const girls = () =>
  run.client.segments.keep({ data: run.data, name: `girls ${++made}`, filter: { attributes: { sex: ['F'] } } });

describe('an export under a tuning', () => {
  it('has the lists of the run that the tuning could become, with rules and without', { tags: ['rare'] }, async () => {
    const { recipe } = recipeWithTuning(run.record.recipe, TUNED);
    const { runId } = await run.client.runs.start({ data: run.data, recipe, seed: run.record.seed });
    await finalValue(await run.client.runs.watch({ runId }));
    const trained = await exported('as-trained.csv');
    const tuned = await exported('tuned.csv', { tuning: { tuning: TUNED } });
    expect(tuned.text).toBe((await exported('taken.csv', { runId })).text);
    expect(tuned.text).not.toBe(trained.text);
    const both = await exported('both.csv', { tuning: { tuning: TUNED }, rules });
    expect(both.text).toBe((await exported('taken-ruled.csv', { runId, rules })).text);
    expect(both.text).not.toBe((await exported('ruled.csv', { rules })).text);
    expect(tuned.record).toMatchObject({
      tuning: { tuning: TUNED, kept: null, segment: null, profiles: 24 },
      recipeSha256: run.record.recipeSha256,
      listsSha256: run.record.listsSha256,
      approval: null,
    });
    expect(both.record).toMatchObject({ tuning: tuned.record.tuning, rulesDate: rules.date });
    const changed = [...listsIn(trained.text)].filter(([id, list]) => listsIn(tuned.text).get(id) !== list).length;
    expect(tuned.record.checks.find(({ check }) => check === 'tuning')!.detail).toContain('it changes 24 of 24');
    expect(changed).toBe(24);
    expect(trained.record).not.toHaveProperty('tuning');
    const { lines } = await run.client.runs.previewExport({
      runId: run.runId,
      format: 'csv',
      tuning: { tuning: TUNED },
      lines: 30,
    });
    expect(lines).toEqual(tuned.text.split('\n').slice(0, 30));
  });

  it('of a segment leaves all other lists as trained', async () => {
    const segment = await girls();
    const { rows } = await run.client.profiles.page({ data: run.data, start: 0, end: 100, filter: segment.filter });
    const [plain, all, some] = [
      await exported('plain.csv'),
      await exported('all.csv', { tuning: { tuning: TUNED } }),
      await exported('some.csv', { tuning: { tuning: { ...TUNED, added: [itemId(3)] }, segment: segment.id } }),
    ];
    const isGirl = new Set(rows.map(({ profile }) => profile));
    for (const [profile, list] of listsIn(some.text))
      expect(list).toBe(listsIn((isGirl.has(profile) ? all : plain).text).get(profile));
    expect(some.record.tuning).toMatchObject({
      // Settings for one profile do not apply to the others, and are left out.
      tuning: TUNED,
      tuningSha256: all.record.tuning!.tuningSha256,
      segment: { id: segment.id, name: segment.name, revision: 1 },
      profiles: rows.length,
    });
    expect(some.record.checks.find(({ check }) => check === 'tuning')!.detail).toContain(
      'Left out, because it is about one child: added',
    );
  });

  it('can be repeated byte for byte from its record', async () => {
    const { client, data, runId } = run;
    const segment = await girls();
    const kept = await client.tuning.keep({ data, name: 'quiet', tuning: TUNED, runId });
    const tuning = { tuning: TUNED, kept: { id: kept.id, revision: 1 }, segment: segment.id };
    const [one, two] = [await exported('one.csv', { tuning, rules }), await exported('two.csv', { tuning, rules })];
    expect(two).toMatchObject({ text: one.text, record: { sha256: one.record.sha256 } });
    expect(one.record.tuning!.kept).toEqual({ name: 'quiet', revision: 1 });
    // Neither removing the tuning nor changing the segment affects a repeated export.
    await client.tuning.remove({ data, id: kept.id, revision: 1 });
    await client.segments.keep({
      data,
      id: segment.id,
      revision: 1,
      name: 'boys',
      filter: { attributes: { sex: ['M'] } },
    });
    const { sha256 } = one.record;
    expect(await exported('again.csv', { sha256, rules })).toMatchObject({ text: one.text, record: { sha256 } });
    const other = { tuning: { ...TUNED, condition: 0.6 } };
    await expect(exported('other.csv', { sha256, rules, tuning: other })).rejects.toMatchObject({
      code: 'different',
      message: expect.stringContaining('another tuning'),
    });
    expect((await client.runs.exports({ runId })).find((record) => record.sha256 === sha256)!.tuning).toEqual(
      one.record.tuning,
    );
  });

  it('is refused if it would not be what it claims', async () => {
    const { client, data } = run;
    const refusal = async (tuning: AppliedTuning, what: With = {}): Promise<unknown> =>
      exported('never.csv', { tuning, ...what }).catch((thrown: unknown) => thrown);
    expect(await refusal({ tuning: { ...NEUTRAL_TUNING, added: [itemId(3)] } })).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('about one child (added)'),
    });
    expect(await refusal({ tuning: NEUTRAL_TUNING })).toMatchObject({ code: 'usage' });
    const kept = await client.tuning.keep({ data, name: 'other run', tuning: TUNED, runId: 'another' });
    const ofKept = { tuning: TUNED, kept: { id: kept.id, revision: kept.revision } };
    expect(await refusal(ofKept)).toMatchObject({ code: 'usage', message: expect.stringMatching(/^directions/) });
    expect(await refusal({ ...ofKept, kept: { id: kept.id, revision: 7 } })).toMatchObject({ code: 'busy' });
    expect(await refusal({ ...ofKept, tuning: { ...TUNED, condition: 2 } })).toMatchObject({ code: 'busy' });
    expect(await refusal({ tuning: TUNED, segment: 'nowhere' })).toMatchObject({ code: 'not-found' });
    const seen = await client.segments.keep({ data, name: 'seen', filter: { reviewed: true } });
    expect(await refusal({ tuning: TUNED, segment: seen.id })).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('segment seen'),
    });
    const segment = await girls();
    const watched: Tuning = { ...NEUTRAL_TUNING, watched: 'include' };
    expect(await refusal({ tuning: watched, segment: segment.id }, { rules })).toMatchObject({ code: 'usage' });
    const { record } = await exported('watched.csv', { tuning: { tuning: watched }, rules });
    expect(record.checks.find(({ check }) => check === 'watched titles')!.detail).toContain(
      'The tuning allows watched titles',
    );
  });
});
