/** A rule that another screen begins: the screen of rules opens its form, filled in with it. */
import { create } from 'zustand';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';

export interface ProposedRule {
  readonly rule: Rule;
  /** Names of the titles in it. */
  readonly titles: CheckedRules['titles'];
}

/** By data set, until its form opens. */
const useProposals = create<Readonly<Record<string, ProposedRule>>>()(() => ({}));

export const useProposedRule = (data: string): ProposedRule | null => useProposals((all) => all[data] ?? null);

export const proposeRule = (data: string, proposed: ProposedRule): void => useProposals.setState({ [data]: proposed });

export const dropProposedRule = (data: string): void =>
  useProposals.setState((all) => Object.fromEntries(Object.entries(all).filter(([key]) => key !== data)), true);
