/** Changed rules per data set, until they are saved or discarded. */
import { create } from 'zustand';
import type { Rule, RuleSet } from '../../../shared/contract/rules';

export interface RuleDraft {
  readonly set: RuleSet;
  /** Revision of the rules it changes, so that a newer save is not overwritten. */
  readonly revision: number;
}

const useDrafts = create<Record<string, RuleDraft>>()(() => ({}));

export const useRuleDraft = (data: string): RuleDraft | null => useDrafts((drafts) => drafts[data] ?? null);

export const keepRuleDraft = (data: string, { set, revision }: RuleDraft): void =>
  useDrafts.setState({ [data]: { set, revision } });

export const dropRuleDraft = (data: string): void =>
  useDrafts.setState((drafts) => Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== data)), true);

/** Ends a draft once saved. Changes made while saving stay, based on the saved revision. */
export function endSavedDraft(data: string, { set, revision }: RuleDraft): void {
  const now = ruleDraftOf(data);
  if (now === null) return;
  if (now.set === set) dropRuleDraft(data);
  else keepRuleDraft(data, { set: now.set, revision });
}

export const ruleDraftOf = (data: string): RuleDraft | null => useDrafts.getState()[data] ?? null;

/** An unused ID: the kind, and the first free number. */
export function freeId(rules: readonly Rule[], kind: Rule['kind']): string {
  const taken = new Set(rules.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${kind}-${number}`)) number++;
  return `${kind}-${number}`;
}
