import type { NewTitlesOfRun, NewTitlesVerdict } from '../contract/new-titles';
import { ShelfwiseError } from '../../../shared/errors';
import { LIST_LENGTH } from '../../../shared/limits';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { figureText } from '../../../shared/words/paired-text';
import { defineCommand } from '../../../cli/command';
import { blocks, formatFacts, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { count as counting, counted, ENGLISH, list } from '../../../cli/words';
import { say } from '../../../shared/words/sentence';

/** Number of new titles in the text; --json has all. */
const MOST_SHOWN = 20;
/** Number of shared words per title. */
const MOST_SHARED = 2;

type NewTitle = NewTitlesOfRun['titles'][number];

const nameOf = ({ item, title }: { item: string; title: string | null }): string => singleLine(title ?? item);

function standsBeside({ after, like }: NewTitle): string {
  if (after !== null) return `follows ${nameOf(after)}`;
  const [nearest] = like;
  if (nearest === undefined) return '';
  const shared = nearest.shared.slice(0, MOST_SHARED).map(({ value }) => value);
  return `like ${nameOf(nearest)} (${shared.join(', ')})`;
}

function describeTitles(terminal: Terminal, { titles, standNowhere }: NewTitlesOfRun): string {
  if (titles.length + standNowhere.length === 0)
    return 'Every title of the data was watched: there is no title without viewings.';
  const shown = titles.slice(0, MOST_SHOWN);
  return blocks(
    `${counted(titles.length, 'title')} without viewings can come into lists by a rule of the kind new-titles`,
    shown.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: 'ID' },
            { title: 'title', shrinkTo: 12 },
            { title: 'stands in for', shrinkTo: 16 },
            { title: 'profiles', align: 'right' },
          ],
          shown.map((title) => [title.item, nameOf(title), standsBeside(title), counting(title.profiles)]),
        ),
    titles.length > shown.length ? `… and ${counting(titles.length - shown.length)} more: --json has all.` : null,
    standNowhere.length === 0
      ? null
      : wrap(
          `${counted(standNowhere.length, 'title')} can come into no list, because nothing that is known of them is true of a title with viewings: ${list(standNowhere.slice(0, 5).map(({ item }) => item))}${standNowhere.length > 5 ? ', …' : ''}.`,
          terminal.width,
        ).join('\n'),
  );
}

function describeVerdict(terminal: Terminal, verdict: NewTitlesVerdict | null): string {
  if (verdict === null)
    return 'It cannot be judged: this run kept no lists of its hold-out, or no test profile watched a title there that was new.';
  const { count, place, titles, watched, viewings, found, places, gain } = verdict;
  return blocks(
    formatFacts(terminal, [
      ['places', `up to ${count}, ${place === null ? 'at the end of the list' : `from place ${place} on`}`],
      ['new titles', `${counting(titles)} that nobody had watched before the hold-out`],
      ['watched then', `${counting(watched)} of them, in ${counted(viewings, 'viewing')} by test profiles`],
      [
        'found',
        `${counting(found)} of these viewings, by ${counted(places, 'place')} in ${counted(gain.profiles, 'list')}`,
      ],
      ['score', `with them ${figureText(gain, ENGLISH)}`],
    ]),
  );
}

export default defineCommand({
  name: 'new-titles',
  group: 'Tune lists and set rules',
  summary: 'List the titles that nobody has watched yet and those that each stands in for; judge them on the hold-out',
  inputs: {
    run: RUN_INPUT,
    judge: { kind: 'flag', help: 'what places for new titles are worth on the hold-out, beside leaving them out' },
    places: {
      kind: 'integer',
      value: 'N',
      minimum: 1,
      maximum: LIST_LENGTH,
      help: 'with --judge: places of a list for new titles (default 3)',
    },
    from: {
      kind: 'integer',
      value: 'PLACE',
      minimum: 1,
      maximum: LIST_LENGTH,
      help: 'with --judge: the first of these places; the last ones of the list without it',
    },
  },
  examples: ['new-titles --run rrt9psbyug', 'new-titles --run rrt9psbyug --judge --places 3'],
  details: () =>
    [
      'No model can recommend a title that nobody has watched. By a rule of the kind new-titles it stands in for the titles that are nearest to',
      'it by the metadata, in the lists of those who watched these; a later episode only in the lists of those who watched the one before.',
      '"rules add FILE" adds such a rule: { "id": "new", "name": "New titles", "kind": "new-titles", "count": 3 }.',
    ].join('\n'),
  async run(context, { run, judge, places, from }) {
    const client = await context.client();
    if (!judge) {
      if (places !== undefined || from !== undefined)
        throw new ShelfwiseError(
          'usage',
          say('command-line.goes-with', { option: places === undefined ? '--from' : '--places', other: '--judge' }),
        );
      const told = await client.newTitles.list({ runId: run });
      return { json: told, text: (terminal) => describeTitles(terminal, told) };
    }
    const verdict = await client.newTitles.judge({
      runId: run,
      ...(places !== undefined && { count: places }),
      ...(from !== undefined && { place: from }),
    });
    return { json: { verdict }, text: (terminal) => describeVerdict(terminal, verdict) };
  },
});
