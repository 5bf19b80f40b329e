import { defineCommand } from '../../../cli/command';
import { blocks, formatFacts, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { count, counted, minute, modelName, short } from '../../../cli/words';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { lastDay, weekOf } from '../../../shared/values/calendar-week';
import type { Week } from '../contract/week';

/** "2026 week 36"; for data without times its name. */
function nameOf({ data }: Week): string {
  const day = lastDay(data.period);
  if (day === null) return data.name;
  const { year, week } = weekOf(day);
  return `${year} week ${week}`;
}

/** A person who was removed with a forgotten profile has no name. */
const nameOr = (by: string): string => (by === '' ? 'somebody' : by);

function describeWeek(terminal: Terminal, week: Week): string {
  const { data, added, run, refresh, approved, sent } = week;
  return blocks(
    terminal.style('bold', nameOf(week)),
    formatFacts(terminal, [
      ['data', `${data.name} (${short(data.fingerprint)})`],
      [
        'came in',
        added === null
          ? `${counted(data.viewings, 'viewing')} of ${counted(data.profiles, 'profile')}`
          : [
              `${count(added.viewings)} new viewings`,
              added.profiles > 0 && counted(added.profiles, 'new profile'),
              added.items > 0 && counted(added.items, 'new title'),
            ]
              .filter(Boolean)
              .join(' · '),
      ],
      ['run', run === null ? 'nothing was learned from this yet' : `${modelName(run.name)} (${run.runId})`],
      ['refresh', refresh && refresh.state],
      ['approved', approved === null ? 'by nobody' : `by ${nameOr(approved.by)} on ${minute(approved.at)} UTC`],
      ['sent', sent === null ? 'not yet' : `${sent.path} on ${minute(sent.at)} UTC`],
      ['sha256', sent && sent.sha256],
    ]),
    refresh?.reason == null ? null : wrap(refresh.reason.message, terminal.width).join('\n'),
  );
}

const weekTable = (terminal: Terminal, weeks: readonly Week[]): string =>
  formatTable(
    terminal,
    [
      { title: 'week' },
      { title: 'viewings', align: 'right' },
      { title: 'run' },
      { title: 'approved by' },
      { title: 'sent (UTC)' },
      { title: 'file', shrinkTo: 12 },
    ],
    weeks.map((week) => [
      nameOf(week),
      count(week.added?.viewings ?? week.data.viewings),
      week.run?.runId ?? '',
      week.approved === null ? '' : nameOr(week.approved.by),
      week.sent === null ? '' : minute(week.sent.at),
      week.sent?.path ?? '',
    ]),
  );

export default defineCommand({
  name: 'week',
  group: 'Export',
  summary:
    'Show how the week stands: what came in, whose lists were made, who approved them, what was sent; and the weeks before',
  inputs: {
    data: {
      kind: 'text',
      value: 'DATA',
      help: 'any data set of the weeks to show, by the beginning of its fingerprint (without it those of the run in use)',
    },
  },
  examples: ['week', 'week --data 3f2a', 'week --json'],
  details: () =>
    [
      'A week is a data set and what was made of it. The data sets of one folder are its weeks, whether they came by "refresh" or "import --add".',
      'Nothing is kept for it: it is worked out from imports, runs, approvals and exports, so what is forgotten in these is forgotten here.',
    ].join('\n'),
  async run(context, { data }) {
    const client = await context.client();
    const base = data === undefined ? await client.refresh.base() : null;
    const asked = data ?? base?.data.fingerprint ?? (await client.datasets.list())[0]?.fingerprint;
    if (asked === undefined) throw new ShelfwiseError('not-found', say('week.nothing-here'));
    const { fingerprint } = await client.datasets.get({ fingerprint: asked });
    const { weeks, base: next } = await client.week.list({ data: fingerprint });
    return {
      json: { weeks, next },
      text: (terminal) =>
        blocks(
          describeWeek(terminal, weeks[0]!),
          weeks.length < 2 ? null : terminal.style('dim', 'Before:'),
          weeks.length < 2 ? null : weekTable(terminal, weeks.slice(1)),
        ),
    };
  },
});
