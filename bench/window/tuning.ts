/** Each tuning of an open profile, beside one scoring of it by the model itself. */
import { selectRows } from '../../src/engine/data/histories';
import { rankedItems, watchedOf } from '../../src/engine/ranking/lists';
import type { Sessions } from '../../src/engine/sessions/sessions';
import { NEUTRAL_TUNING, type Tuning } from '../../src/shared/contract';
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
      client.tuning.apply({
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
    return measurements;
  });
}
