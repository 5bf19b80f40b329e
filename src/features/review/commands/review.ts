import { reasonText } from '../words/check-reason';
import { DECISIONS, type ReviewPage, type ReviewRow } from '../contract/checks';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { textsIn } from '../../../shared/words/texts';
import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import type { Client } from '../../../cli/context';
import { blocks, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { countingRules, DATE_INPUT, notedOf, RULES_INPUT, rulesInput, rulesWords } from '../../../cli/rules';
import { count } from '../../../cli/words';

const decisionWords = ({ decision: { decision, owner, runId }, isDecided }: ReviewRow): string =>
  [decision ?? (owner === '' ? '' : 'open'), owner, decision !== null && !isDecided && runId !== null && `on ${runId}`]
    .filter(Boolean)
    .join(', ');

function queueTable(terminal: Terminal, { odd, decided, total, rows }: ReviewPage): string {
  const t = textsIn('en');
  return blocks(
    `${count(decided)} of ${count(odd)} odd lists are decided${rows.length < total ? `; the first ${count(rows.length)} of ${count(total)}` : ''}`,
    rows.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: 'profile' },
            { title: 'need', align: 'right' },
            { title: 'reasons', shrinkTo: 24 },
            { title: 'decision' },
          ],
          rows.map((row) => [
            row.profile,
            count(row.need),
            row.reasons.map((reason) => reasonText(t, reason)).join('; '),
            decisionWords(row),
          ]),
        ),
  );
}

/** The current decision on one profile, in any state and part of the queue. */
async function rowOf(client: Client, runId: string, profile: string): Promise<ReviewRow | undefined> {
  for (const of of ['odd', 'rest'] as const) {
    const { rows } = await client.review.queue({ runId, of, profile, start: 0, end: 1 });
    if (rows[0] !== undefined) return rows[0];
  }
  return undefined;
}

export default defineCommand({
  name: 'review',
  group: 'Review and approve',
  summary: 'List the lists that somebody should look at, those with the greatest need first; decide about one',
  inputs: {
    run: RUN_INPUT,
    check: { kind: 'text', value: 'CHECK', help: 'only what this check found' },
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
      help: 'fine, rule (one shall change the list), again (look again), or none',
    },
    owner: { kind: 'text', value: 'NAME', help: 'who takes care of it; "-" for nobody' },
  },
  examples: [
    'review --run rrt9psbyug',
    'review --run rrt9psbyug --check series --state open --json',
    'review --run rrt9psbyug --sample 20 --seed 7',
    'review --run rrt9psbyug --profile 196 --decision fine --owner Jiwoo',
  ],
  async run(context, { run: runId, check, rules, date, state, first, sample, seed, profile, decision, owner }) {
    const client = await context.client();
    if (decision === undefined && owner === undefined) {
      const choice = await rulesInput(context, rules, { runId, date });
      const counting = await countingRules(context, runId, choice);
      const page = await client.review.queue({
        runId,
        start: 0,
        end: first,
        of: sample === undefined ? 'odd' : 'rest',
        ...(sample !== undefined && { sample: { seed, count: sample } }),
        ...(check !== undefined && { check }),
        ...choice,
        ...(state !== undefined && { state }),
        ...(profile !== undefined && { profile }),
      });
      const { rows, ...counts } = page;
      return {
        json: { ...counts, rules: notedOf(counting), queue: rows },
        text: (terminal) =>
          blocks(counting === null ? null : `Under the rules ${rulesWords(counting)}.`, queueTable(terminal, page)),
      };
    }
    if (profile === undefined) throw new ShelfwiseError('usage', say('review.which-profile'));
    const before = await rowOf(client, runId, profile);
    const decided = await client.review.decide({
      runId,
      profile,
      revision: before?.decision.revision ?? 0,
      ...(decision !== undefined && { decision: decision === 'none' ? null : decision }),
      ...(owner !== undefined && { owner: owner === '-' ? '' : owner }),
    });
    return {
      json: decided,
      text: () =>
        `Profile ${profile}: ${decided.decision ?? 'nothing decided'}${decided.owner === '' ? '' : `, ${decided.owner} takes care of it`}.`,
    };
  },
});
