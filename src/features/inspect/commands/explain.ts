import type { Explanation, ScorePart } from '../../../shared/contract/explanation';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { tellBrought } from '../../../cli/brought';
import { defineCommand } from '../../../cli/command';
import { blocks, formatTable } from '../../../cli/layout';
import { describeStandIn } from './stand-in';
import type { Terminal } from '../../../cli/terminal';
import { TITLE_QUESTION_INPUTS, titleQuestion } from './title-question';
import { singleLine } from '../../../cli/width';
import { decimals, list } from '../../../cli/words';

/** Number of history titles in the text; --json has all. */
const MOST_SHOWN = 15;

const signed = (value: number): string => `${value > 0 ? '+' : ''}${decimals(value, 3)}`;

/** Names of parts without an ID, and of the kind of thing for those with one. */
export const PART_NAMES: Record<ScorePart['kind'], string> = {
  base: 'everybody: no history, nothing known',
  history: 'the whole history',
  length: 'the length of the history',
  scale: 'adjustment to this profile',
  attribute: 'attribute',
  trend: 'what is watched at the moment',
  companion: 'companion',
  neighbours: 'profiles nearby',
  direction: 'latent directions',
  rule: 'rule',
  rest: 'rounding',
};

interface Row {
  readonly name: string;
  readonly value: number;
  /** Rank without the part, if it can be left out by itself. */
  readonly without: number | null;
}

function rowsOf({ parts, titles, attributes }: Explanation): { titles: Row[]; others: Row[] } {
  const all = parts.map((part): Row & Pick<ScorePart, 'kind' | 'id'> => {
    const title = part.kind === 'history' ? titles.find(({ item }) => item === part.id) : undefined;
    const attribute = part.kind === 'attribute' ? attributes.find(({ name }) => name === part.id) : undefined;
    return {
      ...part,
      name:
        title !== undefined
          ? (title.title ?? title.item)
          : [part.kind === 'attribute' && part.id !== null ? part.id : PART_NAMES[part.kind], attribute?.value ?? '']
              .join(' ')
              .trim(),
      without: (title ?? attribute)?.rank ?? null,
    };
  });
  const isTitle = ({ kind, id }: Pick<ScorePart, 'kind' | 'id'>): boolean => kind === 'history' && id !== null;
  return {
    titles: all.filter(isTitle).toSorted((left, right) => right.value - left.value),
    others: all.filter((part) => !isTitle(part) && part.kind !== 'rest' && part.kind !== 'rule'),
  };
}

function partTable(terminal: Terminal, left: string, rank: number, rows: readonly Row[]): string | null {
  if (rows.length === 0) return null;
  return formatTable(
    terminal,
    [
      { title: left, shrinkTo: 16 },
      { title: 'adds', align: 'right' },
      { title: 'rank without it', align: 'right' },
    ],
    rows.map(({ name, value, without }) => [
      singleLine(name),
      signed(value),
      without === null ? '' : without === rank ? `${without} (same)` : String(without),
    ]),
  );
}

function underRulesText({ underRules }: Explanation): string | null {
  if (underRules === null) return null;
  const { rank, rules } = underRules;
  const where = rank === null ? 'It is not in the list under the rules' : `Under the rules: rank ${rank}`;
  return rules.length === 0 ? `${where}.` : `${where}, moved by ${list(rules.map(({ name }) => singleLine(name)))}.`;
}

function describeExplanation(terminal: Terminal, told: Explanation): string {
  const { titles, others } = rowsOf(told);
  const strongest = titles.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST_SHOWN);
  const shown = titles.filter((title) => strongest.includes(title));
  const hidden = titles.length - shown.length;
  return blocks(
    `${terminal.style('bold', singleLine(told.title ?? told.item))}: rank ${told.rank}, score ${decimals(told.score, 3)}, for profile ${told.profile}`,
    singleLine(told.sentence.en),
    underRulesText(told),
    partTable(terminal, 'part of the score', told.rank, others),
    partTable(terminal, 'watched title', told.rank, shown),
    hidden > 0 ? terminal.style('dim', `… and ${hidden} more that add less: --json has all`) : null,
  );
}

export default defineCommand({
  name: 'explain',
  group: 'Look at profiles, titles and lists',
  summary: 'Say why a title is where it is in the list of a profile',
  inputs: TITLE_QUESTION_INPUTS,
  examples: ['explain --run rrt9psbyug --profile 196 --title 50'],
  details: () =>
    [
      'The score is taken apart: what everybody gets, and what each watched title, each attribute and each part that is mixed in adds to it.',
      'The parts sum to the score; below zero, they hold the title back. Beside them stands the rank that the title would have without each.',
      'A title that nobody has watched has no score of the model: it is told what it stands in for, and how much of that the profile watched.',
    ].join('\n'),
  async run(context, typed) {
    const client = await context.client();
    const { tuning, ...question } = await titleQuestion(context, typed);
    tellBrought(context, await client.runs.get({ runId: typed.run }));
    const standIn = await client.newTitles.explain(question);
    if (standIn !== null) {
      if (tuning !== undefined) throw new ShelfwiseError('usage', say('why.new-title-untuned'));
      return { json: standIn, text: (terminal) => describeStandIn(terminal, standIn) };
    }
    const told = await client.profiles.explain({ ...question, ...(tuning && { tuning }) });
    return { json: told, text: (terminal) => describeExplanation(terminal, told) };
  },
});
