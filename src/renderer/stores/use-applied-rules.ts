/** Whether the saved rules of the data set apply to what is checked, approved and exported, and for which day. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import type { AppliedRules } from '../../shared/contract/rules';
import type { KeptRules } from '../../shared/contract/rule-answers';
import { today } from '../../shared/values/day';
import { useEngine } from '../connection/engine-context';

export interface RulesInUse {
  /** Null until read, or if unreadable. */
  readonly saved: KeptRules | null;
  readonly isOn: boolean;
  readonly date: string;
  /** Argument of the call; null applies no rules. */
  readonly applied: AppliedRules | null;
  readonly setOn: (isOn: boolean) => void;
  readonly setDate: (date: string) => void;
}

interface Choice {
  readonly isOn: boolean;
  /** Null for today. */
  readonly date: string | null;
}

const NEITHER: Choice = { isOn: false, date: null };

/** Keyed by fingerprint of the data set, so that the exported lists are those that were reviewed. */
const useChoices = create<Readonly<Record<string, Choice>>>()(() => ({}));

export function useAppliedRules(data: string): RulesInUse {
  const { queries } = useEngine();
  const { data: saved = null } = useQuery(queries.rules.get.queryOptions({ input: { data } }));
  const { isOn, date: chosen } = useChoices((choices) => choices[data]) ?? NEITHER;
  const date = chosen ?? today();
  const applied = useMemo(() => (isOn && saved !== null ? { set: saved.set, date } : null), [isOn, saved, date]);
  return {
    saved,
    isOn,
    date,
    applied,
    setOn: (on) => useChoices.setState({ [data]: { isOn: on, date: chosen } }),
    setDate: (day) => useChoices.setState({ [data]: { isOn, date: day } }),
  };
}
