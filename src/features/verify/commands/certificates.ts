import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { formatTable } from '../../../cli/layout';
import { duration, minute } from '../../../cli/words';
import { VERDICT_WORDS, whereText } from './verify';

export default defineCommand({
  name: 'certificates',
  group: 'Train and judge',
  summary: 'List the results of verifying a run; save one as a file',
  inputs: {
    run: RUN_ARGUMENT,
    save: { kind: 'text', value: 'FILE', help: 'save the latest, or the one of --at' },
    at: { kind: 'text', value: 'TIME', help: 'with --save: the beginning of its time, as in the list of --json' },
  },
  examples: ['certificates rxvrv4t4ss', 'certificates rxvrv4t4ss --save verified.json'],
  async run(context, { run, save, at = '' }) {
    const client = await context.client();
    const certificates = await client.runs.certificates({ runId: run });
    if (save !== undefined) {
      const wanted = certificates.find(({ verifiedAt }) => verifiedAt.startsWith(at));
      if (wanted === undefined && certificates.length > 0)
        throw new ShelfwiseError('not-found', say('verify.no-certificate-at', { run, at }));
      const out = context.resolve(save);
      const saved = await client.runs.saveCertificate({ runId: run, verifiedAt: wanted?.verifiedAt ?? at, out });
      return { json: saved, text: () => `Saved to\n${saved.path}` };
    }
    return {
      json: { certificates },
      text: (terminal) =>
        certificates.length === 0
          ? 'This run was never verified.'
          : formatTable(
              terminal,
              [
                { title: 'when (UTC)' },
                { title: 'verdict' },
                { title: 'where' },
                { title: 'time', align: 'right' },
                { title: 'cause', shrinkTo: 20 },
              ],
              certificates.map(({ verifiedAt, verdict, seconds, cause, origin }) => [
                minute(verifiedAt),
                VERDICT_WORDS[verdict],
                whereText({ verifiedAt, origin }),
                duration(seconds),
                cause,
              ]),
            ),
    };
  },
});
