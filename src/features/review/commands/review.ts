import { aboutOf } from '../contract/about';
import { reasonText } from '../words/check-reason';
import { DECISIONS } from '../contract/checks';
import { QUEUE_ORDERS, type QueueOrder, type ReviewPage, type ReviewRow } from '../contract/queue';
import { MOST_DECIDED_AT_ONCE } from '../contract/limits';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { textsIn } from '../../../shared/words/texts';
import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import type { Client } from '../../../cli/context';
import { blocks, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { countingRules, DATE_INPUT, RULES_INPUT, rulesInput, rulesWords } from '../../../cli/rules';
import { toldRules } from '../../../shared/values/told-rules';
import { count, counted } from '../../../cli/words';

const decisionWords = ({ decision: { decision, owner, runId }, isDecided }: ReviewRow): string =>
  [decision ?? (owner === '' ? '' : 'open'), owner, decision !== null && !isDecided && runId !== null && `on ${runId}`]
    .filter(Boolean)
    .join(', ');

/** What the order goes by, as the column is called, and its figure. */
const ORDER_COLUMNS: Record<QueueOrder, { title: string; figure: (row: ReviewRow) => number | null }> = {
  need: { title: 'need', figure: ({ need }) => need },
  reach: { title: 'lists', figure: ({ reach }) => reach },
  changed: { title: 'new', figure: ({ changed }) => changed },
};

function orderWords(order: QueueOrder, { approved }: ReviewPage): string {
  const t = textsIn('en');
  if (order !== 'changed') return t(`checks.orders.help.${order}`);
  if (approved === null) return t('checks.orders.nothingApproved');
  const { runId: run, by, at: moment, asTrained } = approved;
  return t(asTrained ? 'checks.orders.changedAsTrained' : 'checks.orders.changedSince', { run, by, moment });
}

function queueTable(terminal: Terminal, page: ReviewPage, order: QueueOrder): string {
  const t = textsIn('en');
  const { odd, decided, total, rows } = page;
  const column = ORDER_COLUMNS[order];
  return blocks(
    `${count(decided)} of ${count(odd)} odd lists are decided${rows.length < total ? `; the first ${count(rows.length)} of ${count(total)}` : ''}`,
    orderWords(order, page),
    rows.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: 'profile' },
            { title: column.title, align: 'right' },
            { title: 'reasons', shrinkTo: 24 },
            { title: 'decision' },
          ],
          rows.map((row) => [
            row.profile,
            count(column.figure(row) ?? 0),
            row.reasons.map((reason) => reasonText(t, reason)).join('; '),
            decisionWords(row),
          ]),
        ),
  );
}

/** The current decision on one profile, in any state and part of the queue. */
async function rowOf(
  client: Client,
  asked: Pick<Parameters<Client['review']['queue']>[0], 'runId' | 'rules'> & { profile: string },
): Promise<ReviewRow | undefined> {
  for (const of of ['odd', 'rest'] as const) {
    const { rows } = await client.review.queue({ ...asked, of, start: 0, end: 1 });
    if (rows[0] !== undefined) return rows[0];
  }
  return undefined;
}

export default defineCommand({
  name: 'review',
  group: 'Review and approve',
  summary:
    'List the lists to look at, those with the greatest need first; decide about one, or about all that are alike',
  inputs: {
    run: RUN_INPUT,
    check: { kind: 'text', value: 'CHECK', help: 'only what this check found' },
    title: { kind: 'text', value: 'ID', help: 'only lists in which this title was found' },
    value: { kind: 'text', value: 'TEXT', help: 'only reasons with this series or genre' },
    order: {
      kind: 'choice',
      value: 'ORDER',
      choices: QUEUE_ORDERS,
      default: 'need',
      help: 'greatest first: need (reasons), reach (children who see the same), changed (titles that are new since the last approval)',
    },
    rules: RULES_INPUT,
    date: DATE_INPUT,
    state: { kind: 'choice', value: 'STATE', choices: ['open', 'decided'], help: 'only these' },
    first: { kind: 'integer', value: 'N', minimum: 1, maximum: 1000, default: 25, help: 'how many are listed' },
    sample: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: 1000,
      help: 'in place of the odd lists, as many of the others, drawn by chance',
    },
    seed: { kind: 'integer', value: 'N', minimum: 0, maximum: 0xffffffff, default: 1, help: 'of the draw' },
    profile: { kind: 'text', value: 'ID', help: 'the profile to decide about' },
    decision: {
      kind: 'choice',
      value: 'DECISION',
      choices: [...DECISIONS, 'none'],
      help: 'fine, rule (it needs one), again (look again), or none',
    },
    owner: { kind: 'text', value: 'NAME', help: 'who takes care of it; "-" for nobody' },
    all: {
      kind: 'flag',
      help: 'decide about every list that --check, --title, --value and --state leave, at once, and about nothing else in them',
    },
  },
  examples: [
    'review --run rrt9psbyug',
    'review --run rrt9psbyug --check series --state open --json',
    'review --run rrt9psbyug --sample 20 --seed 7',
    'review --run rrt9psbyug --profile 196 --decision fine --owner Jiwoo',
    'review --run rrt9psbyug --check series --title 55 --state open --all --decision fine',
  ],
  async run(
    context,
    { run: runId, check, title, value, order, rules, date, state, first, sample, seed, profile, decision, owner, all },
  ) {
    const client = await context.client();
    const choice = await rulesInput(context, rules, { runId, date });
    const asked = {
      runId,
      order,
      of: sample === undefined ? ('odd' as const) : ('rest' as const),
      ...(sample !== undefined && { sample: { seed, count: sample } }),
      ...(check !== undefined && { check }),
      ...(title !== undefined && { item: title }),
      ...(value !== undefined && { value }),
      ...choice,
      ...(state !== undefined && { state }),
      ...(profile !== undefined && { profile }),
    };
    if (decision === undefined && owner === undefined) {
      const counting = await countingRules(context, runId, choice);
      const page = await client.review.queue({ ...asked, start: 0, end: first });
      const { rows, ...counts } = page;
      return {
        json: { ...counts, rules: toldRules(counting), queue: rows },
        text: (terminal) =>
          blocks(
            counting === null ? null : `Under the rules ${rulesWords(counting)}.`,
            queueTable(terminal, page, order),
          ),
      };
    }
    const change = (row: ReviewRow | undefined) => ({
      ...(decision !== undefined && { decision: decision === 'none' ? null : decision }),
      ...(decision !== undefined && row !== undefined && { of: aboutOf(row, { check, value, item: title }) }),
      ...(owner !== undefined && { owner: owner === '-' ? '' : owner }),
    });
    if (all && profile === undefined) {
      const { total, rows } = await client.review.queue({ ...asked, start: 0, end: MOST_DECIDED_AT_ONCE });
      if (total > MOST_DECIDED_AT_ONCE)
        throw new ShelfwiseError('usage', say('review.too-many-at-once', { total, most: MOST_DECIDED_AT_ONCE }));
      const decisions = rows.map((row) => ({ profile: row.profile, revision: row.decision.revision, ...change(row) }));
      const decided = decisions.length === 0 ? [] : await client.review.decideAll({ runId, decisions });
      return {
        json: decided,
        text: () => `Decided about ${counted(decided.length, 'list')}: ${decision ?? `${owner} takes care of them`}.`,
      };
    }
    if (profile === undefined) throw new ShelfwiseError('usage', say('review.which-profile'));
    const before = await rowOf(client, { runId, profile, ...choice });
    const decided = await client.review.decide({
      runId,
      profile,
      revision: before?.decision.revision ?? 0,
      ...change(before),
    });
    return {
      json: decided,
      text: () =>
        `Profile ${profile}: ${decided.decision ?? 'nothing decided'}${decided.owner === '' ? '' : `, ${decided.owner} takes care of it`}.`,
    };
  },
});
