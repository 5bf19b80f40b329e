/** What the actions of the command `rules` that look at rules answer; those that save stand with the command. */
import type { Dataset } from '../../../shared/contract/dataset';
import { type Rule, ruleSchema, ruleSetOf } from '../../../shared/contract/rules';
import type { BrokenRule } from '../../../shared/contract/rule-answers';
import { ShelfwiseError } from '../../../shared/errors';
import { say, textOf } from '../../../shared/words/sentence';
import { textsIn } from '../../../shared/words/texts';
import { allowedWords } from '../../../shared/values/suggest';
import { longCall, type Client, type Context } from '../../../cli/context';
import { versionTable } from '../../../cli/history';
import { jsonText } from '../../../cli/output';
import { dayOf, isRevision, rulesNamed } from '../../../cli/rules';
import type { Terminal } from '../../../cli/terminal';
import { unitsOf } from '../../../cli/units';
import { short } from '../../../cli/words';
import type { RuleSetNamed } from '../contract/rule-difference';
import { needsTitles, type Starter, starterRule, STARTERS } from '../contract/starters';
import { ruleSentence } from '../../../shared/words/rule-sentence';
import { comparedText, effectText, unmetText } from './rule-texts';

export function historyAnswer({ versions }: Awaited<ReturnType<Client['rules']['history']>>) {
  return {
    json: { versions },
    text: (terminal: Terminal) =>
      versions.length === 0
        ? 'No rule was ever saved with this data set.'
        : versionTable(terminal, versions, [
            { title: 'revision', align: 'right', cell: ({ revision }) => String(revision) },
            { title: 'rules', cell: ({ rules }) => String(rules) },
            { title: 'on', cell: ({ on }) => String(on) },
            { title: 'sha256', cell: ({ rulesSha256 }) => short(rulesSha256) },
          ]),
  };
}

/** @param sets `before` and `after`: each a file, "saved" or a revision */
export async function compareAnswer(
  context: Context,
  dataset: Dataset,
  { run, ...sets }: Record<'before' | 'after', string> & { readonly run: string | undefined },
) {
  const data = dataset.fingerprint;
  if (run !== undefined)
    throw new ShelfwiseError('usage', say('rules.compare-lists', { runs: `${run} ${run}`, ...sets }));
  const client = await context.client();
  const named = async (word: string): Promise<RuleSetNamed> =>
    isRevision(word) ? { revision: Number(word) } : { set: await rulesNamed(context, word, data) };
  const compared = await client.rules.compare({
    data,
    before: await named(sets.before),
    after: await named(sets.after),
  });
  return { json: compared, text: (terminal: Terminal) => comparedText(terminal, compared, unitsOf(dataset)) };
}

export async function tryAnswer(
  context: Context,
  {
    file,
    run,
    date,
    beside,
  }: Record<'run' | 'date' | 'beside', string | undefined> & {
    file: string;
  },
) {
  if (run === undefined) throw new ShelfwiseError('usage', say('rule.run-to-try'));
  const client = await context.client();
  const { runId, dataset } = await client.runs.get({ runId: run });
  const set = await rulesNamed(context, file, dataset.fingerprint);
  const asked = {
    runId,
    set,
    date: dayOf(date),
    ...(beside !== undefined && { beside: await rulesNamed(context, beside, dataset.fingerprint) }),
  };
  const effect = await longCall(context, (options) => client.rules.try(asked, options));
  return { json: effect, text: (terminal: Terminal) => effectText(terminal, effect) };
}

/** The lists in which saved rules that are on could not be kept. @throws ShelfwiseError `not-found` for a rule that is not saved */
export async function unmetAnswer(
  context: Context,
  { rule, run, date }: Record<'rule' | 'run' | 'date', string | undefined>,
) {
  if (run === undefined) throw new ShelfwiseError('usage', say('rule.run-to-try'));
  const client = await context.client();
  const { runId, dataset } = await client.runs.get({ runId: run });
  const { set } = await client.rules.get({ data: dataset.fingerprint });
  if (rule !== undefined && !set.rules.some(({ id }) => id === rule))
    throw new ShelfwiseError('not-found', [
      say('rules.no-such-id', { id: rule }),
      ...allowedWords(
        rule,
        set.rules.map(({ id }) => id),
      ),
    ]);
  const effect = await longCall(context, (options) => client.rules.try({ runId, set, date: dayOf(date) }, options));
  const unmet = effect.broken.filter((one: BrokenRule) => rule === undefined || one.rule === rule);
  const { brokenCount } = effect;
  return {
    json: { runId, date: effect.date, unmet, brokenCount },
    text: (terminal: Terminal) => unmetText(terminal, unmet, brokenCount - effect.broken.length),
  };
}

/**
 * A file with the rule of a starter.
 * @throws ShelfwiseError `usage` for an unknown starter, for one that needs titles and gets none, and for a text that is no day
 */
export function starterAnswer(
  typed: string,
  { title, ...days }: { title: readonly string[]; from: string | undefined; until: string | undefined },
) {
  const starter = STARTERS.find((one) => one === typed);
  if (starter === undefined)
    throw new ShelfwiseError('usage', [say('rules.no-starter', { starter: typed }), ...allowedWords(typed, STARTERS)]);
  if (needsTitles(starter) && title.length === 0)
    throw new ShelfwiseError('usage', say('rules.starter-titles', { starter }));
  for (const day of [days.from, days.until]) if (day !== undefined) dayOf(day);
  if (starter === 'not-before' && days.from === undefined) throw new ShelfwiseError('usage', say('rules.starter-day'));
  const set = ruleSetOf([ruleOfStarter(starter, title, days)]);
  return { json: set, text: () => jsonText(set) };
}

function ruleOfStarter(
  starter: Starter,
  ids: readonly string[],
  days: { from?: string | undefined; until?: string | undefined },
): Rule {
  const name = textsIn('en')(`rules.starter.${starter}`);
  const rule = starterRule(starter, { ids, ...days });
  const made = ruleSchema.parse({ ...rule, id: starter, name });
  return { ...made, name: textOf(ruleSentence(made)).replace(/\.$/, '').slice(0, 100) };
}
