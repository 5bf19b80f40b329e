/** Determines what forgetting a profile would do, before anything is done. */
import * as fs from 'node:fs/promises';
import { shownDataName } from '../../../shared/values/data-name';
import type { Approval } from '../../../shared/contract/approvals';
import type { Dataset } from '../../../shared/contract/dataset';
import type { ForgettingPlan } from '../../../shared/contract/privacy';
import type { Intention } from '../../../engine/data/privacy/intention';
import { listAllDatasets } from '../../../engine/data/snapshot';
import { filesOfProfiles } from '../../../engine/data/privacy/written-files';
import { readLogs } from '../../../engine/kept/audit/logs';
import { listQueue } from '../../../engine/runs/queue';
import { readApprovals } from '../../../engine/runs/approvals';
import { readExports, textsOfExport } from '../../../engine/runs/earlier-exports';
import { readMarks } from '../../../engine/kept/marks';
import { isBeingVerified } from '../../../engine/runs/repeat-folder';
import { isEarlierRecord, readAnyRecord } from '../../../engine/runs/record';
import { currentRecord, runIds } from '../../../engine/runs/store';
import { readContent } from '../../../engine/storage/record-file';
import { readForgottenRunUnlessDamaged } from '../../../engine/runs/forgotten-run';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { TEXTS_IN_WORKSPACE } from '../../kept';
import { isSubjectOfLine, textsOfLine } from './carry-kept';
import { FoundTexts } from './found-texts';
import { findHolders, type Holders } from './holders';
import type { Forgotten } from './kept-parts';
import { onlyOfProfile, together } from './only-of-profile';
import { keptFile, KINDS, pruneKept } from './prune-kept';
import { valuesOf } from './without-only';

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
): Promise<{ plan: ForgettingPlan; holders: Holders; only: Intention['only'] }> {
  const holders = await findHolders(workspace, request.data, request.profile);
  const { marks } = await readMarks(workspace);
  const runs: ForgettingPlan['runs'] = [];
  const busy: ForgettingPlan['busy'] = [];
  const exported: string[] = [];
  const found = new FoundTexts(holders.profile);
  for (const id of holders.runs) {
    const folder = runFolder(workspace, id);
    // A file of a newer version could not be rewritten, so it is refused before anything is done.
    await readForgottenRunUnlessDamaged(folder);
    const record = await currentRecord(folder).catch(() => readAnyRecord(folder).catch(() => null));
    const name = marks.get(id)?.name ?? record?.name ?? id;
    runs.push({ id, name });
    const isTraining = record !== null && !isEarlierRecord(record) && record.status === 'running';
    if (isTraining || (await isBeingVerified(folder))) busy.push({ id, name });
    found.look('run-name', id, `${record?.name ?? ''} ${marks.get(id)?.name ?? ''}`);
    found.look('run-note', id, marks.get(id)?.note ?? '');
    const approvals = record && (await readApprovals(folder, record).catch(() => null));
    for (const approval of approvals?.all ?? []) found.lookBack('approval', id, textsOf(approval));
    for (const one of await readExports(folder)) {
      if (await isThere(one.path)) exported.push(one.path);
      found.look('file-name', one.path, one.path);
      found.lookBack('exports', id, textsOfExport(one));
    }
  }
  exported.push(...(await exportedBefore(workspace, holders)));
  for (const file of await filesNoted(workspace, holders)) {
    if (await isThere(file)) exported.push(file);
    found.look('file-name', file, file);
  }
  for (const where of Object.keys(TEXTS_IN_WORKSPACE) as (keyof typeof TEXTS_IN_WORKSPACE)[])
    for (const { id, texts } of await TEXTS_IN_WORKSPACE[where].list(workspace)) found.lookBack(where, id, texts);
  const only: Intention['only'] = {};
  for (const snapshot of [...holders.trashed, ...holders.snapshots])
    only[snapshot.dataset.fingerprint] = await onlyOfProfile(snapshot, holders.profile);
  for (const fingerprint of holders.datasets) {
    const its = only[fingerprint] ?? together(Object.values(only));
    const forgotten: Forgotten = {
      profile: holders.profile,
      only: its,
      isKnownLabel: ({ attribute, code }) => code === undefined || !valuesOf(its, attribute).includes(code),
    };
    for (const kind of KINDS) {
      const content = await readContent(keptFile(workspace, kind, fingerprint));
      found.lookInKept(kind, content);
      found.goes(kind, pruneKept(kind, content, forgotten).changed);
    }
  }
  for (const [, lines] of await readLogs(workspace, holders.datasets))
    for (const { text, entry } of lines)
      if (!isSubjectOfLine(text, holders.profile)) found.lookBack('audit', entry?.at ?? '', textsOfLine(text));
  for (const { id, data, name } of await listQueue(workspace))
    if (holders.datasets.some((fingerprint) => fingerprint.startsWith(data))) found.look('queued-run', id, name ?? '');
  const folders = [...new Set(holders.snapshots.flatMap(({ dataset }) => foldersOf(dataset)))];
  for (const file of [...folders, ...holders.snapshots.flatMap(({ dataset }) => dataset.files.map((one) => one.file))])
    found.look('file-name', file, file);
  return {
    holders,
    only,
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
      ...found.lists(),
      exported: [...new Set(exported)],
      folders,
    },
  };
}

/** Files of runs that an earlier forgetting left without lists: what they delivered has the others still. */
async function exportedBefore(workspace: Workspace, { runs, datasets }: Holders): Promise<string[]> {
  const files: string[] = [];
  for (const id of await runIds(workspace)) {
    const folder = runFolder(workspace, id);
    const forgotten = runs.includes(id) ? null : await readForgottenRunUnlessDamaged(folder);
    if (!forgotten?.dataset || !datasets.includes(forgotten.dataset)) continue;
    for (const { path: file } of await readExports(folder)) if (await isThere(file)) files.push(file);
  }
  return files;
}

/** What was written there, or another file that took its place. */
const isThere = async (file: string): Promise<boolean> => (await fs.stat(file).catch(() => null))?.isFile() === true;

/** Other files with profiles that were written outside the workspace. */
async function filesNoted(workspace: Workspace, { datasets }: Holders): Promise<string[]> {
  const present = new Set((await listAllDatasets(workspace)).datasets.map(({ fingerprint }) => fingerprint));
  return filesOfProfiles(workspace, datasets, (fingerprint) => !present.has(fingerprint));
}

/** What was read and what was added to it; none for data that came in a bundle. */
const foldersOf = ({ folder, added = [] }: Dataset): string[] =>
  [folder, ...added.map((one) => one.folder)].filter((one) => one !== '');

const textsOf = ({ by, reason, rules, tuning }: Approval): string[] => [
  by,
  reason,
  ...(rules?.names ?? []),
  tuning?.name ?? '',
  tuning?.segment ?? '',
];
