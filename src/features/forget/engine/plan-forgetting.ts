/** Determines what forgetting a profile would do, before anything is done. */
import * as z from 'zod';
import { shownDataName } from '../../../shared/values/data-name';
import type { Approval } from '../../../shared/contract/approvals';
import type { Dataset } from '../../../shared/contract/dataset';
import type { ForgettingPlan } from '../../../shared/contract/privacy';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import type { Intention, OnlyOfProfile } from '../../../engine/data/privacy/intention';
import { mentions } from '../../../engine/data/privacy/mentions';
import { readLogs } from '../../../engine/kept/audit/logs';
import { listQueue } from '../../../engine/runs/queue';
import { readApprovals } from '../../../engine/runs/approvals';
import { readExports, textsOfExport } from '../../../engine/runs/earlier-exports';
import { readMarks } from '../../../engine/kept/marks';
import { isBeingVerified } from '../../../engine/runs/repeat-folder';
import { currentRecord, runIds } from '../../../engine/runs/store';
import { filesBelow } from '../../../engine/storage/disk';
import { readContent } from '../../../engine/storage/record-file';
import { readForgottenRunUnlessDamaged } from '../../../engine/runs/forgotten-run';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { KEPT_IN_WORKSPACES } from '../../kept';
import { isMentionedInLine } from './carry-kept';
import { findHolders, type Holders } from './holders';
import { onlyOfProfile, together } from './only-of-profile';
import { changedNames, type Content, type Forgotten, keptFile, type Kind, KINDS, pruneKept } from './prune-kept';
import { pruneLabels } from './prune-labels';
import { rulesOf, textOfRule } from './prune-rules';

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
  const found = new Found(holders.profile);
  for (const id of holders.runs) {
    const folder = runFolder(workspace, id);
    // A file of a newer version could not be rewritten, so it is refused before anything is done.
    await readForgottenRunUnlessDamaged(folder);
    const record = await currentRecord(folder).catch(() => null);
    const name = marks.get(id)?.name ?? record?.name ?? id;
    runs.push({ id, name });
    if (record?.status === 'running' || (await isBeingVerified(folder))) busy.push({ id, name });
    found.look('run-name', id, `${record?.name ?? ''} ${marks.get(id)?.name ?? ''}`);
    found.look('run-note', id, marks.get(id)?.note ?? '');
    const approvals = record && (await readApprovals(folder, record).catch(() => null));
    if (approvals?.all.some((approval) => textsOf(approval).some((text) => found.isIn(text))) === true)
      found.goes('approval', id);
    for (const one of await readExports(folder)) {
      if ((await filesBelow(one.path)).length > 0) exported.push(one.path);
      if (textsOfExport(one).some((text) => found.isIn(text))) found.goes('exports', id);
    }
  }
  exported.push(...(await exportedBefore(workspace, holders)));
  for (const { holds, texts } of KEPT_IN_WORKSPACES)
    for (const { id, texts: all } of (await texts?.list(workspace)) ?? [])
      if (holds === 'refreshes' && all.some((text) => found.isIn(text))) found.goes(holds, id);
  const only: Intention['only'] = {};
  for (const snapshot of [...holders.trashed, ...holders.snapshots])
    only[snapshot.dataset.fingerprint] = await onlyOfProfile(snapshot, holders.profile);
  for (const fingerprint of holders.datasets) {
    const forgotten = { profile: holders.profile, only: only[fingerprint] ?? together(Object.values(only)) };
    for (const kind of Object.keys(KINDS) as Kind[]) {
      const content = await readContent(keptFile(workspace, kind, fingerprint));
      found.lookInKept(kind, content);
      found.changes(kind, content, forgotten);
    }
  }
  for (const [, lines] of await readLogs(workspace, holders.datasets))
    for (const { text, entry } of lines)
      if (isMentionedInLine(text, holders.profile)) found.goes('audit', entry?.at ?? '');
  for (const { id, data, name } of await listQueue(workspace))
    if (holders.datasets.some((fingerprint) => fingerprint.startsWith(data))) found.look('queued-run', id, name ?? '');
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
      folders: [...new Set(holders.snapshots.flatMap(({ dataset }) => foldersOf(dataset)))],
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
    for (const { path: file } of await readExports(folder)) if ((await filesBelow(file)).length > 0) files.push(file);
  }
  return files;
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

const noteSchema = z.object({ text: z.string() });
const ownedSchema = z.object({ owner: z.string() });
const namedSchema = z.object({ name: z.string() });
const labelsSchema = z.object({ entries: z.array(z.object({ attribute: z.string(), label: z.string() })) });

/** What of the texts stays and what goes, each once. */
class Found {
  readonly #stays = new Map<string, ForgettingPlan['mentions'][number]>();
  readonly #goes = new Map<string, ForgettingPlan['goes'][number]>();

  constructor(private readonly profile: string) {}

  isIn(text: string): boolean {
    return mentions(text, this.profile);
  }

  look(where: ForgettingPlan['mentions'][number]['where'], id: string, text: string): void {
    if (this.isIn(text)) this.#stays.set(`${where} ${id}`, { where, id });
  }

  goes(where: ForgettingPlan['goes'][number]['where'], id: string): void {
    this.#goes.set(`${where} ${id}`, { where, id });
  }

  /** Present texts, which the user can change. */
  lookInKept(kind: Kind, { records }: Content): void {
    for (const [key, state] of records) {
      const { name = '' } = namedSchema.safeParse(state).data ?? {};
      switch (kind) {
        case 'notes':
          if (canonicalId(key) !== this.profile)
            this.look('profile-note', key, noteSchema.safeParse(state).data?.text ?? '');
          break;
        case 'decisions':
          if (canonicalId(key) !== this.profile)
            this.look('owner', key, ownedSchema.safeParse(state).data?.owner ?? '');
          break;
        case 'segments':
          this.look('segment-name', name, name);
          break;
        case 'tunings':
          this.look('tuning-name', name, name);
          break;
        case 'rules':
        case 'checks':
          for (const rule of rulesOf(state))
            this.look(kind === 'rules' ? 'rule-name' : 'check-name', rule.name, textOfRule(rule));
          break;
        case 'labels':
          for (const { attribute, label } of labelsSchema.safeParse(state).data?.entries ?? [])
            this.look('label', attribute, label);
          break;
        case 'reviews':
          break;
      }
    }
  }

  changes(kind: Kind, content: Content, forgotten: Forgotten): void {
    const after =
      kind === 'labels'
        ? pruneLabels(content, ({ attribute, code }) => !isOnlyValue(forgotten.only, attribute, code))
        : pruneKept(kind, content, forgotten);
    if (kind === 'reviews' || kind === 'decisions') return;
    for (const name of changedNames(kind, content, after, this.profile)) this.goes(kind, name);
  }

  lists(): Pick<ForgettingPlan, 'mentions' | 'goes'> {
    return { mentions: [...this.#stays.values()], goes: [...this.#goes.values()] };
  }
}

const isOnlyValue = ({ values }: OnlyOfProfile, attribute: string, code: string | undefined): boolean =>
  code !== undefined && Object.hasOwn(values, attribute) && values[attribute]!.includes(code);
