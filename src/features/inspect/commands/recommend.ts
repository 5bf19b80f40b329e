import { NEUTRAL_TUNING, type TunedItem, type TunedList, tuningSchema } from '../../../shared/contract/tuning';
import type { ProfileView } from '../../../shared/contract/recommendation';
import { LIST_LENGTH } from '../../../shared/limits';
import { MOST_PLACES } from '../contract/limits';
import { defineCommand } from '../../../cli/command';
import { tellBrought } from '../../../cli/brought';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { besideEachOther, blocks, wrap } from '../../../cli/layout';
import { PROFILE_INPUT, PROFILE_KEY_INPUT, profileOfRun } from '../../../cli/profile';
import type { Terminal } from '../../../cli/terminal';
import { DATE_INPUT, RULES_INPUT, rulesInput } from '../../../cli/rules';
import { TUNE_INPUT, tuningNamed } from '../../../cli/tunings';
import { counted, day, decimals } from '../../../cli/words';
import { fit, pad, singleLine } from '../../../cli/width';

const NARROWEST_COLUMN = 30;

type ProfileWithList = ProfileView & TunedList;

const nameOf = (entry: { item: string; title: string | null }): string => singleLine(entry.title ?? entry.item);

/** One line of a column: fixed text on both sides, with the title between as wide as possible. */
function entryLine(width: number, before: string, title: string, after: string): string {
  const room = width - before.length - after.length - 2;
  return `${before} ${pad(fit(title, room), room)} ${after}`;
}

function historyLines(
  terminal: Terminal,
  { history, items, hidden: hiddenItems }: ProfileWithList,
  width: number,
): string[] {
  const hidden = new Set(hiddenItems);
  const shown = history.slice(0, Math.max(items.length - 1, 10));
  const lines = shown.map((entry) => {
    const before = entry.lastWatched === null ? ' ' : day(entry.lastWatched);
    const after = [hidden.has(entry.item) ? 'hidden' : '', entry.times > 1 ? `×${entry.times}` : ''];
    return entryLine(width, before, nameOf(entry), after.filter((text) => text !== '').join(' '));
  });
  const rest = history.length - shown.length;
  return [
    terminal.style('bold', `Watched (${counted(history.length, 'title')}, latest first)`),
    ...(history.length === 0 ? ['nothing yet'] : lines),
    ...(rest > 0 ? [terminal.style('dim', `… and ${counted(rest, 'more title')}`)] : []),
  ];
}

/** How a rank moved. */
function moveOf(item: TunedItem): string {
  if (item.before === null) return ' new';
  const up = item.before - item.rank;
  return up === 0 ? '   =' : `${up > 0 ? '↑' : '↓'}${Math.abs(up)}`.padStart(4);
}

function itemLines(terminal: Terminal, { items, rules }: TunedList, showsMoves: boolean, width: number): string[] {
  const lines = items.map((item) => {
    const score = item.score === null ? 'no score' : decimals(item.score, 3);
    const by = item.rules.map(({ name }) => singleLine(name)).join(', ');
    const line = entryLine(
      width,
      `${String(item.rank).padStart(3)}${showsMoves ? moveOf(item) : ''}`,
      nameOf(item),
      [fit(by, Math.floor(width / 3)), item.watched ? 'seen' : '', score].filter((text) => text !== '').join(' '),
    );
    return item.watched ? terminal.style('dim', line) : line;
  });
  return [terminal.style('bold', rules === null ? 'Recommended' : 'Recommended, with the rules'), ...lines];
}

/** Which rules count, and what they took out of the first titles of the model. */
function ruleLines(terminal: Terminal, { rules, out }: TunedList): string | null {
  if (rules === null) return null;
  const names = rules.names.length === 0 ? 'none applies' : rules.names.map(singleLine).join(', ');
  const outBy = ({ ranked, rules: by }: TunedList['out'][number]): string =>
    by.length === 0
      ? `was ${ranked}, gave way`
      : `was ${ranked}, by ${by.map(({ name }) => singleLine(name)).join(', ')}`;
  return [
    `Rules on ${rules.date}: ${names}. --rules none shows the list as the model ranks.`,
    ...(out.length === 0 ? [] : [`Taken out: ${out.map((title) => `${nameOf(title)} (${outBy(title)})`).join('; ')}`]),
  ]
    .flatMap((line) => wrap(line, terminal.width))
    .join('\n');
}

function tuningLines(terminal: Terminal, { gone, hidden, neutral, against }: TunedList): string {
  return [
    ...(neutral && against === null ? ['This tuning is neutral: it changes nothing.'] : []),
    ...(against === null ? [] : [`Compared with the list of run ${against.runId}.`]),
    ...(against?.sameData === false ? ['That run was trained on other data: profiles and titles may differ.'] : []),
    ...(hidden.length > 0 ? [`Hidden from the model: ${counted(hidden.length, 'title')} of the history.`] : []),
    ...(gone.length > 0
      ? [singleLine(`Gone: ${gone.map((item) => `${nameOf(item)} (was ${item.before})`).join(', ')}`)]
      : []),
  ]
    .flatMap((line) => wrap(line, terminal.width))
    .join('\n');
}

function describeRecommendation(terminal: Terminal, answer: ProfileWithList, showsMoves: boolean): string {
  const attributes = answer.attributes.map(({ name, value }) => `${name} ${value ?? 'unknown'}`);
  return blocks(
    [terminal.style('bold', singleLine(`Profile ${answer.profile}`)), ...attributes.map(singleLine)].join(' · '),
    besideEachOther(
      terminal,
      (width) => historyLines(terminal, answer, width),
      (width) => itemLines(terminal, answer, showsMoves, width),
      NARROWEST_COLUMN,
    ),
  );
}

export default defineCommand({
  name: 'recommend',
  group: 'Look at profiles, titles and lists',
  summary: 'Show what a run recommends to one profile, beside what that profile watched',
  inputs: {
    run: RUN_INPUT,
    profile: PROFILE_INPUT,
    count: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: MOST_PLACES,
      default: LIST_LENGTH,
      help: 'how many titles',
    },
    tune: TUNE_INPUT,
    against: { kind: 'text', value: 'RUN', help: 'another run: what moved against its list' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
    key: PROFILE_KEY_INPUT,
    includeWatched: { kind: 'flag', help: 'titles already watched may be in the list too' },
  },
  examples: [
    'recommend --run rrt9psbyug --profile 196',
    'recommend --run rrt9 --profile 196 --count 10 --include-watched',
    'recommend --run rrt9 --profile 196 --tune my-tuning.json',
    'recommend --run rrt9 --profile 196 --rules none',
    'recommend --run rrt9psbyug --against rk3m8wqp2d --profile 196',
  ],
  details: () =>
    [
      'The list is the one that an export has: under the rules that apply, with new titles at their places. Each place that a rule made has its name.',
      'Under rules a list has at most 25 places, whatever --count says. --rules none shows the list as the model ranks.',
    ].join('\n'),
  async run(context, { run, profile: typed, count, includeWatched, tune, against, rules, date, key }) {
    const client = await context.client();
    const profile = await profileOfRun(context, run, typed, key);
    const found = await client.runs.get({ runId: run });
    const { dataset, brought } = found;
    tellBrought(context, found);
    const read = tune === undefined ? NEUTRAL_TUNING : await tuningNamed(context, tune, dataset.fingerprint);
    const known = await client.profiles.open({ data: dataset.fingerprint, profile });
    const tuning = tuningSchema.parse({ ...read, ...(includeWatched && { watched: 'include' }) });
    const tuned = await client.lists.show({
      runId: run,
      profile,
      tuning,
      count,
      ...(against && { against }),
      ...(await rulesInput(context, rules, { runId: run, date })),
    });
    const answer = { ...known, ...tuned, ...(brought && { brought }) };
    const isChanged = tune !== undefined || against !== undefined;
    return {
      json: answer,
      text: (terminal) =>
        blocks(
          describeRecommendation(terminal, answer, isChanged),
          ...(isChanged ? [tuningLines(terminal, answer)] : []),
          ruleLines(terminal, answer),
        ),
    };
  },
});
