/** How the lists of runs differ from those of the first one, profile by profile. */
import type { RunComparison } from '../contract/run-comparison';
import type { RunRecord } from '../../../shared/contract/run';
import { ifThere } from '../../../shared/errors';
import { hasDataset, loadItems, openSnapshot } from '../../../engine/data/snapshot';
import { comparedLists, mostChanged, type NamedLists } from '../../../engine/delivery/compare';
import { hasMoved } from '../../../engine/delivery/list-difference';
import type { Workspace } from '../../../engine/storage/workspace';
import { MOST_PROFILES } from './opened';
import { readListsAndVocabulary } from '../../../engine/runs/lists-file';

/** Titles to name on each side. */
const MOST_TITLES = 3;

type Changes = RunComparison['lists'][number];

/** @param opened all trained on one data set. @returns one entry for each but the first; [] if one of them has no lists */
export async function changesOfLists(
  workspace: Workspace,
  opened: readonly { readonly folder: string; readonly run: RunRecord }[],
): Promise<Changes[]> {
  const all: NamedLists[] = [];
  for (const { folder, run } of opened) {
    const lists = await listsIfThere(folder, run);
    if (lists === null) return [];
    all.push(lists);
  }
  const titles = await titlesOf(workspace, opened[0]!.run.dataset.fingerprint);
  const nameOf = (item: string): string => titles.get(item) ?? item;
  const [first, ...others] = all as [NamedLists, ...NamedLists[]];
  return others.map((other, index) => ({ runId: opened[index + 1]!.run.runId, ...changes(first, other, nameOf) }));
}

/** Null if the run has no lists: it did not finish, or its bundle came without data. */
export const listsIfThere = (folder: string, run: RunRecord): Promise<NamedLists | null> =>
  ifThere(() => readListsAndVocabulary(folder, run));

/** Titles by item, without items that have none; empty if the data set is gone. */
export async function titlesOf(workspace: Workspace, fingerprint: string): Promise<ReadonlyMap<string, string>> {
  if (!(await hasDataset(workspace, fingerprint))) return new Map();
  const { ids, titles } = await loadItems(await openSnapshot(workspace, fingerprint));
  return new Map(ids.flatMap((id, index) => (titles[index] === null ? [] : [[id, titles[index]!] as const])));
}

function changes(first: NamedLists, other: NamedLists, nameOf: (item: string) => string): Omit<Changes, 'runId'> {
  const compared = Array.from(comparedLists(first, other));
  const changed = compared.filter(({ difference }) => hasMoved(difference));
  const named = (items: readonly string[]): string[] => items.slice(0, MOST_TITLES).map(nameOf);
  const shared = compared.reduce((sum, { difference }) => sum + difference.shared, 0);
  return {
    profiles: compared.length,
    changed: changed.length,
    meanShared: compared.length === 0 ? 0 : shared / compared.length,
    most: mostChanged(
      changed.map(({ profile, difference }) => ({ profile, difference, shared: difference.shared })),
      MOST_PROFILES,
    ).map(({ profile, difference: { shared: same, came, went } }) => ({
      profile,
      shared: same,
      gone: named(went),
      come: named(came),
    })),
  };
}
