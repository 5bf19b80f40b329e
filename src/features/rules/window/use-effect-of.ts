/** What rules do to the lists of the open run, each on its own: a rule that is changed leaves the others' effects as they are. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { type Rule, ruleSetOf } from '../../../shared/contract/rules';
import { dayAfter, today } from '../../../shared/values/day';
import { finalValue } from '../../../shared/values/final-value';

/** How long rules have to rest before their effect is computed. */
const REST = 400;

interface Effect {
  /** Undefined before the first answer. */
  readonly effect: RuleEffect | undefined;
  /** Whether it is the effect of the rules as they are now; an earlier one stays until then. */
  readonly isNow: boolean;
  readonly error: unknown;
}

/** @param rules null where nothing is to be computed; their names do not matter */
export function useEffectOf(run: Run | null, rules: readonly Rule[] | null, date: string): Effect {
  const { client } = useEngine();
  const text = rules === null || run === null || !hasLists(run) ? null : JSON.stringify(rules.map(asTried));
  const [rested] = useDebouncedValue(text, REST);
  const effect = useQuery({
    // Beside those of the contract: lists of a run stay what they are when other rules are saved.
    queryKey: [['effect-of-rules'], { runId: run?.runId, rested, date }],
    queryFn: ({ signal }) =>
      inTurn(async () => {
        signal.throwIfAborted();
        const set = ruleSetOf(JSON.parse(rested!) as Rule[]);
        return finalValue(await client.rules.try({ runId: run!.runId, set, date }, { signal }));
      }),
    enabled: rested !== null && rested === text,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  return {
    effect: text === null ? undefined : effect.data,
    isNow: rested === text && !effect.isPlaceholderData,
    error: effect.error,
  };
}

const asTried = (rule: Rule): Rule => ({ ...rule, name: '-', on: true });

/** One after the other: each takes a processor, and the lists that one looks at come between them. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine;
  return mine;
}
let last: Promise<unknown> = Promise.resolve();

/** Today, or the first later day on which a rule does something. */
export function dayOf(rule: Rule): string {
  const day = [today(), rule.from ?? '', rule.kind === 'expire' ? dayAfter(rule.after, 1) : ''].sort().at(-1)!;
  return rule.until !== undefined && rule.until < day ? rule.until : day;
}

export const isOver = ({ until }: Pick<Rule, 'until'>): boolean => until !== undefined && until < today();
