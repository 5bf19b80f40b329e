/** The rules that would change what is odd: in the list on top, or in all lists of a cause. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { closeNotice, useNotices } from '../../../../renderer/stores/notices';
import type { Dataset } from '../../../../shared/contract/dataset';
import { ageAttribute } from '../../../../shared/values/known-attributes';
import { type NewRule, useAddRule } from '../../../rules/window/public';
import { MOST_DECIDED_AT_ONCE } from '../../contract/limits';
import type { Alike, OddTitle } from './card-content';
import { namedTitle, ruleFor, rulesFor } from './rule-for';
import { type AskedDeck, openAlike } from './use-deck';

/** The most rules that are offered at once: a person reads each before it is kept. */
const MOST_OFFERED = 3;

export interface OfferedRules {
  /** Empty where no rule, or too many, would be needed. */
  readonly rules: readonly NewRule[];
  /** Names of the titles in them. */
  readonly titles: { item: string; title: string }[];
  readonly isReady: boolean;
  /** Keeps all of them. @returns what takes them back; null if one could not be kept, which was told */
  keep(): Promise<(() => Promise<unknown>) | null>;
}

/** @param cause the lists of a cause; null for the one on top */
export function useOfferedRules(
  dataset: Dataset,
  { asked, odd, cause }: { asked: AskedDeck; odd: OddTitle | undefined; cause: Alike | null },
): OfferedRules {
  const { queries } = useEngine();
  const data = dataset.fingerprint;
  const addRule = useAddRule(data);
  const settings = useQuery(queries.checks.settings.queryOptions({ input: { data } }));
  const lists = useQuery({
    ...queries.review.queue.queryOptions({
      input: cause === null ? skipToken : { ...openAlike(asked, cause), start: 0, end: MOST_DECIDED_AT_ONCE },
    }),
    gcTime: 0,
  });
  const known = {
    settings: settings.data,
    age: ageAttribute(dataset.profileAttributes)?.name,
    items: dataset.itemAttributes,
  };
  const one = cause !== null || odd === undefined ? null : ruleFor(odd, known);
  const found =
    cause === null ? one && { rules: [one], titles: [odd!] } : rulesFor(lists.data?.rows ?? [], cause, known);
  const isOffered = found !== null && found.rules.length <= MOST_OFFERED;
  const rules = isOffered ? found.rules : [];
  const titles = isOffered ? found.titles.flatMap(namedTitle) : [];
  return {
    rules,
    titles,
    isReady: settings.data !== undefined && (cause === null || lists.data !== undefined),
    async keep() {
      const undos: (() => Promise<unknown>)[] = [];
      const takeBack = async (): Promise<void> => {
        for (const undo of undos.toReversed()) await undo();
      };
      for (const rule of rules) {
        if ((await addRule(rule, { titles, seenOn: ['review', 'rules'] })) === null) {
          await takeBack();
          return null;
        }
        // The trail takes it back with the decision: one way back for one press.
        const notice = useNotices.getState().notices.findLast(({ undo }) => undo !== undefined);
        if (notice === undefined) continue;
        closeNotice(notice.id);
        undos.push(async () => notice.undo!());
      }
      return takeBack;
    },
  };
}
