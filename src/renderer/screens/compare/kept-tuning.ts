/** A kept tuning put to a run that may be another than the one it was made on. */
import { type KeptTuning, NEUTRAL_TUNING, type RunRecord, type Tuning } from '../../../shared/contract';
import { reasonNoCondition, reasonNoLatent } from './tunable';

type Knob = 'condition' | 'attributes' | 'neighbours' | 'directions';

/** What the run can follow of it, and what is left out because it cannot. */
export function tuningForRun(
  { tuning, runId }: Pick<KeptTuning, 'tuning' | 'runId'>,
  run: Pick<RunRecord, 'runId' | 'model' | 'recipe'>,
): { tuning: Tuning; left: Knob[] } {
  const unable: Knob[] = [
    ...(reasonNoCondition(run) === null ? [] : (['condition', 'attributes'] as const)),
    ...(reasonNoLatent(run) === null ? [] : (['neighbours'] as const)),
    // A direction is a number: on another run it means other titles.
    ...(reasonNoLatent(run) === null && runId === run.runId ? [] : (['directions'] as const)),
  ];
  const left = unable.filter((knob) => JSON.stringify(tuning[knob]) !== JSON.stringify(NEUTRAL_TUNING[knob]));
  return { tuning: { ...tuning, ...Object.fromEntries(left.map((knob) => [knob, NEUTRAL_TUNING[knob]])) }, left };
}

/** Whether two tunings ask the same, however their keys lie. */
export const isSameTuning = (left: Tuning, right: Tuning): boolean =>
  JSON.stringify(tidy(left)) === JSON.stringify(tidy(right));

/** In one order of keys, without what changes nothing by itself. */
const tidy = ({ hidden, mask, condition, attributes, removed, added, neighbours, directions, watched }: Tuning) => [
  hidden,
  hidden === 0 ? 0 : mask,
  condition,
  Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)),
  removed,
  added,
  neighbours.share === 0 ? 0 : [neighbours.count, neighbours.share],
  directions.filter(({ amount }) => amount !== 0).map(({ direction, amount }) => [direction, amount]),
  watched,
];
