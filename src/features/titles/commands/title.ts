import type { TitleView } from '../../../shared/contract/profiles';
import { RUN_INPUT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import { blocks, formatFacts, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { counted, decimals, list } from '../../../cli/words';

const RECEIVERS_SHOWN = 10;

function describeTitle(terminal: Terminal, view: TitleView): string {
  const receivers = view.receivers.slice(0, RECEIVERS_SHOWN);
  return blocks(
    terminal.style('bold', singleLine(view.title ?? view.item)),
    formatFacts(terminal, [
      ['ID', view.item],
      ...view.attributes.map(({ name, value }): [string, string] => [name, value ?? 'missing']),
      ['watched by', counted(view.popularity, 'profile')],
      ['recommended to', counted(view.recommended, 'profile')],
      ['mean rank', view.meanRank === null ? null : decimals(view.meanRank, 1)],
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

export default defineCommand({
  name: 'title',
  group: 'Look at profiles, titles and lists',
  summary: 'Show a title: what is known of it, who gets it in a run, and which titles are like it',
  inputs: { run: RUN_INPUT, title: { kind: 'text', required: true, value: 'ID', help: 'the title' } },
  examples: ['title --run rrt9psbyug --title 50'],
  async run(context, { run, title }) {
    const view = await (await context.client()).titles.open({ runId: run, item: title });
    return { json: view, text: (terminal) => describeTitle(terminal, view) };
  },
});
