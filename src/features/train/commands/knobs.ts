import { ShelfwiseError } from '../../../shared/errors';
import { describeRange } from '../../../shared/recipe/schema';
import { KNOB_NAMES, KNOBS, type KnobName } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { allowedWords } from '../../../shared/values/suggest';
import { defineCommand } from '../../../cli/command';
import { wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { say } from '../../../shared/words/sentence';

const groupOf = (name: KnobName): string => name.split('.')[0]!;
const GROUPS = [...new Set(KNOB_NAMES.map(groupOf))];

/** The knobs of a group, a single knob, or all. */
function select(typed: string | undefined): KnobName[] {
  if (typed === undefined) return KNOB_NAMES;
  const found = KNOB_NAMES.filter((name) => name === typed || groupOf(name) === typed);
  if (found.length > 0) return found;
  throw new ShelfwiseError('usage', [
    say('command-line.no-knob', { typed }),
    ...allowedWords(typed, [...GROUPS, ...KNOB_NAMES]),
  ]);
}

function describeKnob(terminal: Terminal, name: KnobName): string {
  const knob: Knob = KNOBS[name];
  const unit = 'unit' in knob && knob.unit !== undefined ? ` ${knob.unit}` : '';
  const models = knob.models === undefined ? '' : ` Read by ${knob.models.join(', ')}.`;
  const lines = wrap(`${knob.help.en} Takes ${describeRange(knob)}.${models}`, terminal.width - 4);
  return [
    `${terminal.style('bold', name)} = ${String(knob.default)}${terminal.style('dim', unit)}`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

export default defineCommand({
  name: 'knobs',
  group: 'Settings of a training',
  summary: 'Explain every knob of a recipe: its default, its range and what it does',
  inputs: {
    name: { kind: 'text', argument: true, value: 'KNOB or GROUP', help: `one knob, or a group: ${GROUPS.join(', ')}` },
  },
  examples: ['knobs', 'knobs noise', 'knobs optimiser.rate'],
  async run(_context, { name }) {
    const names = select(name);
    return {
      json: {
        knobs: names.map((knob) => ({
          name: knob,
          group: groupOf(knob),
          takes: describeRange(KNOBS[knob]),
          ...KNOBS[knob],
        })),
      },
      text: (terminal) => names.map((knob) => describeKnob(terminal, knob)).join('\n'),
    };
  },
});
