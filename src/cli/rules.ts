/** Options for the rules that a command applies: those of a file, or those saved with a data set. */
import { type AppliedRules, daySchema, type RuleSet } from '../shared/contract/rules';
import { ShelfwiseError } from '../shared/errors';
import { today } from '../shared/values/day';
import type { Context } from './context';
import { say } from '../shared/words/sentence';

export const SAVED = 'saved';

export const RULES_INPUT = {
  kind: 'text',
  value: `FILE or ${SAVED}`,
  help: `apply the rules of this file, or those that are ${SAVED} with the data set`,
} as const;

export const DATE_INPUT = {
  kind: 'text',
  value: 'YYYY-MM-DD',
  help: 'the day for which rules are applied (default today)',
} as const;

/** @throws ShelfwiseError `usage` for an invalid day */
export function dayOf(typed: string | undefined): string {
  if (typed === undefined) return today();
  if (daySchema.safeParse(typed).success) return typed;
  throw new ShelfwiseError('usage', say('command-line.day', { today: today(), typed }));
}

/**
 * @param typed a file, or the word for the saved rules
 * @param data fingerprint of the data set
 * @throws ShelfwiseError errors of reading the file
 */
export async function rulesNamed(context: Context, typed: string, data: string): Promise<RuleSet> {
  const client = await context.client();
  if (typed === SAVED) return (await client.rules.get({ data })).set;
  return (await client.rules.readFile({ data, file: context.resolve(typed) })).set;
}

/** The rules of an option, for a run; nothing without the option. */
export async function rulesInput(
  context: Context,
  typed: string | undefined,
  { runId, date }: { runId: string; date: string | undefined },
): Promise<{ rules?: AppliedRules }> {
  if (typed === undefined) return {};
  const { dataset } = await (await context.client()).runs.get({ runId });
  return { rules: { set: await rulesNamed(context, typed, dataset.fingerprint), date: dayOf(date) } };
}
