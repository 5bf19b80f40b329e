import type { Dataset } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import type { Client } from '../../../cli/context';
import { DATE_INPUT, RULES_INPUT, rulesInput } from '../../../cli/rules';
import { segmentNamed } from '../../../cli/segments';
import { blocks, formatFacts, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { unitsOf } from '../../../cli/units';
import { counted, decimals, list } from '../../../cli/words';
import { TITLE_FIGURE_NAMES, TITLE_FIGURES, type TitleFigure } from '../contract/figures';
import type { TitleView } from '../contract/title';
import { describeAudience, type ToldAudience } from './audience-text';

const RECEIVERS_SHOWN = 10;

function describeFigure(figure: TitleFigure, value: number | null): [string, string | null] {
  const { name, unit } = TITLE_FIGURES[figure];
  const text = value === null ? null : unit === 'profiles' ? counted(value, 'profile') : decimals(value, 1);
  return [name.en.toLowerCase(), text];
}

function describeTitle(terminal: Terminal, view: TitleView, dataset: Dataset): string {
  const { numbers } = unitsOf(dataset);
  const valueOf = ({ name, value }: TitleView['attributes'][number]): string =>
    value === null ? 'missing' : isNumeric(dataset, name) ? numbers(name, [Number(value)]) : value;
  const receivers = view.receivers.slice(0, RECEIVERS_SHOWN);
  return blocks(
    terminal.style('bold', singleLine(view.title ?? view.item)),
    formatFacts(terminal, [
      ['ID', view.item],
      ...view.attributes.map((one): [string, string] => [one.name, valueOf(one)]),
      ...TITLE_FIGURE_NAMES.map((figure) => describeFigure(figure, view[figure])),
      ['best ranks', list(receivers.map(({ profile, rank }) => `${profile} (${rank})`))],
    ]),
    view.similar.length === 0
      ? null
      : formatTable(
          terminal,
          [{ title: 'similar title', shrinkTo: 16 }, { title: 'ID' }, { title: 'similarity', align: 'right' }],
          view.similar.map(({ item, title, similarity }) => [title ?? item, item, decimals(similarity, 2)]),
        ),
  );
}

const isNumeric = ({ itemAttributes }: Dataset, attribute: string): boolean =>
  itemAttributes.some(({ name, kind }) => name === attribute && kind === 'numeric');

export default defineCommand({
  name: 'title',
  group: 'Look at profiles, titles and lists',
  summary: 'Show a title: what is known of it, who gets it in a run and why, and which titles are like it',
  inputs: {
    run: RUN_INPUT,
    title: { kind: 'texts', value: 'ID', help: 'the title; with --audience several, asked about as one' },
    series: { kind: 'texts', value: 'NAME', help: 'with --audience: all titles of this series, without the episode' },
    audience: { kind: 'flag', help: 'to whom it is recommended, at which places and why, or whom it would suit' },
    reach: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: 1e9,
      help: 'with --audience: what it would take for N profiles to get it, and what that costs',
    },
    reachSegment: { kind: 'text', value: 'NAME', help: 'the same for all profiles of this segment' },
    rules: RULES_INPUT,
    date: DATE_INPUT,
  },
  examples: [
    'title --run rrt9psbyug --title 50',
    'title --run rrt9psbyug --title 50 --audience --reach 200',
    'title --run rrt9psbyug --series "Otter Bay" --audience --reach-segment small --json',
  ],
  details: () =>
    [
      'Lists are those that an export has: under the rules that apply. Why is told by the parts of the scores of those who get it, on average over',
      'all of them or over a sample that is named. A title that nobody has watched yet suits those who watched the titles most like it, or the',
      'episode before; how often places for such titles were watched on the hold-out says how sure that is.',
    ].join('\n'),
  async run(context, { run, title, series, audience, reach, reachSegment, rules, date }) {
    const client = await context.client();
    const choice = await rulesInput(context, rules, { runId: run, date });
    const record = await client.runs.get({ runId: run });
    if (title.length > 0 === series.length > 0) throw new ShelfwiseError('usage', say('titles.which-title'));
    if (!audience) {
      const option = reach !== undefined ? '--reach' : reachSegment !== undefined ? '--reach-segment' : null;
      if (option !== null) throw new ShelfwiseError('usage', say('titles.only-with-audience', { option }));
      const [item] = title;
      if (item === undefined || title.length > 1) throw new ShelfwiseError('usage', say('titles.one-title'));
      const view = await client.titles.open({ runId: run, item, ...choice });
      const dataset = await client.datasets.get({ fingerprint: record.dataset.fingerprint });
      return { json: view, text: (terminal) => describeTitle(terminal, view, dataset) };
    }
    const titles = { ...(title.length > 0 && { ids: title }), ...(series.length > 0 && { series }) };
    const asked = { runId: run, titles, ...choice };
    const goal =
      reachSegment !== undefined
        ? { segment: await segmentOf(client, run, reachSegment) }
        : reach !== undefined
          ? { profiles: reach }
          : null;
    const answer = await client.titles.audience(asked);
    const told: ToldAudience = {
      audience: answer,
      why: answer.recommended === 0 ? null : await client.titles.audienceWhy(asked),
      sure: answer.suits === null ? null : await client.newTitles.judge({ runId: run, count: 1 }),
      reach: goal === null ? null : await client.titles.reach({ ...asked, goal }),
    };
    return { json: told, text: (terminal) => describeAudience(terminal, told) };
  },
});

async function segmentOf(client: Client, runId: string, name: string): Promise<string> {
  const { dataset } = await client.runs.get({ runId });
  return (await segmentNamed(client, dataset.fingerprint, name)).id;
}
