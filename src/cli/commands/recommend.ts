import type { Recommendation } from '../../shared/contract';
import { defineCommand } from '../command';
import { RUN_INPUT } from '../common-inputs';
import { besideEachOther, blocks } from '../layout';
import type { Terminal } from '../terminal';
import { counted, day, decimals } from '../words';
import { fit, pad, singleLine } from '../width';

const NARROWEST_COLUMN = 30;

const nameOf = (entry: { item: string; title: string | null }): string => singleLine(entry.title ?? entry.item);

/** One line of a column: fixed text on both sides, the title between them as wide as there is room. */
function entryLine(width: number, before: string, title: string, after: string): string {
  const room = width - before.length - after.length - 2;
  return `${before} ${pad(fit(title, room), room)} ${after}`;
}

function historyLines(terminal: Terminal, { history, items }: Recommendation, width: number): string[] {
  const shown = history.slice(0, Math.max(items.length - 1, 10));
  const lines = shown.map((entry) => {
    const before = entry.lastWatched === null ? ' ' : day(entry.lastWatched);
    return entryLine(width, before, nameOf(entry), entry.times > 1 ? `×${entry.times}` : '');
  });
  const rest = history.length - shown.length;
  return [
    terminal.style('bold', `Watched (${counted(history.length, 'title')}, latest first)`),
    ...(history.length === 0 ? ['nothing yet'] : lines),
    ...(rest > 0 ? [terminal.style('dim', `… and ${counted(rest, 'more title')}`)] : []),
  ];
}

function itemLines(terminal: Terminal, { items }: Recommendation, width: number): string[] {
  const lines = items.map((item) => {
    const score = decimals(item.score, 3);
    const line = entryLine(width, String(item.rank).padStart(3), nameOf(item), item.watched ? `seen ${score}` : score);
    return item.watched ? terminal.style('dim', line) : line;
  });
  return [terminal.style('bold', 'Recommended'), ...lines];
}

function describeRecommendation(terminal: Terminal, answer: Recommendation): string {
  const attributes = answer.attributes.map(({ name, value }) => `${name} ${value ?? 'unknown'}`);
  return blocks(
    [terminal.style('bold', `Profile ${answer.profile}`), ...attributes].map(singleLineKeepingStyle).join(' · '),
    besideEachOther(
      terminal,
      (width) => historyLines(terminal, answer, width),
      (width) => itemLines(terminal, answer, width),
      NARROWEST_COLUMN,
    ),
  );
}

const singleLineKeepingStyle = (text: string): string => (text.includes('\u001B[') ? text : singleLine(text));

export const recommendCommand = defineCommand({
  name: 'recommend',
  summary: 'Show what a run recommends to one profile, beside what that profile watched',
  inputs: {
    run: RUN_INPUT,
    profile: { kind: 'text', required: true, value: 'ID', help: 'the profile' },
    count: { kind: 'integer', value: 'N', minimum: 1, maximum: 1000, default: 25, help: 'how many titles' },
    includeWatched: { kind: 'flag', help: 'titles already watched may be in the list too' },
  },
  examples: [
    'recommend --run 20261124-101530-4f2a --profile 196',
    'recommend --run 2026 --profile 196 --count 10 --include-watched',
  ],
  async run(context, { run, profile, count, includeWatched }) {
    const client = await context.client();
    const answer = await client.recommend({ runId: run, profile, count, ...(includeWatched && { includeWatched }) });
    return { json: answer, text: (terminal) => describeRecommendation(terminal, answer) };
  },
});
