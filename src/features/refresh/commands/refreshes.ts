/** What is said of a refresh. */
import type { ComparedRefresh, Refresh, RefreshBase, Unattended } from '../contract/refresh';
import type { CountingRules } from '../../../shared/contract/rule-answers';
import { checkName } from '../../review/words/public';
import { textsIn } from '../../../shared/words/texts';
import { blocks, formatFacts, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { exportedWords, rulesWords, unmetRulesText } from '../../../cli/rules';
import { count, counted, decimals, list, minute, modelName, short, signed } from '../../../cli/words';

const STATES: Record<Refresh['state'], string> = {
  exported: 'exported',
  waiting: 'waits for approval',
  'nothing-new': 'nothing new',
  worse: 'worse',
  'not-compared': 'not compared',
  checks: 'blocked by a check',
  rules: 'blocked by rules',
  failed: 'failed',
  begun: 'not finished',
};

const VERDICTS: Record<ComparedRefresh['verdict'], string> = {
  better: textsIn('en')('paired.better'),
  same: textsIn('en')('paired.same'),
  worse: textsIn('en')('paired.worse'),
  'not-compared': 'could not be compared',
};

export const WHY: Record<RefreshBase['why'], string> = {
  chosen: 'which was chosen for use',
  refreshed: 'which a refresh made from the one that was chosen for use',
  exported: 'whose lists were exported last',
  approved: 'whose lists were approved last',
  starred: 'the last with a star, because no run outside the archive was exported or approved',
  last: 'the last one, because no run outside the archive was exported or approved or has a star',
  named: 'as asked',
};

function cameText({ dataset }: Refresh): string | null {
  if (dataset === null) return null;
  const { profiles, items, events } = dataset;
  const added = events.reduce((sum, one) => sum + one.added, 0);
  return [
    counted(added, 'event'),
    counted(profiles.after - profiles.before, 'profile'),
    counted(items.after - items.before, 'title'),
  ].join(' · ');
}

function scoreText({ compared }: Refresh): string | null {
  if (compared === null) return null;
  const score = compared.figures.find(({ metric }) => metric === 'score');
  if (score === undefined) return `${VERDICTS[compared.verdict]} with ${compared.with}`;
  const { before, now, low, high } = score;
  return `${decimals(now)} now, ${decimals(before)} with ${compared.with} (difference ${signed(low)} to ${signed(high)}): ${VERDICTS[compared.verdict]}`;
}

function checkText({ checks }: Refresh): string | null {
  if (checks === null) return null;
  const t = textsIn('en');
  const stopped = checks.found.filter(({ id }) => checks.stopped.includes(id)).map((check) => checkName(t, check));
  const finding = checks.found.filter((check) => (check.count ?? 0) > 0).length;
  return stopped.length > 0
    ? `blocked by ${list(stopped)}`
    : `${finding} of ${counted(checks.found.length, 'check')} flagged, none blocks`;
}

/**
 * For example "recall 0.3100 (0.2800 to 0.3400), popular 0.1200, over 312 profiles: what was watched of the file
 * 3f2a9c10".
 */
function outcomeText({ recall, profiles, exports }: Refresh['lastExports'][number]): string {
  const { mean, interval, popular } = recall;
  const between = interval === null ? '' : ` (${decimals(interval.low)} to ${decimals(interval.high)})`;
  return `recall ${decimals(mean)}${between}, popular ${decimals(popular)}, over ${counted(profiles?.judged ?? 0, 'profile')}: what was watched of the file ${short(exports[0]!.sha256)}`;
}

export function describeRefresh(terminal: Terminal, refresh: Refresh): string {
  const { state, reason, from, dataset, run, export: written } = refresh;
  const drifted = dataset?.drifted.map(({ attribute, index }) => `${attribute} (index ${decimals(index, 2)})`) ?? [];
  return blocks(
    `Refresh ${terminal.style(state === 'exported' || state === 'nothing-new' ? 'green' : 'yellow', STATES[state])}`,
    formatFacts(terminal, [
      ['added to', short(from.data)],
      ['data', dataset && `${dataset.name} (${short(dataset.fingerprint)})`],
      ['new', cameText(refresh)],
      ['drifted', drifted.length === 0 ? null : list(drifted)],
      ['run', run && run.runId],
      ['score', scoreText(refresh)],
      ...refresh.lastExports.map((one): [string, string] => ['last export', outcomeText(one)]),
      ['checks', checkText(refresh)],
      ['file', written && written.file],
      ['sha256', written && written.sha256],
      ['released', written && releasedText(written)],
      ['rules', written && exportedWords(written)],
      [
        'not kept',
        written?.rules == null || written.rules.unmet.length === 0 ? null : unmetRulesText(written.rules.unmet),
      ],
    ]),
    reason === null ? null : wrap(reason.message, terminal.width).join('\n'),
    state === 'waiting' && run !== null ? nextSteps(terminal, from.runId, run.runId) : null,
  );
}

const releasedText = ({ released }: NonNullable<Refresh['export']>): string | null =>
  released === null
    ? null
    : released.how === 'approved'
      ? `approved by ${nameOr(released.by)}`
      : `without an approval, as ${nameOr(released.by)} set it`;

/** A person who was removed with a forgotten profile has no name. */
const nameOr = (by: string): string => (by === '' ? 'somebody' : by);

/** What can be done where lists wait. */
function nextSteps(terminal: Terminal, before: string, now: string): string {
  const steps = [
    `shelfwise compare ${before} ${now} --lists`,
    `shelfwise review --run ${now}`,
    `shelfwise approve --run ${now} --by NAME --reason TEXT`,
    `shelfwise export --run ${now} --out submission.csv`,
  ];
  return [
    terminal.style('dim', 'Next:'),
    ...steps.map((step) => `  ${step}`),
    terminal.style(
      'dim',
      'To let refreshes of this workspace write files without an approval where all of this holds:',
    ),
    '  shelfwise refresh --unattended yes --by NAME',
  ].join('\n');
}

/** "Refreshes of this workspace wait for an approval". */
export const describeLeaving = (unattended: Unattended | null): string =>
  unattended === null
    ? 'Refreshes of this workspace wait for an approval'
    : `Refreshes of this workspace write files without an approval, as ${nameOr(unattended.by)} set it on ${minute(unattended.at)} UTC`;

/** The next refresh before it begins, and the last one. */
export function describeNext(
  terminal: Terminal,
  {
    base: { run, why, data, stops },
    counting,
    unattended,
    last,
  }: {
    readonly base: RefreshBase;
    readonly counting: CountingRules | null;
    readonly unattended: Unattended | null;
    readonly last: Refresh | null;
  },
): string {
  const t = textsIn('en');
  return blocks(
    'The next refresh',
    formatFacts(terminal, [
      ['begins with', `${modelName(run.name)} (${run.runId}), ${WHY[why]}`],
      ['adds to', `${data.name} (${short(data.fingerprint)})`],
      ['trains', 'the settings of that run again, on all of the data'],
      [
        'writes',
        unattended === null
          ? 'once the lists are approved'
          : `without an approval, as ${nameOr(unattended.by)} set it, if the new run is not surely worse on the same hold-out`,
      ],
      [
        'blocked by',
        stops.length === 0
          ? 'nothing: no check is set to block a refresh'
          : list(stops.map((one) => checkName(t, one))),
      ],
      ['rules', counting === null ? 'none are on' : rulesWords(counting)],
    ]),
    last === null ? 'No refresh yet.' : `The last one began ${minute(last.startedAt)} UTC.`,
    last && describeRefresh(terminal, last),
  );
}

export const refreshTable = (terminal: Terminal, refreshes: readonly Refresh[]): string =>
  refreshes.length === 0
    ? 'No refresh yet. "refresh --add FOLDER --out FILE" begins one.'
    : formatTable(
        terminal,
        [
          { title: 'began' },
          { title: 'state' },
          { title: 'run' },
          { title: 'events', align: 'right' },
          { title: 'score', shrinkTo: 12 },
        ],
        refreshes.map((refresh) => [
          minute(refresh.startedAt),
          STATES[refresh.state],
          refresh.run?.runId ?? '',
          count(refresh.dataset?.events.reduce((sum, one) => sum + one.added, 0) ?? 0),
          scoreText(refresh) ?? '',
        ]),
      );
