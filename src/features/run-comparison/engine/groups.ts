/** Which groups of profiles and titles gain and which lose from the first run to another. */
import { setImmediate } from 'node:timers/promises';
import type { Run } from '../../../shared/contract/run-life';
import type { RunComparison } from '../contract/run-comparison';
import { compareFigures } from '../../../engine/delivery/judge';
import { figuresOfGroups, type GroupFigures } from '../../../engine/model/evaluate/slices';
import type { Opened } from './opened';
import type { TestedData } from './tested-data';

type Groups = RunComparison['slices'];

const keyOf = ({ group, label }: { group: string; label: string }): string => `${group}\n${label}`;

/**
 * Paired over the test profiles of each group: an interval is for this group alone, so among twenty groups without any difference one looks certain.
 * @param opened comparable runs, all with metrics
 */
export async function differencesOfGroups(
  opened: readonly Opened[],
  { targets, histories, profiles }: TestedData,
): Promise<Pick<Groups[number], 'group' | 'label' | 'differences'>[]> {
  const groupsOf = ({ figures }: Opened): GroupFigures[] =>
    figuresOfGroups({ perProfile: figures!, lists: figures!.judged.lists }, { targets, histories }, profiles);
  const [first, ...others] = opened.map(groupsOf) as [GroupFigures[], ...GroupFigures[][]];
  const found: Pick<Groups[number], 'group' | 'label' | 'differences'>[] = [];
  for (const { group, label, figures } of first) {
    const differences = others.flatMap((groups, place) => {
      const other = groups.find((one) => one.group === group && one.label === label);
      if (other === undefined || other.figures.score.length < 2) return [];
      const [difference] = compareFigures(figures.score, [other.figures.score]);
      return [{ runId: opened[place + 1]!.run.runId, ...difference! }];
    });
    found.push({ group, label, differences });
    // Each group takes two thousand samples: other calls get their turn in between.
    await setImmediate();
  }
  return found;
}

/** The scores in the records of the runs, with the differences, if any. */
export function scoresOfGroups(
  runs: readonly Run[],
  differing: readonly Pick<Groups[number], 'group' | 'label' | 'differences'>[],
): Groups {
  const differences = new Map(differing.map((one) => [keyOf(one), one.differences]));
  const groups = new Map<string, { group: string; label: string }>();
  for (const { slices } of runs)
    for (const { group, label } of slices) groups.set(keyOf({ group, label }), { group, label });
  return [...groups.values()].map(({ group, label }) => ({
    group,
    label,
    scores: runs.map(
      ({ slices }) => slices.find((slice) => slice.group === group && slice.label === label)?.metrics.score ?? null,
    ),
    differences: differences.get(keyOf({ group, label })) ?? [],
  }));
}
