/** Options for the rules that apply for the lists of a command: the saved ones, unless others or none are asked for. */
import type { CountingRules } from '../shared/contract/rule-answers';
import { daySchema, type ExportedRules, type RulesChoice, type RuleSet } from '../shared/contract/rules';
import { ShelfwiseError } from '../shared/errors';
import { today } from '../shared/values/day';
import type { UnmetReasons } from '../shared/contract/unmet-reasons';
import { textsIn } from '../shared/words/texts';
import type { Context } from './context';
import { say } from '../shared/words/sentence';
import { count, counted, list, short } from './words';

export const SAVED = 'saved';
export const NONE = 'none';

export const RULES_INPUT = {
  kind: 'text',
  value: `FILE or ${NONE}`,
  help: `apply the rules of this file in place of the saved ones that are on; ${NONE}: leave rules out`,
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

/** Whether a word names rules of the history: by their revision. */
export const isRevision = (typed: string): boolean => /^\d{1,9}$/.test(typed);

/**
 * The rules and the day of the options, for lists of a run; nothing without either: the saved rules as of today.
 * @param of.data the data set whose titles a file of rules may name; that of the run where absent
 */
export async function rulesInput(
  context: Context,
  typed: string | undefined,
  { runId, data, date }: { runId: string; data?: string; date: string | undefined },
): Promise<{ rules?: RulesChoice }> {
  const on = date === undefined ? {} : { date: dayOf(date) };
  if (typed === NONE) return { rules: NONE };
  if (typed === undefined || typed === SAVED) return date === undefined ? {} : { rules: on };
  const of = data ?? (await (await context.client()).runs.get({ runId })).dataset.fingerprint;
  return { rules: { set: await rulesNamed(context, typed, of), ...on } };
}

/** The rules that apply for the lists of a run under the choice of the options; null if none do. */
export async function countingRules(
  context: Context,
  runId: string,
  choice: { rules?: RulesChoice },
): Promise<CountingRules | null> {
  const client = await context.client();
  const { dataset } = await client.runs.get({ runId });
  return client.rules.counting({ data: dataset.fingerprint, ...choice });
}

/** For example "A dinosaur at the top, Films from six (saved, revision 3, 9f3a…), as of 2026-12-01". */
export function rulesWords({
  names,
  revision,
  rulesSha256,
  date,
}: Pick<CountingRules, 'names' | 'revision' | 'rulesSha256' | 'date'>): string {
  const which = names.length === 0 ? 'none that applies on the day' : list(names);
  const where = revision === null ? 'of a file' : `saved, revision ${revision}`;
  return `${which} (${where}, ${short(rulesSha256)}), as of ${date}`;
}

/** rulesWords of an export; null without rules, and for one of an earlier version. */
export const exportedWords = ({
  rules,
  rulesSha256,
  rulesDate,
}: {
  rules?: ExportedRules | null | undefined;
  rulesSha256?: string | null | undefined;
  rulesDate?: string | null | undefined;
}): string | null =>
  rules == null || rulesSha256 == null || rulesDate == null
    ? null
    : rulesWords({ ...rules, rulesSha256, date: rulesDate });

/** For example "it was watched (108) and a higher rule has the place (2)". */
export const reasonsText = (why: UnmetReasons): string =>
  list(why.map(({ reason, count: often }) => `${textsIn('en')(`rules.reason.${reason}`)} (${count(often)})`));

/** For example "Spring (3 lists: it was watched (3))"; records of earlier versions do not say why. */
export const unmetRulesText = (unmet: ExportedRules['unmet']): string =>
  list(
    unmet.map(({ name, lists, why }) => {
      const reasons = why.length === 0 ? '' : `: ${reasonsText(why)}`;
      return `${name} (${counted(lists, 'list')}${reasons})`;
    }),
  );

/**
 * A saved rule counts without being asked for. So the first file that it is in says so, and every file names wishes that were not met and rules about
 * what is gone. A command asks nothing: a weekly job cannot answer.
 */
export function tellExportedRules({ reporter }: Context, rules: ExportedRules | null): void {
  if (rules === null) return;
  const { names, waiting, revision, isFirst, unmet, gone } = rules;
  if (isFirst)
    reporter.warn(
      `Saved rules apply to every export, and these (revision ${revision}) for the first time: ${list([...names, ...waiting.map((name) => `${name} (waits for its days)`)])}. "--rules ${NONE}" leaves them out.`,
    );
  if (unmet.length > 0)
    reporter.warn(`Not kept everywhere: ${unmetRulesText(unmet)}. "shelfwise rules unmet" names the lists.`);
  if (gone.length > 0)
    reporter.warn(
      `Named by rules, and not in the data: ${list(gone.map(({ name, what }) => `${what.join(', ')} (${name})`))}.`,
    );
}
