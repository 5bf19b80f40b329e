import { say, type Sentence } from '../../../shared/words/sentence';
import type { CheckReport } from '../contract/checks';
import { isProgramCheck } from '../words/check-reason';

/** What the checks that block are called: by the program in every language, or by their curator. */
export const namesOfStopped = ({ checks, stopped }: Pick<CheckReport, 'checks' | 'stopped'>): (string | Sentence)[] =>
  stopped.map((id) =>
    isProgramCheck(id) ? say(`checks.names.${id}`) : (checks.find((check) => check.id === id)?.name ?? id),
  );

/** What to do about rules that checks block by until a person has confirmed them. */
export const rulesToConfirm = ({ runId, ordered }: Pick<CheckReport, 'runId' | 'ordered'>): Sentence[] =>
  ordered
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ rule, name, lists }) => say('review.rule-to-confirm', { name, rule, lists, run: runId }));
