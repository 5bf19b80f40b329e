/**
 * What the tuning gains or costs, measured in the background once requested. Measures again when the sliders rest after
 * a change, and stops the previous measurement.
 */
import { useEffect, useState } from 'react';
import { finalValue } from '../../../../shared/values/final-value';
import { isSameTuning, tunedKeys, type Tuning, withoutKeys } from '../../../../shared/contract/tuning';
import type { RulesChoice } from '../../../../shared/contract/rules';
import type { ProfileFilter } from '../../../../shared/contract/profiles';
import type { TuningEffect } from '../../contract/tuning-effect';
import { TUNING_KEYS, TUNING_ROWS } from '../../../../shared/contract/tuning-keys';
import { useEngine } from '../../../../renderer/connection/engine-context';

/** Milliseconds without a change before the sliders count as resting. */
const REST = 700;

const OF_ONE_PROFILE = TUNING_KEYS.filter((key) => TUNING_ROWS[key].ofOneProfile === true);

/** Whether the tuning changes anything beyond the open profile. */
export const isForMany = (tuning: Tuning): boolean => tunedKeys(withoutKeys(tuning, OF_ONE_PROFILE)).length > 0;

type EffectState =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'done'; readonly effect: TuningEffect }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Beside the tuning. */
interface Asking {
  readonly filter: ProfileFilter;
  /** Absent: the saved rules as of today. */
  readonly rules?: RulesChoice | undefined;
}

const NOT_ASKED: EffectState = { kind: 'not-asked' };

export interface MeasuredEffect {
  readonly state: EffectState;
  readonly measure: () => void;
  readonly stop: () => void;
}

export function useTuningEffect(
  runId: string,
  tuning: Tuning,
  filter: ProfileFilter,
  rules?: RulesChoice,
): MeasuredEffect {
  const { client } = useEngine();
  /** Number of requests; 0 before the first. */
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<EffectState>(NOT_ASKED);
  // The request, kept as the same object while its content is the same, so that nothing is measured twice.
  const [wanted, setWanted] = useState(tuning);
  if (!isSameTuning(wanted, tuning)) setWanted(tuning);
  const asking = JSON.stringify({ filter, rules } satisfies Asking);
  useEffect(() => {
    if (asked === 0 || !isForMany(wanted)) {
      setState(NOT_ASKED);
      return undefined;
    }
    const left = new AbortController();
    setState({ kind: 'waiting' });
    const resting = setTimeout(async () => {
      try {
        const input = { runId, tuning: wanted, ...(JSON.parse(asking) as Asking) };
        const effect = await finalValue(
          await client.tuning.effect(input, { signal: left.signal }),
          ({ done, total }) => {
            if (!left.signal.aborted) setState({ kind: 'running', share: total === 0 ? 0 : done / total });
          },
        );
        if (!left.signal.aborted) setState({ kind: 'done', effect });
      } catch (error) {
        if (!left.signal.aborted) setState({ kind: 'failed', error });
      }
    }, REST);
    return () => {
      clearTimeout(resting);
      left.abort();
    };
  }, [client, runId, wanted, asking, asked]);
  return { state, measure: () => setAsked((times) => times + 1), stop: () => setAsked(0) };
}
