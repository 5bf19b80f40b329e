/** A run that no trainer made and no file holds: the lists that a test gives it, and a model that ranks titles as it says. */
import type { RunRecord } from '../../src/shared/contract/run';
import { leaderboardRecipe } from '../../src/shared/recipe/presets';
import { conditionEncoder } from '../../src/engine/data/conditions';
import { selectRows } from '../../src/engine/data/histories';
import { LIST_END } from '../../src/engine/runs/lists-file';
import { makeLists } from '../../src/engine/model/ranking/lists';
import type { RuleData } from '../../src/engine/rules/prepared-rules';
import type { TestProfiles } from '../../src/engine/runs/test-profiles-file';
import { DatasetSession } from '../../src/engine/sessions/dataset-session';
import { RunSession } from '../../src/engine/sessions/run-session';

export const FINGERPRINT = 'f00d'.repeat(16);
/** The seconds of the first viewing; each title was first watched a day after the one before. */
const START = 1_790_000_000;
const DAY = 86_400;

export interface InMemory {
  /** Titles, profiles and what they watched. */
  readonly data: Pick<RuleData, 'items' | 'profiles' | 'histories'>;
  /** The score of a title for a row of the lists; by default the first title is the best for everyone. */
  readonly scoreOf?: (item: number, row: number) => number;
  /** Places that the run stores. */
  readonly places?: number;
  readonly record?: Partial<RunRecord>;
  readonly testProfiles?: TestProfiles | null;
  readonly folder?: string;
  /** Titles that only the data set has, behind those of the run. */
  readonly unwatched?: readonly string[];
}

export function sessionInMemory(made: InMemory): RunSession {
  const {
    scoreOf = (item) => -item,
    places = 30,
    record = {},
    testProfiles = null,
    folder = '',
    unwatched = [],
  } = made;
  const { items, profiles, histories } = made.data;
  const count = items.ids.length;
  const all = {
    ids: [...items.ids, ...unwatched],
    titles: [...items.titles, ...unwatched],
    attributes: items.attributes.map((one) =>
      one.kind === 'categorical'
        ? { ...one, codes: Int32Array.from([...one.codes, ...unwatched.map((_, at) => at % one.categories.length)]) }
        : one.kind === 'numeric'
          ? { ...one, values: Float64Array.from([...one.values, ...unwatched.map(() => 1)]) }
          : one,
    ),
  };
  const viewings = {
    offsets: histories.offsets,
    item: histories.indices.map((_, at, whole) => whole[at]!),
    last: Float64Array.from(histories.indices, (item) => START + item * DAY),
    times: new Int32Array(histories.indices.length).fill(1),
    firstWatched: Float64Array.from(all.ids, (_, item) =>
      histories.indices.includes(item) ? START + item * DAY : Number.NaN,
    ),
  };
  const description = { fingerprint: FINGERPRINT, name: 'made' };
  const dataset = new DatasetSession({ dataset: description as never, folder }, profiles, all, viewings);
  dataset.kept.set('keywords', new Map());
  const recipe = leaderboardRecipe('popularity');
  const whole: Partial<RunRecord> = {
    runId: 'made-run',
    name: 'Made',
    status: 'finished',
    createdAt: '2026-11-26T10:00:00.000Z',
    parent: null,
    dataset: description,
    model: 'popularity',
    seed: 1,
    recipe,
    listsSha256: 'ab'.repeat(32),
    ...record,
  };
  const session = new RunSession(folder, whole as RunRecord, dataset);
  const scores = (rows: readonly number[]): Float32Array =>
    Float32Array.from(rows.flatMap((row) => items.ids.map((_, item) => scoreOf(item, row))));
  /** The row of the lists whose history this is: the first of those that watched the same. */
  const rowOf = (watched: readonly number[]): number => {
    const of = (row: number): string => [...selectRows(histories, [row]).indices].join();
    const found = profiles.ids.findIndex((_, row) => of(row) === watched.join());
    return found < 0 ? profiles.ids.length : found;
  };
  const excludeWatched = whole.recipe!['scoring.watched'] !== 'include';
  const ofUnknown = {
    ...histories,
    rows: histories.rows + 1,
    offsets: Int32Array.of(...histories.offsets, histories.indices.length),
  };
  let at = 0;
  const stored = makeLists(
    { score: ({ histories: { rows } }) => scores(Array.from({ length: rows }, () => at++)) },
    { histories: ofUnknown, conditions: new Float32Array(0), conditionWidth: 0 },
    { count: Math.min(places, count), excludeWatched },
  );
  const lists = { ...stored, items: stored.items.map((item) => (item === -1 ? LIST_END : item)) };
  const data = {
    profiles,
    items,
    histories,
    itemRow: new Map(items.ids.map((id, row) => [id, row])),
    datasetItem: Int32Array.from(items.ids.keys()),
    conditions: conditionEncoder(profiles),
  };
  return Object.assign(session, {
    data: async () => data,
    lists: async () => lists,
    testProfiles: async () => testProfiles,
    autoencoder: async () => null,
    recommender: async () => ({
      score: ({ histories: asked }: { histories: typeof histories }) =>
        scores(Array.from({ length: asked.rows }, (_, row) => rowOf([...selectRows(asked, [row]).indices]))),
      tensors: () => ({}),
      dispose: () => {},
    }),
  });
}
