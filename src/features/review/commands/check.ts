import { CHECK_IDS, type CheckId, limitOf } from '../contract/check-table';
import { type CheckReport, type GivenCheckSetting, leavingUnder } from '../contract/checks';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { checkName } from '../words/check-reason';
import { nameOf } from '../../../shared/values/titles-named';
import { allowedWords } from '../../../shared/values/suggest';
import { textsIn } from '../../../shared/words/texts';
import { defineCommand } from '../../../cli/command';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { blocks, formatTable } from '../../../cli/layout';
import type { Client } from '../../../cli/context';
import type { Terminal } from '../../../cli/terminal';
import { countingRules, DATE_INPUT, dayOf, RULES_INPUT, rulesInput, rulesWords } from '../../../cli/rules';
import { toldRules } from '../../../shared/values/told-rules';
import { count, counted, list } from '../../../cli/words';

/** Exit status beside those of errors: a blocking check found something. */
const STOPPED = 8;

export const CHECK_SETTING_INPUTS = {
  stop: {
    kind: 'choices',
    value: 'a,b',
    choices: CHECK_IDS,
    help: 'the checks that block a refresh, and end "check" with status 8, where they find something',
  },
  on: { kind: 'choices', value: 'a,b', choices: CHECK_IDS, help: 'checks to make' },
  off: { kind: 'choices', value: 'a,b', choices: CHECK_IDS, help: 'checks to leave out' },
  limit: { kind: 'texts', value: 'check=number', help: 'how much of what a check looks for is still fine' },
} as const;

/** @throws ShelfwiseError `usage` for a check that is named twice, or an invalid limit */
export function settingsTyped({
  limit,
  ...modes
}: Partial<Record<'stop' | 'on' | 'off', CheckId[]>> & { limit: readonly string[] }): GivenCheckSetting[] {
  const given = new Map<CheckId, GivenCheckSetting>();
  for (const mode of ['off', 'on', 'stop'] as const)
    for (const id of modes[mode] ?? []) {
      if (given.has(id)) throw new ShelfwiseError('usage', say('review.check-twice', { id }));
      given.set(id, { id, mode });
    }
  for (const typed of limit) {
    const [name = '', value = ''] = typed.split('=');
    const id = CHECK_IDS.find((one) => one === name);
    if (id === undefined || !/^\d{1,7}$/.test(value))
      throw new ShelfwiseError('usage', [
        say('review.limit-typed', { typed }),
        ...(id === undefined ? allowedWords(name, CHECK_IDS) : []),
      ]);
    const bounds = limitOf(id);
    if (bounds === null) throw new ShelfwiseError('usage', say('review.check-without-limit', { id }));
    if (Number(value) < bounds.least || Number(value) > bounds.most)
      throw new ShelfwiseError(
        'usage',
        say('review.check-limit', { id, least: `${bounds.least}`, most: `${bounds.most}` }),
      );
    given.set(id, { ...given.get(id), id, limit: Number(value) });
  }
  return [...given.values()];
}

function checkTable(terminal: Terminal, { checks, lists }: CheckReport): string {
  const t = textsIn('en');
  return formatTable(
    terminal,
    [
      { title: 'check' },
      { title: 'lists', align: 'right' },
      { title: 'undecided', align: 'right' },
      { title: 'share', align: 'right' },
      { title: 'limit', align: 'right' },
      { title: 'mode' },
      { title: 'what', shrinkTo: 20 },
    ],
    checks.map(({ id, name, count: found, undecided, limit, mode, notApplicable: why }) => [
      id,
      found === null ? '–' : count(found),
      undecided === null ? '' : count(undecided),
      found === null || lists === 0 ? '' : `${Math.round((100 * found) / lists)} %`,
      limit === null ? '' : count(limit),
      mode,
      `${checkName(t, { id, name })}${why === null ? '' : `: ${t(`checks.notApplicable.${why}`)}`}`,
    ]),
  );
}

function stoppedText({ checks, stopped }: CheckReport): string {
  const t = textsIn('en');
  return `Blocked by: ${list(checks.filter(({ id }) => stopped.includes(id)).map((check) => checkName(t, check)))}.`;
}

/** What a rule placed, and how to confirm it where it blocks. */
const orderedText = ({ runId, ordered }: CheckReport): string[] =>
  ordered.map(({ rule, name, lists, blocks: blocked }) => {
    const placed = `As ordered: the rule "${name}" placed what a check would find in ${counted(lists, 'list')}.`;
    return blocked.length === 0
      ? placed
      : `${placed} It blocks by ${list(blocked)} until you confirm it: shelfwise check --run ${runId} --confirm ${rule}`;
  });

/** Number of profiles that a sentence names. */
const PROFILES_NAMED = 5;

/** " (profiles 3, 7, 12, …)"; empty without any. */
const someOf = (profiles: readonly string[]): string =>
  profiles.length === 0
    ? ''
    : ` (${profiles.length === 1 ? 'profile' : 'profiles'} ${profiles.slice(0, PROFILES_NAMED).join(', ')}${profiles.length > PROFILES_NAMED ? ', …' : ''})`;

/** What to do about a check that flags too many lists to read. */
function tooMany(
  { id, count: found, profiles, stricter, commonest }: CheckReport['checks'][number],
  lists: number,
): string[] {
  if (stricter === null && commonest === null) return [];
  const what = `${id} finds ${count(found ?? 0)} of ${counted(lists, 'list')}`;
  const title =
    commonest && `${what}: ${count(commonest.lists)} of them have ${nameOf(commonest)} (--title ${commonest.item}).`;
  const limit =
    stricter &&
    `${what}: with the limit ${count(stricter.limit)} it would find ${count(stricter.count)}${someOf(stricter.profiles)}; the others${someOf(leavingUnder(profiles, stricter.profiles))} stay in the sample of the rest.`;
  return [title, limit].filter((line) => line !== null);
}

/** @throws ShelfwiseError `not-found` for a rule that placed nothing that a check would find */
async function confirmRules(client: Client, { runId, ordered }: CheckReport, typed: readonly string[]): Promise<void> {
  const hashes = typed.map((id) => {
    const found = ordered.find(({ rule }) => rule === id);
    if (found === undefined) throw new ShelfwiseError('not-found', say('review.nothing-to-confirm', { rule: id }));
    return found.ruleSha256;
  });
  const { dataset } = await client.runs.get({ runId });
  const data = dataset.fingerprint;
  const { confirmed, revision } = await client.checks.settings({ data });
  await client.checks.set({ data, revision, confirmed: [...new Set([...confirmed, ...hashes])] });
}

export default defineCommand({
  name: 'check',
  group: 'Review and approve',
  summary: 'Look for what is odd among all lists of a run; a check that blocks a refresh ends it with status 8',
  inputs: {
    run: RUN_INPUT,
    ...CHECK_SETTING_INPUTS,
    confirm: {
      kind: 'texts',
      value: 'RULE',
      help: 'the ID of a rule: what it places is meant to be there, and blocks no more',
    },
    rules: RULES_INPUT,
    date: { ...DATE_INPUT, help: 'the day for which the lists are checked and rules are applied (default today)' },
  },
  examples: [
    'check --run rrt9psbyug',
    'check --run rrt9psbyug --stop age,series --limit one-series=6 --json',
    'check --run rrt9psbyug --rules none',
    'check --run rrt9psbyug --confirm pin-1',
  ],
  details: () =>
    [
      ...CHECK_IDS.map((id) => `${id}: ${textsIn('en')(`checks.help.${id}`)}`),
      '',
      'What is given here holds for this call; "checks" sets it for a data set.',
    ].join('\n'),
  async run(context, { run, rules, date, confirm, ...typed }) {
    const client = await context.client();
    const choice = await rulesInput(context, rules, { runId: run, date });
    const asked = { runId: run, settings: settingsTyped(typed), date: dayOf(date), ...choice };
    const found = await client.checks.run(asked);
    if (confirm.length > 0) await confirmRules(client, found, confirm);
    const report = confirm.length > 0 ? await client.checks.run(asked) : found;
    const counting = await countingRules(context, run, choice);
    return {
      json: { ...report, rules: toldRules(counting) },
      text: (terminal) =>
        blocks(
          `${counted(report.lists, 'list')} of the run ${report.runId}, checked for ${report.date}${report.since === null ? '' : `, compared with the run ${report.since}`}`,
          counting === null ? null : `Under the rules ${rulesWords(counting)}.`,
          checkTable(terminal, report),
          ...report.checks.flatMap((check) => tooMany(check, report.lists)),
          ...orderedText(report),
          report.stopped.length === 0 ? null : stoppedText(report),
        ),
      status: report.stopped.length === 0 ? 0 : STOPPED,
    };
  },
});
