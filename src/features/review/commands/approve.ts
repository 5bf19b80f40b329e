import type { Approval } from '../../../shared/contract/approvals';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { RULES_INPUT, rulesInput, SAVED } from '../../../cli/rules';
import { minute, short } from '../../../cli/words';

const approvalTable = (terminal: Terminal, all: readonly Approval[]): string =>
  formatTable(
    terminal,
    [{ title: 'when (UTC)' }, { title: 'what' }, { title: 'who' }, { title: 'why', shrinkTo: 20 }],
    all.map(({ at, kind, by, reason, rulesSha256 }) => [
      minute(at),
      rulesSha256 === null ? kind : `${kind}, under rules ${short(rulesSha256)}`,
      // Empty if the person was removed with a forgotten profile.
      by === '' ? '–' : by,
      reason,
    ]),
  );

export default defineCommand({
  name: 'approve',
  group: 'Review and approve',
  summary: 'Approve the lists of a run for export, take that back, or show who did',
  inputs: {
    run: RUN_INPUT,
    by: { kind: 'text', value: 'NAME', help: 'who approves' },
    reason: { kind: 'text', value: 'TEXT', help: 'why' },
    rules: { ...RULES_INPUT, help: `the lists are approved as these rules make them: a file, or ${SAVED}` },
    withdraw: { kind: 'flag', help: 'take the approval back' },
  },
  examples: [
    'approve --run rrt9psbyug',
    'approve --run rrt9psbyug --by Jiwoo --reason "Looked at 40 lists"',
    'approve --run rrt9psbyug --withdraw --by Jiwoo --reason "Series out of order"',
  ],
  async run(context, { run: runId, by, reason, rules, withdraw }) {
    const client = await context.client();
    const isAsked = by === undefined && reason === undefined && !withdraw;
    if (!isAsked && (by === undefined || reason === undefined))
      throw new ShelfwiseError('usage', say('review.who-and-why'));
    const approvals = isAsked
      ? await client.review.approvals({ runId })
      : await client.review[withdraw ? 'withdraw' : 'approve']({
          runId,
          by: by!,
          reason: reason!,
          ...(await rulesInput(context, rules, { runId, date: undefined })),
        });
    return {
      json: approvals,
      text: (terminal) =>
        approvals.all.length === 0 ? 'Nobody has approved this run yet.' : approvalTable(terminal, approvals.all),
    };
  },
});
