/** Determines what forgetting a profile would do, before anything is done. */
import { shownDataName } from '../../../shared/values/data-name';
import type { ForgettingPlan } from '../../../shared/contract/privacy';
import { listNamed, SEGMENTS, TUNINGS } from '../../../engine/kept/segments-and-tunings';
import { notesFile } from '../../../engine/kept/notes';
import { readRules } from '../../../engine/kept/rules';
import { listQueue } from '../../../engine/runs/queue';
import { readExports } from '../../../engine/runs/earlier-exports';
import { readMarks } from '../../../engine/kept/marks';
import { isBeingVerified } from '../../../engine/runs/repeat-folder';
import { currentRecord } from '../../../engine/runs/store';
import { filesBelow } from '../../../engine/storage/disk';
import { readContent } from '../../../engine/storage/record-file';
import { readForgottenRunUnlessDamaged } from '../../../engine/runs/forgotten-run';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { findHolders, type Holders } from './holders';
import { canonicalId, mentions } from '../../../engine/data/privacy/keyed-ids';

export interface ForgetRequest {
  /** Fingerprint of a data set that contains the profile, or its beginning. */
  readonly data: string;
  readonly profile: string;
  readonly withModels: boolean;
}

/** @throws as findHolders does; `bad-data` if a file of records is damaged, `newer-version` */
export async function planForgetting(
  workspace: Workspace,
  request: ForgetRequest,
): Promise<{ plan: ForgettingPlan; holders: Holders }> {
  const holders = await findHolders(workspace, request.data, request.profile);
  const { marks } = await readMarks(workspace);
  const runs: ForgettingPlan['runs'] = [];
  const busy: ForgettingPlan['busy'] = [];
  const found: ForgettingPlan['mentions'] = [];
  const exported: string[] = [];
  const look = (where: ForgettingPlan['mentions'][number]['where'], id: string, text: string): void => {
    if (mentions(text, holders.profile)) found.push({ where, id });
  };
  for (const id of holders.runs) {
    const folder = runFolder(workspace, id);
    // A file of a newer version could not be rewritten, so it is refused before anything is done.
    await readForgottenRunUnlessDamaged(folder);
    const record = await currentRecord(folder).catch(() => null);
    const name = marks.get(id)?.name ?? record?.name ?? id;
    runs.push({ id, name });
    if (record?.status === 'running' || (await isBeingVerified(folder))) busy.push({ id, name });
    look('run-name', id, `${record?.name ?? ''} ${marks.get(id)?.name ?? ''}`);
    look('run-note', id, marks.get(id)?.note ?? '');
    for (const { path: file } of await readExports(folder))
      if ((await filesBelow(file)).length > 0) exported.push(file);
  }
  for (const { dataset } of holders.snapshots) {
    const { fingerprint } = dataset;
    const { records, earlier } = await readContent(notesFile(workspace, fingerprint));
    for (const profile of new Set([...records.keys(), ...earlier.keys()])) {
      const states = [...(earlier.get(profile) ?? []), ...(records.has(profile) ? [records.get(profile)!] : [])];
      if (canonicalId(profile) !== holders.profile)
        look('profile-note', profile, states.map(({ text }) => text).join('\n'));
    }
    for (const { name } of await listNamed(SEGMENTS, workspace, fingerprint)) look('segment-name', name, name);
    for (const { name } of await listNamed(TUNINGS, workspace, fingerprint)) look('tuning-name', name, name);
    for (const { name } of (await readRules(workspace, fingerprint)).set.rules) look('rule-name', name, name);
  }
  for (const { id, data, name } of await listQueue(workspace))
    if (holders.datasets.some((fingerprint) => fingerprint.startsWith(data))) look('queued-run', id, name ?? '');
  return {
    holders,
    plan: {
      profile: holders.profile,
      withModels: request.withModels,
      datasets: holders.snapshots.map(({ dataset }) => ({ id: dataset.fingerprint, name: shownDataName(dataset) })),
      runs,
      busy,
      trash: holders.trash.length,
      others: holders.others.map((dataset) => ({ id: dataset.fingerprint, name: shownDataName(dataset) })),
      otherRuns: holders.otherRuns.map(({ id, name }) => ({ id, name: marks.get(id)?.name ?? name })),
      unknown: [...holders.unknown],
      mentions: found,
      exported: [...new Set(exported)],
      folder: holders.snapshots[0]?.dataset.folder ?? '',
    },
  };
}
