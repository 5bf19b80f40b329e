/** Makes a rule from a title's row in a list: pin at its rank, move up, or hide; for everybody until it is changed. */
import { useCallback } from 'react';
import type { TunedItem } from '../../../shared/contract/tuning';
import { type NewRule, useAddRule } from './use-add-rule';

export type RuleOfTitle = 'pin' | 'boost' | 'hide';
export const RULES_OF_TITLE: readonly RuleOfTitle[] = ['pin', 'boost', 'hide'];

/** Initial number of places to move up. */
const PLACES = 10;

export function useRuleOfTitle(
  data: string,
): (kind: RuleOfTitle, item: Pick<TunedItem, 'item' | 'title' | 'rank'>) => Promise<string | null> {
  const add = useAddRule(data);
  return useCallback(
    async (kind, { item, title, rank }) => {
      const titles = { ids: [item] };
      const rule: NewRule =
        kind === 'pin'
          ? { kind, titles, place: rank }
          : kind === 'boost'
            ? { kind, titles, places: PLACES }
            : { kind, titles };
      return add(rule, { titles: title === null ? [] : [{ item, title }], seenOn: ['compare'] });
    },
    [add],
  );
}
