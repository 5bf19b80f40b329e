/** A used workspace whose folder contains a profile to forget. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { createEngine, type Engine } from '../../src/features/engine';
import { encodeSafetensors } from '../../src/engine/model/safetensors';
import { loadItems, loadProfiles, openSnapshot } from '../../src/engine/data/snapshot';
import type { Workspace } from '../../src/engine/storage/workspace';
import { MEASURED_MODEL_FILE } from '../../src/engine/runs/measured-model-file';
import type { Dataset } from '../../src/shared/contract/dataset';
import type { ForgettingPlan, Forgetting } from '../../src/shared/contract/privacy';
import { finalValue } from '../../src/shared/values/final-value';
import { LIST_LENGTH } from '../../src/shared/limits';
import { finishedRun, type HandMadeRun } from './finished-run';
import { writeTables } from './small-folder';
import { importedOnce } from './trained-run';
import { trainersHere } from './trainers-here';

export interface Person {
  /** As the vocabulary has it. */
  readonly id: string;
  /** As history_data.csv writes it now and then. */
  readonly other: string;
}

/** An ID of letters, and one of digits that the file sometimes writes with a decimal point. */
export const PEOPLE: Record<'letters' | 'digits', Person> = {
  letters: { id: 'kid-zq4711x', other: 'kid-zq4711x' },
  digits: { id: '8350471193', other: '8350471193.0' },
};

/** The tables of a folder; `without` omits all rows of that ID. */
export function tablesOf({ id, other }: Person, without = false): Record<string, string[]> {
  const ids = [id, ...Array.from({ length: 7 }, (_, index) => String(100 + index))];
  const own = (line: string): boolean => !without || !(line.includes(id) || line.includes(other));
  const history = ids.flatMap((profile, person) =>
    Array.from(
      { length: 5 },
      (_, event) =>
        `${person === 0 && event === 2 ? other : profile},${event},202603${String(1 + 2 * event + (person % 2)).padStart(2, '0')}120000,IFSUC0001,${500 + ((person + event) % 9)},0,N,N`,
    ),
  );
  return {
    'history_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer',
      ...[
        ...history,
        // The first and last moment, a title without metadata, and rows with issues belong only to this profile.
        `${id},90,20250101000000,IFSUC0001,999,0,N,N`,
        `${id},91,20270101000000,IFSUC0001,500,0,N,N`,
        `${id},92,20260399000000,IFSUC0001,500,0,N,N`,
        `${id},93,20260301126000,IFSUC0001,501,0,N,N`,
        `${id},94`,
        `101,95,20260399000000,IFSUC0001,501,0,N,N`,
      ].filter(own),
    ],
    'profile_data.csv': [
      'profile_id,sex,age,pr_interest_keyword_cd_1',
      // A value of an attribute, and one out of range, that only this profile has.
      ...[`${id},X,9,P77`, ...ids.slice(1).map((profile, index) => `${profile},${index % 2 ? 'M' : 'F'},3,P01`)].filter(
        own,
      ),
    ],
    'meta_data.csv': ['album_id,title', ...Array.from({ length: 9 }, (_, item) => `${500 + item},Title ${item}`)],
    'watch_e_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play',
      ...ids
        .map((profile, index) => `${profile},${index},20260305120000,IFSUC0002,${500 + index},300,600,N`)
        .filter(own),
    ],
    'sample_submission.csv': [
      'profile_id,predicted_list',
      ...ids
        .toReversed()
        .map((profile) => `${profile},[]`)
        .filter(own),
    ],
  };
}

export interface Used {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly folder: string;
  readonly dataset: Dataset;
}

export async function importedFolder(person: Person): Promise<Used> {
  const { workspace, source, dataset } = await importedOnce(`folder of ${person.id}`, (folder) =>
    writeTables(folder, tablesOf(person)),
  );
  const engine = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  return { engine, workspace: engine.context.workspace, folder: source, dataset };
}

export async function importInto({ client }: Engine, folder: string): Promise<Dataset> {
  return finalValue(await client.datasets.import({ folder }));
}

export async function forgetIn(
  { client }: Engine,
  request: { data: string; profile: string; withModels?: boolean },
): Promise<Forgetting> {
  return finalValue(await client.privacy.forget(request));
}

export async function planIn(engine: Engine, request: { data: string; profile: string }): Promise<ForgettingPlan> {
  return engine.client.privacy.planForgetting(request);
}

/** A finished run of the data set, with files that a trainer leaves while it works. */
export async function runOn({ workspace, dataset }: Used): Promise<HandMadeRun> {
  const snapshot = await openSnapshot(workspace, dataset.fingerprint);
  const [profiles, items] = await Promise.all([loadProfiles(snapshot), loadItems(snapshot)]);
  const run = await finishedRun({ workspace, dataset, profiles: [...profiles.ids], items: [...items.ids] });
  const state = encodeSafetensors({ state: { shape: [2], values: Float32Array.of(1, 2) } });
  for (const name of ['checkpoint.safetensors', 'kept.safetensors'])
    await fs.writeFile(path.join(run.folder, name), state);
  const one = { shape: [1], values: Float32Array.of(0.5) };
  const profile = { shape: [1], values: Int32Array.of(0) };
  const testProfiles = encodeSafetensors({
    profile,
    recall: one,
    ndcg: one,
    score: one,
    targets: { shape: [1], values: Int32Array.of(2) },
    lists: { shape: [1, LIST_LENGTH], values: new Int32Array(LIST_LENGTH).fill(-1) },
  });
  await fs.writeFile(path.join(run.folder, 'test-profiles.safetensors'), testProfiles);
  await fs.writeFile(path.join(run.folder, MEASURED_MODEL_FILE), state);
  await fs.writeFile(path.join(run.folder, 'stability.json'), '{"rows":[0],"shares":[0.5]}');
  await fs.writeFile(path.join(run.folder, 'outcomes.json'), '{"entries":[]}');
  await fs.writeFile(path.join(run.folder, 'fairness.json'), '{"figuresVersion":0,"shuffles":[]}');
  await fs.writeFile(path.join(run.folder, 'condition.json'), '{"figuresVersion":0,"trials":[],"measured":null}');
  await fs.writeFile(path.join(run.folder, 'exports.json'), '[]');
  await fs.mkdir(path.join(run.folder, 'verifications'));
  for (const name of ['map-profiles.safetensors', 'map-titles.safetensors'])
    await fs.writeFile(path.join(run.folder, name), state);
  const repeat = path.join(run.folder, 'repeat-20260301T000000000Z');
  await fs.mkdir(repeat);
  await fs.copyFile(path.join(run.folder, 'vocabulary.json'), path.join(repeat, 'vocabulary.json'));
  return run;
}
