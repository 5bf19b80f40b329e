/** The rules that count for what is checked, approved and exported: the saved ones that are on, for a day. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import type { CountingRules } from '../../shared/contract/rule-answers';
import type { RulesChoice } from '../../shared/contract/rules';
import { today } from '../../shared/values/day';
import { useEngine } from '../connection/engine-context';

export interface RulesOfScreen {
  /** Fingerprint of the data set whose rules they are. */
  readonly data: string;
  /** Null if no rule is on; undefined until read. */
  readonly counting: CountingRules | null | undefined;
  /** Why they cannot be read; null if they can. */
  readonly error: unknown;
  readonly date: string;
  /** Part of a call's input: nothing for today, as every caller means it. */
  readonly choice: { readonly rules?: RulesChoice };
  /** The day that was chosen; undefined for today. */
  readonly day: string | undefined;
  readonly setDate: (date: string) => void;
}

/** By fingerprint of the data set, so that lists are exported for the day for which they were reviewed; today where absent. */
const useDays = create<Readonly<Record<string, string>>>()(() => ({}));

/** The day that the rules of a data set are for, as part of a call's input. */
export function useRulesChoice(data: string): RulesOfScreen['choice'] {
  const chosen = useDays((days) => days[data]);
  return useMemo(() => (chosen === undefined ? {} : { rules: { date: chosen } }), [chosen]);
}

export function useCountingRules(data: string): RulesOfScreen {
  const { queries } = useEngine();
  const chosen = useDays((days) => days[data]);
  const choice = useRulesChoice(data);
  const { data: counting, error } = useQuery(queries.rules.counting.queryOptions({ input: { data, ...choice } }));
  return {
    data,
    counting,
    error,
    // The engine's today, which its lists are for, may differ from the browser's.
    date: chosen ?? counting?.date ?? today(),
    choice,
    day: chosen,
    setDate: (date) => useDays.setState({ [data]: date }),
  };
}
