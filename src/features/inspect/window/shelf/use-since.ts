import { skipToken, useQuery } from '@tanstack/react-query';
import type { RulesChoice } from '../../../../shared/contract/rules';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useListsBefore } from '../../../../renderer/components/weeks';

interface Asked {
  readonly data: string;
  readonly runId: string;
  readonly profile: string;
  readonly rules: RulesChoice | undefined;
  /** Whether it is shown. */
  readonly isAsked: boolean;
}

export type Since = NonNullable<ReturnType<typeof useSince>['since']>;

/**
 * How the list of a child differs from the one that it has from the week before; null until that is known. Where it cannot be
 * told, as without the rules from then, What changed says why.
 */
export function useSince({ data, runId, profile, rules, isAsked }: Asked) {
  const { queries } = useEngine();
  const before = useListsBefore(data);
  const sinceOf = (one: string) =>
    isAsked && before !== null
      ? { profile: one, before: before.side, after: { runId, ...(rules !== undefined && { rules }) } }
      : null;
  const { data: changed } = useQuery(
    queries.changes.list.queryOptions({ input: sinceOf(profile) ?? skipToken, retry: false }),
  );
  return {
    since: before === null || changed == null ? null : { week: before.name, ...changed },
    /** What is asked about a child; null for nothing. */
    sinceOf,
  };
}
