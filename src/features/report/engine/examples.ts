/** Example profiles for a report: drawn by the run's seed, so that they are not chosen for looking good. */
import type { AppliedRules } from '../../../shared/contract/rules';
import { displayAttributes } from '../../../engine/data/display/attributes';
import { RandomStreams } from '../../../engine/model/random';
import { deliveredLists } from '../../../engine/delivery/deliver';
import { listOf } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { testedProfile } from '../../quality/engine/public';
import type { Example, Examples } from './report-data';

/**
 * From the hold-out if the run has one, otherwise from all profiles.
 * @param count at least one
 * @param rules that count for the lists; those of the hold-out are the model's
 * @throws ShelfwiseError `not-found` for a run without lists
 */
export async function drawExamples(session: RunSession, count: number, rules: AppliedRules | null): Promise<Examples> {
  const tested = await session.testProfiles();
  const areTested = tested !== null;
  const { profiles } = session.dataset;
  const rows = areTested ? Array.from(tested.profile) : Array.from(profiles.ids.keys());
  const drawn = new RandomStreams(session.record.seed)
    .stream('report/examples')
    .shuffle([...rows])
    .slice(0, count);
  const examples: Example[] = [];
  for (const row of drawn) examples.push(await exampleOf(session, row, areTested, rules));
  return { from: rows.length, areTested, profiles: examples };
}

async function exampleOf(
  session: RunSession,
  row: number,
  isTested: boolean,
  rules: AppliedRules | null,
): Promise<Example> {
  const { dataset } = session;
  const profile = dataset.profiles.ids[row]!;
  const shown = { profile, attributes: displayAttributes(dataset.profiles.attributes, row) };
  const history = dataset.history(row);
  const tested = isTested ? await testedProfile(session, profile) : null;
  if (tested === null)
    return { ...shown, watched: history, targets: [], list: await deliveredList(session, row, rules) };
  const held = new Set(tested.targets.map(({ item }) => item));
  return {
    ...shown,
    watched: history.filter(({ item }) => !held.has(item)),
    targets: tested.targets,
    list: tested.list ?? [],
  };
}

async function deliveredList(session: RunSession, row: number, rules: AppliedRules | null): Promise<Example['list']> {
  const { items, lists } = await deliveredLists(session, { rules }, { only: Int32Array.of(row) });
  return Array.from(listOf(lists, 0), (column, place) => {
    const item = items.ids[column]!;
    return {
      rank: place + 1,
      item,
      title: items.titles[column]!,
      group: session.dataset.groupOf(session.dataset.itemRow.get(item)!),
      hit: false,
    };
  });
}
