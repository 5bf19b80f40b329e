import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import { longCall } from '../../../cli/context';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { counted, decimals, duration, ENGLISH, signed } from '../../../cli/words';
import type { PairedFigure } from '../../../shared/contract/paired';
import { verdictOf } from '../../../shared/words/paired-text';
import type { Condition } from '../contract/condition';
import { basisText, hurtsText, knownText, worthText } from '../contract/condition-text';

function describe(terminal: Terminal, { reason, measured, left, runId }: Condition): string {
  if (reason !== null) return ENGLISH.t(`condition.none.${reason}`);
  if (measured === null) {
    const { low, high } = left!.seconds;
    return wrap(
      `Not measured. --measure trains ${counted(left!.trainings, 'model')}, which takes about ${duration(low)} to ${duration(high)}: shelfwise condition ${runId} --measure`,
      terminal.width,
    ).join('\n');
  }
  const { worth, rows } = measured;
  const hurts = hurtsText(worth, ENGLISH);
  return blocks(
    wrap([worthText(worth, ENGLISH), ...(hurts === null ? [] : [hurts])].join(' '), terminal.width).join('\n'),
    formatTable(
      terminal,
      [
        { title: 'known' },
        { title: 'with', align: 'right' },
        { title: 'without', align: 'right' },
        { title: 'shuffled', align: 'right' },
      ],
      rows.map(({ known, with: own, without, shuffled }) => [
        knownText(known, ENGLISH),
        decimals(own),
        decimals(without.before),
        decimals(shuffled.before),
      ]),
    ),
    formatTable(
      terminal,
      [
        { title: 'known' },
        { title: 'against' },
        { title: 'difference', align: 'right' },
        { title: '95 % interval' },
        { title: 'which means' },
      ],
      rows.flatMap(({ known, without, shuffled }) => [
        [knownText(known, ENGLISH), 'none', ...against(without)],
        ['', 'shuffled', ...against(shuffled)],
      ]),
    ),
    basisText(measured, ENGLISH),
  );
}

const against = (figure: PairedFigure): string[] => [
  signed(figure.mean),
  `${signed(figure.low)} to ${signed(figure.high)}`,
  ENGLISH.t(`paired.${verdictOf(figure)}`),
];

export default defineCommand({
  name: 'condition',
  group: 'Train and judge',
  summary: 'Say what the attributes of profiles are worth to a run: with, without and shuffled, by the titles known',
  inputs: {
    run: RUN_ARGUMENT,
    measure: { kind: 'flag', help: 'train what is needed for it first, if that was never done' },
  },
  examples: ['condition rxvrv4t4ss', 'condition rxvrv4t4ss --measure'],
  details: () =>
    [
      'The recipe of the run is trained with its attributes, without them and with shuffled ones, each without a part of the profiles. Of these, 0, 1, 3 or 5',
      'titles are shown, or the whole history but for the titles that are to be found. What is found is kept with the run; a stopped measurement goes on.',
    ].join('\n'),
  async run(context, { run, measure }) {
    const client = await context.client();
    const told = measure
      ? await longCall(context, (options) => client.runs.measureCondition({ runId: run }, options))
      : await client.runs.condition({ runId: run });
    return { json: told, text: (terminal) => describe(terminal, told) };
  },
});
