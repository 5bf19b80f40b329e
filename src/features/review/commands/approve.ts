import type { Approval, ApprovalStanding, ShownApproval } from '../../../shared/contract/approvals';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { headText } from '../../../cli/heads';
import { blocks, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { DATE_INPUT, RULES_INPUT, rulesInput } from '../../../cli/rules';
import { tuningInput } from '../../../cli/tunings';
import { bundleNamed, list, minute, short } from '../../../cli/words';

const approvalTable = (terminal: Terminal, all: readonly ShownApproval[]): string =>
  formatTable(
    terminal,
    [{ title: 'when (UTC)' }, { title: 'what' }, { title: 'who' }, { title: 'why', shrinkTo: 20 }],
    all.map(({ at, kind, by, reason, brought, ...of }) => [
      minute(at),
      [kind, ...whatOf(of)].join(', '),
      // Empty if the person was removed with a forgotten profile.
      [by === '' ? '–' : by, ...(brought === undefined ? [] : [`says ${bundleNamed(brought)}`])].join(', '),
      reason,
    ]),
  );

/** What an approval holds for beside the lists as trained: "under rules 9f3a… (Dinosaurs first) as of 2026-12-01", "tuned: louder". */
function whatOf({
  rulesSha256,
  rulesDate,
  rules,
  tuning,
}: Pick<Approval, 'rulesSha256' | 'rulesDate' | 'rules' | 'tuning'>) {
  const names = rules === null || rules.names.length === 0 ? '' : ` (${list(rules.names)})`;
  const tuned = [tuning?.name ?? 'of a file', ...(tuning?.segment == null ? [] : [tuning.segment])];
  return [
    ...(rulesSha256 === null
      ? []
      : [
          `under rules ${short(rulesSha256)}${names}${rulesDate === null ? ', whatever they make of the lists' : ` as of ${rulesDate}`}`,
        ]),
    ...(tuning === null ? [] : [`tuned: ${tuned.join(' for ')}`]),
  ];
}

const STANDS: Record<ApprovalStanding, string> = {
  holds: 'The approval is of the lists as they would be exported.',
  'other-rules': 'The rules changed since the approval. Approve the lists again.',
  'other-tuning': 'The approval is of lists under another tuning. Approve the lists again.',
  'other-lists': 'The approval is of other lists: the rules make others on this day. Approve the lists again.',
  unknown: 'The data of the run is not here, so the lists cannot be compared with those that were approved.',
};

export default defineCommand({
  name: 'approve',
  group: 'Review and approve',
  summary: 'Approve the lists of a run for export, take that back, or show who did',
  inputs: {
    run: RUN_INPUT,
    by: { kind: 'text', value: 'NAME', help: 'who approves' },
    reason: { kind: 'text', value: 'TEXT', help: 'why' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
    tuning: {
      kind: 'text',
      value: 'FILE or NAME',
      help: 'approve the lists under this tuning file, or this saved tuning',
    },
    segment: { kind: 'text', value: 'NAME', help: 'with --tuning: it applies to the profiles of this segment only' },
    withdraw: { kind: 'flag', help: 'take the approval back' },
  },
  examples: [
    'approve --run rrt9psbyug',
    'approve --run rrt9psbyug --by Jiwoo --reason "Looked at 40 lists"',
    'approve --run rrt9psbyug --withdraw --by Jiwoo --reason "Series out of order"',
  ],
  details: () =>
    [
      'An approval holds for the lists as the rules that apply and the tuning make them on a day. Where a rule begins or ends, or is changed,',
      'other lists leave, and they need a new approval.',
    ].join('\n'),
  async run(context, { run: runId, by, reason, rules, date, tuning, segment, withdraw }) {
    if (segment !== undefined && tuning === undefined)
      throw new ShelfwiseError('usage', say('export.segment-without-tuning'));
    const client = await context.client();
    const isAsked = by === undefined && reason === undefined && !withdraw;
    if (!isAsked && (by === undefined || reason === undefined))
      throw new ShelfwiseError('usage', say('review.who-and-why'));
    const of = {
      runId,
      ...(await rulesInput(context, rules, { runId, date })),
      ...(await tuningInput(context, tuning, { runId, segment })),
    };
    const signed = { by: by!, reason: reason! };
    const done = async () =>
      withdraw ? client.review.withdraw({ runId, ...signed }) : client.review.approve({ ...of, ...signed });
    const head = isAsked ? null : (await done()).head;
    const approvals = await client.review.approvals(of);
    return {
      json: { ...approvals, ...(head && { head }) },
      text: (terminal) =>
        approvals.all.length === 0
          ? 'Nobody has approved this run yet.'
          : blocks(
              approvalTable(terminal, approvals.all),
              approvals.standing === null ? null : STANDS[approvals.standing],
              head && headText(head),
            ),
    };
  },
});
