import type { Forgetting, ForgettingPlan } from '../../../shared/contract/privacy';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { DATA_INPUT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import { type Context, longCall } from '../../../cli/context';
import { resolveData } from '../../../cli/data';
import { blocks, wrap } from '../../../cli/layout';
import { PROFILE_KEY_INPUT, profileOfData } from '../../../cli/profile';
import { askYesNo, canAsk } from '../../../cli/question';
import { type Terminal, terminalOf } from '../../../cli/terminal';
import { count, counted, list, short } from '../../../cli/words';

/** Number of runs and files that the text names. */
const NAMED = 12;

const named = (things: readonly { id: string; name: string }[]): string =>
  list(things.slice(0, NAMED).map(({ id }) => (id.length > 20 ? short(id) : id))) +
  (things.length > NAMED ? ` and ${things.length - NAMED} more` : '');

const WHERE = {
  'run-name': 'the name of run',
  'run-note': 'the note on run',
  'profile-note': 'the note on profile',
  'segment-name': 'the name of the segment',
  'tuning-name': 'the name of the tuning',
  'aim-name': 'the name of the aim',
  'rule-name': 'the name of the rule',
  'check-name': 'the name of the check',
  label: 'a label of',
  owner: 'who takes care of profile',
  'queued-run': 'the name of the waiting run',
  'file-name': 'the name of the file or folder',
} as const satisfies Record<ForgettingPlan['mentions'][number]['where'], string>;

const GOES = {
  approval: 'a sentence in the approval of run',
  exports: 'names in the records of exports of run',
  refreshes: 'names in the record of the refresh of',
  audit: 'the entry of the audit log of',
  notes: 'sentences in earlier versions of the note on profile',
  segments: 'the segment',
  tunings: 'the tuning',
  aims: 'the aim',
  rules: 'the rule',
  checks: 'the check',
  labels: 'the label of',
} as const satisfies Record<ForgettingPlan['goes'][number]['where'], string>;

/** What will happen. */
function planLines({ profile, datasets, runs, trash, withModels, goes }: ForgettingPlan): string[] {
  return [
    datasets.length === 1
      ? `Forgetting profile ${profile} replaces 1 data set (${named(datasets)}) by one without it.`
      : `Forgetting profile ${profile} replaces ${count(datasets.length)} data sets (${named(datasets)}) by ones without it.`,
    runs.length === 0 ? 'No run was trained on it.' : `${runsLine(runs)} ${modelsLine(runs.length, withModels)}`,
    ...(trash === 0 ? [] : [trashLine(trash)]),
    'Notes, review marks, segments and entries of the audit log about it are removed, and the texts of all rows with issues, which may hold its ID. Runs lose the names of titles that only it watched. There is no way back.',
    ...(goes.length === 0
      ? []
      : [
          `What mentions the ID, or a value or title that only it has, is removed or loses that part: ${places(goes.map(({ where, id }) => `${GOES[where]} ${id}`))}.`,
        ]),
  ];
}

const runsLine = (runs: ForgettingPlan['runs']): string =>
  runs.length === 1
    ? `1 run loses its lists and can no longer be verified: ${named(runs)}.`
    : `${count(runs.length)} runs lose their lists and can no longer be verified: ${named(runs)}.`;

function modelsLine(runs: number, withModels: boolean): string {
  if (withModels) return runs === 1 ? 'Its model is removed too.' : 'Their models are removed too.';
  return runs === 1
    ? 'Its model stays, and still carries the influence of the profile; --with-models removes it too. A model that consists of the histories themselves is always removed.'
    : 'Their models stay, and still carry the influence of the profile; --with-models removes them too. Models that consist of the histories themselves are always removed.';
}

const trashLine = (things: number): string =>
  things === 1
    ? '1 thing in the trash is removed for good.'
    : `${count(things)} things in the trash are removed for good.`;

/** What the user has to do, because no program can. */
function remainingLines(plan: ForgettingPlan): string[] {
  const { folders, runs, others, otherRuns, unknown, mentions, doubtful, exported, profile } = plan;
  return [
    folders.length === 0
      ? 'The data came in a bundle. Its author still has the profile.'
      : `Your own files in ${folders.join(' and ')} are never changed, and may still hold the profile; the next import leaves it out.`,
    ...(others.length === 0
      ? []
      : [`A profile ${profile} is also in data of other folders, which stays: ${named(others)}.`]),
    ...(otherRuns.length === 0
      ? []
      : [
          `Runs of data that is gone know a profile ${profile} too, and stay: ${named(otherRuns)}. If it is the same person, delete them yourself.`,
        ]),
    ...(unknown.length === 0
      ? []
      : [
          `These data sets or runs may hold the profile: they cannot be read, or their IDs are of another kind (pseudonyms). They stay: ${named(unknown)}.`,
        ]),
    ...(exported.length === 0
      ? []
      : [`Files that were written may hold it; delete them yourself: ${places(exported)}.`]),
    ...(runs.length === 0
      ? []
      : [
          'Copies of such files are not noted, nor are bundles with data (.shelfwise), reports (.html), maps and files of kept export that version 1.0 wrote: look for them.',
        ]),
    ...(mentions.length === 0 ? [] : [mentionsLine(mentions)]),
    ...doubtLines(doubtful),
  ];
}

const PLACES = { ...WHERE, ...GOES, search: 'the search of' } as const;

/** Places that only a person can judge, one a line. */
function doubtLines(doubtful: ForgettingPlan['doubtful']): string[] {
  if (doubtful.length === 0) return [];
  const further = doubtful.length - NAMED;
  return [
    'These may mean the profile, in another spelling or by chance. Nobody but you can tell, so they stay; look at each, and change it yourself:',
    ...doubtful.slice(0, NAMED).map(({ where, id, around, more }) => {
      const others = more === 0 ? '' : `, and ${counted(more, 'more place')} in it`;
      return `- ${PLACES[where]} ${id}: "${around}"${others}`;
    }),
    ...(further > 0 ? [`- and ${count(further)} more, which --json names.`] : []),
  ];
}

function mentionsLine(mentions: ForgettingPlan['mentions']): string {
  const where = places(mentions.map((one) => `${WHERE[one.where]} ${one.id}`));
  return mentions.length === 1
    ? `The ID is mentioned in ${where}, which stays: change it yourself.`
    : `The ID is mentioned in ${where}, which stay: change them yourself.`;
}

const places = (all: readonly string[]): string =>
  list(all.slice(0, NAMED)) + (all.length > NAMED ? ` and ${all.length - NAMED} more` : '');

function doneLines({ replaced, removed, runs }: Forgetting): string[] {
  const made = replaced.map(({ before, after }) =>
    after === null
      ? `${short(before)} was removed: no history was left.`
      : after === before
        ? `${short(before)} was rewritten.`
        : `${short(after)} took the place of ${short(before)}.`,
  );
  return [
    made.join(' '),
    `Removed: ${list([
      counted(removed.events, 'event'),
      counted(removed.items, 'title that no other profile watched', 'titles that no other profile watched'),
      counted(removed.texts, 'text of a row', 'texts of rows'),
      counted(removed.notes, 'note'),
      counted(removed.reviews, 'review mark'),
      counted(removed.segments, 'segment'),
      counted(removed.files, 'private file of runs', 'private files of runs'),
      counted(removed.models, 'model'),
    ])}.`,
    ...(runs.length === 0 ? [] : [unverifiableLine(runs)]),
  ];
}

const unverifiableLine = (runs: Forgetting['runs']): string =>
  runs.length === 1
    ? `1 run can no longer be verified: ${named(runs)}.`
    : `${count(runs.length)} runs can no longer be verified: ${named(runs)}.`;

const paragraphs = (terminal: Terminal, lines: readonly string[]): string =>
  lines.flatMap((line) => wrap(line, terminal.width)).join('\n');

/** Does not read an imported folder again only to forget a profile in it. */
async function dataOf(context: Context, typed: string): Promise<string> {
  const folder = context.resolve(typed);
  const known = (await (await context.client()).datasets.list()).find((dataset) => dataset.folder === folder);
  return (known ?? (await resolveData(context, typed))).fingerprint;
}

/** @throws ShelfwiseError if the answer is no, or there is no terminal to ask */
async function confirm(context: Context, plan: ForgettingPlan): Promise<void> {
  if (context.wantsJson || !canAsk()) throw new ShelfwiseError('usage', say('forget.no-consent'));
  const lines = [...planLines(plan), ...remainingLines(plan)];
  context.reporter.show(`${paragraphs(terminalOf(process.stderr), lines)}\n`);
  if (!(await askYesNo(context, 'Forget it?'))) throw new ShelfwiseError('stopped', say('forget.nothing'));
}

export default defineCommand({
  name: 'forget',
  group: 'Carry, delete and restore',
  summary: 'Remove a profile from everything in the workspace, and keep it out of later imports',
  inputs: {
    profile: { kind: 'text', argument: true, required: true, value: 'PROFILE', help: 'the ID of the profile' },
    data: DATA_INPUT,
    key: PROFILE_KEY_INPUT,
    withModels: { kind: 'flag', help: 'also remove the models of runs that were trained on it' },
    dryRun: { kind: 'flag', help: 'only say what would happen' },
    yes: { kind: 'flag', help: 'do not ask' },
  },
  examples: [
    'forget 196 --data 3f2a9c10 --dry-run',
    'forget 196 --data 3f2a9c10 --yes',
    'forget 196 --data 3f2a9c10 --key ~/keys/my-data.key',
  ],
  async run(context, { profile: typed, data, key, withModels, dryRun, yes }) {
    const client = await context.client();
    const fingerprint = await dataOf(context, data);
    const profile = await profileOfData(context, fingerprint, typed, key);
    const request = { data: fingerprint, profile, withModels };
    const plan = await client.privacy.planForgetting(request);
    if (dryRun)
      return {
        json: plan,
        text: (terminal) => blocks(paragraphs(terminal, planLines(plan)), paragraphs(terminal, remainingLines(plan))),
      };
    if (!yes) await confirm(context, plan);
    const done = await longCall(context, () => client.privacy.forget(request));
    return {
      json: done,
      text: (terminal) => blocks(paragraphs(terminal, doneLines(done)), paragraphs(terminal, remainingLines(done))),
    };
  },
});
