import { defineCommand } from '../command';
import { counted, short } from '../words';

export const openCommand = defineCommand({
  name: 'open',
  summary: 'Take a bundle into the workspace and check every hash in it',
  inputs: {
    file: { kind: 'text', argument: true, required: true, value: 'FILE', help: 'a file that "bundle" wrote' },
  },
  examples: ['open run.shelfwise'],
  async run(context, { file }) {
    const client = await context.client();
    const answer = await client.runs.open({ file: context.resolve(file) });
    const data = answer.withData
      ? `its data set ${short(answer.fingerprint)} came with it`
      : `its data set ${short(answer.fingerprint)} is not in it; to verify, import that data first`;
    const next = answer.withData ? `verify ${answer.runId}` : `show ${answer.runId}`;
    return {
      json: answer,
      text: () =>
        `Opened run ${answer.runId}: ${counted(answer.checkedFiles, 'file')} checked, ${data}.\nNext: shelfwise ${next}`,
    };
  },
});
