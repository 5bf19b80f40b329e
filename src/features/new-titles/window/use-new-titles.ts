import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { NO_RULES } from '../../../shared/contract/rules';
import type { NewTitleReason } from '../../../shared/contract/new-title-reason';
import type { RuledProfile } from '../../../shared/contract/rule-answers';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useSavedRules } from '../../../renderer/stores/use-saved-rules';

type Ruled = RuledProfile['after'][number];

/** A title without viewings that the saved rules add to the list. */
export interface PlacedNewTitle extends Ruled {
  readonly newTitle: NewTitleReason;
  readonly place: number;
}

/**
 * The added titles of a profile, by place. @param isNeutral whether the list is as trained: rules apply to no other
 * list
 */
export function useNewTitles(runId: string, profile: string, isNeutral: boolean): readonly PlacedNewTitle[] {
  const { queries } = useEngine();
  const rules = useSavedRules();
  const asks = isNeutral && rules?.set.rules.some(({ kind, on }) => kind === 'new-titles' && on) === true;
  const { data } = useQuery({
    ...queries.rules.profile.queryOptions({ input: { runId, profile, ...(rules ?? { set: NO_RULES, date: '' }) } }),
    enabled: asks,
  });
  return useMemo(() => {
    if (!asks || data === undefined || data.profile !== profile) return [];
    return data.after.flatMap(({ newTitle, ...title }, place) =>
      newTitle === null ? [] : [{ ...title, newTitle, place: place + 1 }],
    );
  }, [asks, data, profile]);
}
