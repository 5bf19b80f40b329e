/** Each tuning of an open profile, beside one scoring by the model itself. */
import { selectRows } from '../../src/engine/data/histories';
import { neutralRow } from '../../src/engine/lists/tuned-rows';
import { scoreSum, scoreUnknown } from '../../src/features/inspect/engine/why/score-sum';
import { rankedItems, watchedOf } from '../../src/engine/model/ranking/lists';
import type { Sessions } from '../../src/engine/sessions/sessions';
import { NEUTRAL_TUNING, type Tuning } from '../../src/shared/contract/tuning';
import { measure, type Measurement, type Subject, timed } from './measure';

export async function measureTuning(
  { client, runId }: Subject,
  sessions: Sessions,
  repeats: number,
): Promise<Measurement[]> {
  return sessions.withRun(runId, async (run) => {
    const { histories, conditions, profiles, items } = await run.data();
    const recommender = await run.recommender();
    const rowAt = (turn: number): number => (turn * 131) % profiles.ids.length;
    const tune = (changes: Partial<Tuning>) => (turn: number) =>
      client.lists.show({
        runId,
        profile: profiles.ids[rowAt(turn)]!,
        tuning: { ...NEUTRAL_TUNING, ...changes },
      });
    const directly = (turn: number): Int32Array => {
      const row = rowAt(turn);
      const scores = recommender.score({ histories: selectRows(histories, [row]), conditions: conditions.encode(row) });
      return rankedItems(scores, 0, items.ids.length, 25, watchedOf(histories, row), true);
    };
    const attribute = profiles.attributes.find(({ kind }) => kind === 'categorical');
    const knobs: Record<string, Partial<Tuning>> = {
      'tuning: neutral': {},
      'tuning: half the history hidden': { hidden: 0.5 },
      'tuning: condition 1.5': { condition: 1.5 },
      ...(attribute && { 'tuning: what-if on an attribute': { attributes: { [attribute.name]: null } } }),
      'tuning: a title added': { added: [items.ids[7]!] },
      'tuning: mixed with 20 neighbours': { neighbours: { count: 20, share: 0.3 } },
      'tuning: along a latent direction': { directions: [{ direction: 1, amount: 2 }] },
      'tuning: watched titles in': { watched: 'include' },
    };
    const once = async (what: string, work: () => Promise<unknown>): Promise<Measurement> => {
      const time = await timed(work);
      return { what, median: time, worst: time, direct: null };
    };
    const measurements = [
      await once('first tuning: the model is loaded', () => tune({ hidden: 0.5 })(0)),
      await once('first neighbours: all profiles are encoded', () =>
        client.profiles.neighbours({ runId, profile: profiles.ids[0]! }),
      ),
      await once('first directions', () => client.tuning.directions({ runId })),
    ];
    for (const [what, changes] of Object.entries(knobs))
      measurements.push(await measure(what, repeats, tune(changes), directly));
    const best = async (turn: number): Promise<{ profile: string; item: string; column: number }> => {
      const [column] = (await run.lists()).items.subarray(rowAt(turn) * (await run.lists()).count);
      return { profile: profiles.ids[rowAt(turn)]!, item: items.ids[column!]!, column: column! };
    };
    measurements.push(
      await measure(
        'why this; directly: the sum of parts alone',
        repeats,
        async (turn) => {
          const { profile, item } = await best(turn);
          return client.profiles.explain({ runId, profile, item });
        },
        async (turn) => {
          const { column } = await best(turn);
          const scored = await neutralRow(run, rowAt(turn));
          const unknown = await scoreUnknown(run, scored);
          return scoreSum(run, { scored, item: column, score: 0, unknown });
        },
      ),
      await measure(
        'why not: a title at rank 100',
        repeats,
        async (turn) => {
          const lists = await run.lists();
          const profile = profiles.ids[rowAt(turn)]!;
          const item = items.ids[lists.items[rowAt(turn) * lists.count + lists.count - 1]!]!;
          return client.profiles.whyNot({ runId, profile, item });
        },
        null,
      ),
      await measure(
        'stability: 100 copies; directly: 100 rows scored',
        repeats,
        async (turn) => client.profiles.stability({ runId, profile: profiles.ids[rowAt(turn)]! }),
        (turn) => {
          const rows = new Int32Array(100).fill(rowAt(turn));
          const condition = conditions.encode(rowAt(turn));
          const repeated = new Float32Array(100 * condition.length);
          rows.forEach((_, row) => repeated.set(condition, row * condition.length));
          return recommender.score({ histories: selectRows(histories, rows), conditions: repeated });
        },
      ),
    );
    return measurements;
  });
}
