/** Example profiles for a report: drawn by the run's seed, so that they are not chosen for looking good. */
import { displayAttributes } from '../../../engine/data/display/attributes';
import { RandomStreams } from '../../../engine/model/random';
import { listOf } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { testedProfile } from '../../quality/engine/public';
import type { Example, Examples } from './report-data';

/**
 * From the hold-out if the run kept the lists that it was measured with, otherwise from all profiles.
 * @param count at least one
 * @throws ShelfwiseError `not-found` for a run without lists
 */
export async function drawExamples(session: RunSession, count: number): Promise<Examples> {
  const tested = await session.testProfiles();
  const areTested = tested !== null && tested.judged !== null;
  const { profiles } = session.dataset;
  const rows = areTested ? Array.from(tested.profile) : Array.from(profiles.ids.keys());
  const drawn = new RandomStreams(session.record.seed)
    .stream('report/examples')
    .shuffle([...rows])
    .slice(0, count);
  const examples: Example[] = [];
  for (const row of drawn) examples.push(await exampleOf(session, row, areTested));
  return { from: rows.length, areTested, profiles: examples };
}

async function exampleOf(session: RunSession, row: number, isTested: boolean): Promise<Example> {
  const { dataset } = session;
  const profile = dataset.profiles.ids[row]!;
  const shown = { profile, attributes: displayAttributes(dataset.profiles.attributes, row) };
  const history = dataset.history(row);
  const tested = isTested ? await testedProfile(session, profile) : null;
  if (tested === null) return { ...shown, watched: history, targets: [], list: await storedList(session, row) };
  const held = new Set(tested.targets.map(({ item }) => item));
  return {
    ...shown,
    watched: history.filter(({ item }) => !held.has(item)),
    targets: tested.targets,
    list: tested.list ?? [],
  };
}

async function storedList(session: RunSession, row: number): Promise<Example['list']> {
  const [lists, { items, datasetItem }] = await Promise.all([session.lists(), session.data()]);
  return Array.from(listOf(lists, row), (item, place) => ({
    rank: place + 1,
    item: items.ids[item]!,
    title: items.titles[item]!,
    group: session.dataset.groupOf(datasetItem[item]!),
    hit: false,
  }));
}
