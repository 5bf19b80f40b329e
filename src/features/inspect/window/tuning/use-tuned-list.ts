/** The list under the current tuning. Asks again on each change; the newest answer wins. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { TunedList, Tuning } from '../../../../shared/contract/tuning';
import { useEngine } from '../../../../renderer/connection/engine-context';
import type { RulesChoice } from '../../../../shared/contract/rules';
import { createLatest, onNextFrame, type Latest } from './latest-async';

export interface TunedAnswer {
  /** Null until the first answer for this profile. */
  list: TunedList | null;
  error: unknown;
  asking: boolean;
}

export interface Question {
  runId: string;
  profile: string;
  tuning: Tuning;
  /** The run whose list it is compared with. */
  against?: string;
  rules?: RulesChoice | undefined;
}

const NOTHING: TunedAnswer = { list: null, error: null, asking: true };

/** @param counting the rules that count: other ones make other lists */
export function useTunedList(
  { runId, profile, tuning, rules }: Omit<Question, 'against'>,
  counting: unknown,
  against: string | null,
): TunedAnswer {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [answer, setAnswer] = useState<TunedAnswer>(NOTHING);
  const latest = useRef<Latest<Question> | null>(null);

  useEffect(() => {
    const asker = createLatest<Question, TunedList>({
      call: (question) => client.lists.show(question),
      onAnswer: (list, _, newest) => setAnswer({ list, error: null, asking: !newest }),
      onError: (error) => setAnswer((now) => ({ ...now, error, asking: false })),
      schedule: onNextFrame,
    });
    latest.current = asker;
    return () => asker.close();
  }, [client]);

  useEffect(() => {
    setAnswer((now) => ({ ...now, asking: true }));
    latest.current?.ask({ runId, profile, tuning, rules, ...(against === null ? {} : { against }) });
  }, [client, runId, profile, tuning, rules, counting, against]);

  const { list } = answer;
  if (list?.profile === profile && list.runId === runId) return answer;
  // Fetched ahead: shown until it has been asked for anew.
  const ahead = queries.lists.show.queryKey({
    input: { runId, profile, tuning, rules, ...(against === null ? {} : { against }) },
  });
  const isStale = cache.getQueryState(ahead)?.isInvalidated === true;
  return { ...NOTHING, list: isStale ? null : (cache.getQueryData(ahead) ?? null), error: answer.error };
}
