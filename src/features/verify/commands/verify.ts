import type { Verdict, Verification } from '../../../shared/contract/run';
import { originOf } from '../../../shared/values/certificate-origin';
import { defineCommand } from '../../../cli/command';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { ON_INPUTS, verifiedOn } from '../../../cli/clusters';
import { verdictStatus } from '../../../cli/verdict-status';
import { longCall } from '../../../cli/context';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { decimals, duration } from '../../../cli/words';

export const VERDICT_WORDS: Record<Verdict, string> = {
  'identical-bits': 'identical bits',
  'identical-lists': 'identical lists',
  'same-metrics': 'same metrics',
  'cannot-tell': 'inconclusive here',
  different: 'different',
};

/** Where a certificate was made. */
export function whereText(certificate: Pick<Verification, 'origin' | 'verifiedAt'>): string {
  const { origin } = certificate;
  if (origin !== undefined) return `says cluster ${origin.cluster}`;
  return originOf(certificate) === 'here' ? 'this computer' : 'unknown, dated in the future';
}

const STYLES = {
  'identical-bits': 'green',
  'identical-lists': 'green',
  'same-metrics': 'yellow',
  'cannot-tell': 'yellow',
  different: 'red',
} as const;

const bothHashes = (recorded: string, repeated: string | undefined): string =>
  repeated === undefined || recorded === repeated ? recorded : `${recorded}, now ${repeated}`;

function describeVerification(terminal: Terminal, answer: Verification): string {
  const { recorded, repeated, firstDifferentEpoch } = answer;
  return blocks(
    `Verdict: ${terminal.style(STYLES[answer.verdict], VERDICT_WORDS[answer.verdict])}`,
    wrap(answer.cause, terminal.width).join('\n'),
    formatFacts(terminal, [
      ['run', answer.runId],
      ['where', whereText(answer)],
      ['weights', bothHashes(recorded.weightsSha256, repeated?.weightsSha256)],
      ['lists hash', bothHashes(recorded.listsSha256, repeated?.listsSha256)],
      ['score', `${decimals(recorded.metrics?.score)}, now ${decimals(repeated?.metrics?.score)}`],
      [
        'first difference',
        firstDifferentEpoch && `epoch ${firstDifferentEpoch.epoch} of the stage "${firstDifferentEpoch.stage}"`,
      ],
      ['time', duration(answer.seconds)],
    ]),
  );
}

export default defineCommand({
  name: 'verify',
  group: 'Train and judge',
  summary: 'Train a run again and say whether it came out the same, bit for bit',
  inputs: { run: RUN_ARGUMENT, ...ON_INPUTS },
  examples: ['verify rrt9psbyug', 'verify rrt9psbyug --on lab'],
  async run(context, { run, on, yes }) {
    const client = await context.client();
    const answer =
      on === undefined
        ? await longCall(context, (options) => client.runs.verify({ runId: run }, options))
        : await verifiedOn(context, client, { on, run, yes });
    return {
      json: answer,
      text: (terminal) => describeVerification(terminal, answer),
      status: verdictStatus(answer.verdict),
    };
  },
});
