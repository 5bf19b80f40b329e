import type { UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { watchParent } from '../../../node/parent-process';
import { defineCommand, type Answer } from '../../../cli/command';
import { longCall } from '../../../cli/context';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { readUnit } from './units-shown';
import { verdictStatus } from '../../../cli/verdict-status';
import { decimals } from '../../../cli/words';

/** Printed for work without a unit, so that a script finds the state where it looks. */
const NOTHING = { state: 'failed', kind: null, runId: null, hashes: null } as const;

function describeUnit(terminal: Terminal, answer: UnitAnswer): string {
  const { state, runId, hashes, validation, metrics, verification, file } = answer;
  return blocks(
    `Unit ${terminal.style(state === 'done' ? 'green' : 'yellow', state)}`,
    formatFacts(terminal, [
      ['run', runId],
      ['verdict', verification && verification.verdict.replace('-', ' ')],
      ['validation', validation && decimals(validation.score)],
      ['score', metrics && decimals(metrics.score)],
      ['weights', hashes.weightsSha256],
      ['lists hash', hashes.listsSha256],
      ['file', file && `${file.path}, ${file.sha256}`],
    ]),
    verification === null ? null : wrap(verification.cause, terminal.width).join('\n'),
  );
}

export default defineCommand({
  name: 'work',
  group: 'This computer, and others',
  summary: 'Do one unit of work: begin it, go on with it, or say that it is done',
  inputs: {
    unit: { kind: 'text', argument: true, required: true, value: 'UNIT.json', help: 'the file of the unit' },
  },
  examples: ['work unit.json --json', 'work unit.json --workspace /data/shelfwise --json'],
  details: () =>
    [
      'A unit is a JSON object:',
      '  {"kind": "train", "data": FINGERPRINT, "recipe": PRESET or {knob: value}, "seed": N}',
      '      with "until": "validation" it pauses there, with the hold-out unseen;',
      '      with "until": "model" it leaves the lists to the next two',
      '  {"kind": "lists", "run": RUN, "part": K, "of": N}: the lists of a part of the profiles',
      '  {"kind": "join", "run": RUN, "of": N}: the lists of all parts, with the bytes of one computer',
      '  {"kind": "verify", "run": RUN}',
      '  {"kind": "compare", "data": FINGERPRINT, "model": MODEL, "split": "time" or "random", "seed": N}: a row of a leaderboard',
      '',
      'The same unit again in the same workspace finds its run: it goes on where a killed one was, and is done where it is done.',
      'The command ends when the process that started it ends, and its trainer with it.',
      'The state in the answer is done (status 0), stopped (5) or failed.',
    ].join('\n'),
  async run(context, { unit: file }): Promise<Answer> {
    watchParent(() => process.exit(5));
    try {
      const unit = await readUnit(context.resolve(file));
      const client = await context.client();
      const answer = await longCall(context, (options) => client.units.work({ unit }, options));
      const { problem, verification } = answer;
      return {
        json: answer,
        text: (terminal) => describeUnit(terminal, answer),
        ...(problem && { error: new ShelfwiseError(problem.code, problem.said ?? problem.message) }),
        status: verdictStatus(verification?.verdict),
      };
    } catch (thrown) {
      const error = toShelfwiseError(thrown);
      return { json: NOTHING, text: () => '', error };
    }
  },
});
