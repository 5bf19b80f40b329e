/** refreshes/refreshes.json: the result of each refresh. It names runs, data sets, folders, checks and rules. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Refresh, REFRESH_STATES, refreshSchema } from '../contract/refresh';
import { MOST_REFRESHES } from '../contract/limits';
import {
  changeRecords,
  fileOf,
  readRecords,
  type RecordFamily,
  type Records,
  withRecord,
} from '../../../engine/storage/record-file';
import type { Workspace } from '../../../engine/storage/workspace';
import type { KeptTexts } from '../../../engine/kept/kept-in-workspace';
import { rulesWithout, textsOfRules } from '../../../engine/runs/earlier-exports';
import { say, textOf } from '../../../shared/words/sentence';
import { readUnattended, withoutName } from './unattended';

const ID_LETTERS = 12;

const stateSchema = z.object({ state: z.string() });

const REFRESHES: RecordFamily<Refresh> = {
  folder: 'refreshes',
  only: 'refreshes',
  name: 'refreshes',
  value: refreshSchema,
  // An unknown state decides what the next refresh starts from, so it is not ignored.
  isNewer: (record) => {
    const { data } = stateSchema.safeParse(record);
    return data !== undefined && !REFRESH_STATES.some((state) => state === data.state);
  },
};

/**
 * Training the same run again on the same data is the same refresh, however often it is requested.
 * @param what the fingerprint of the resulting data; the folder if none was made
 */
export function refreshIdOf(runId: string, what: string): string {
  const digest = createHash('sha256').update(`shelfwise refresh 1\n${runId}\n${what}`).digest('hex');
  return `f${digest.slice(0, ID_LETTERS)}`;
}

/**
 * Latest first.
 * @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` if a newer version wrote it
 */
export async function listRefreshes(workspace: Workspace): Promise<Refresh[]> {
  return latestFirst(await readRecords(fileOf(REFRESHES, workspace)));
}

/** @returns the stored refresh: what an earlier attempt added stays as the addition, and a written file stays noted until there is another answer */
export async function keepRefresh(workspace: Workspace, refresh: Refresh): Promise<Refresh> {
  let kept = refresh;
  await changeRecords(fileOf(REFRESHES, workspace), (refreshes) => {
    const before = refreshes.get(refresh.refreshId);
    kept = before === undefined ? refresh : merged(before, refresh);
    return kept === before ? refreshes : newest(withRecord(refreshes, refresh.refreshId, kept));
  });
  return kept;
}

function merged(before: Refresh, now: Refresh): Refresh {
  const isLess = now.state === 'begun' || now.state === 'failed';
  if (before.state === 'exported' && isLess) return before;
  const goesOn = before.state === 'begun' ? { startedAt: before.startedAt } : {};
  const addedNothing = now.from.data === now.dataset?.fingerprint && before.from.data !== now.from.data;
  const { from, folder, dataset } = addedNothing ? before : now;
  return { ...before, ...now, ...goesOn, from, folder, dataset };
}

function newest(refreshes: Records<Refresh>): Records<Refresh> {
  if (refreshes.size <= MOST_REFRESHES) return refreshes;
  const staying = new Set(latestFirst(refreshes).slice(0, MOST_REFRESHES));
  return new Map([...refreshes].filter(([, refresh]) => staying.has(refresh)));
}

const latestFirst = (refreshes: Records<Refresh>): Refresh[] =>
  [...refreshes.values()].sort((left, right) => (left.startedAt < right.startedAt ? 1 : -1));

/** Texts of people: names of rules and checks, a reason that may tell them, and who let lists leave. */
const textsOf = ({ reason, checks, export: exported }: Refresh): string[] => [
  reason?.message ?? '',
  ...(checks?.found ?? []).map(({ name }) => name ?? ''),
  ...(exported?.rules ? textsOfRules(exported.rules) : []),
  exported?.released?.by ?? '',
];

function withoutTexts(refresh: Refresh, isIn: (text: string) => boolean): Refresh {
  const { reason, checks, export: exported } = refresh;
  const gone = [say('refresh.reason-forgotten')];
  return {
    ...refresh,
    ...(reason && isIn(reason.message) && { reason: { message: textOf(gone), said: gone } }),
    ...(checks && {
      checks: {
        ...checks,
        found: checks.found.map((check) =>
          check.name !== null && isIn(check.name) ? { ...check, name: null } : check,
        ),
      },
    }),
    ...(exported && { export: withoutTextsOf(exported, isIn) }),
  };
}

const withoutTextsOf = (
  exported: NonNullable<Refresh['export']>,
  isIn: (text: string) => boolean,
): Refresh['export'] => ({
  ...exported,
  ...(exported.rules && { rules: rulesWithout(exported.rules, isIn) }),
  ...(exported.released && isIn(exported.released.by) && { released: { ...exported.released, by: '' } }),
});

/** A refresh goes by runs, so no data set has it. */
export const TEXTS_OF_REFRESHES: KeptTexts = {
  list: async (workspace) => {
    const unattended = await readUnattended(workspace);
    return [
      ...(await listRefreshes(workspace)).map((refresh) => ({ id: refresh.startedAt, texts: textsOf(refresh) })),
      ...(unattended === null ? [] : [{ id: unattended.at, texts: [unattended.by] }]),
    ];
  },
  prune: async (workspace, isIn) => {
    await withoutName(workspace, isIn);
    await changeRecords(fileOf(REFRESHES, workspace), (refreshes) =>
      [...refreshes.values()].some((refresh) => textsOf(refresh).some(isIn))
        ? new Map(Array.from(refreshes, ([id, refresh]) => [id, withoutTexts(refresh, isIn)]))
        : refreshes,
    );
  },
};
