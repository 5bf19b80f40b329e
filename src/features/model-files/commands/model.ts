import { defineCommand } from '../../../cli/command';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { formatFacts } from '../../../cli/layout';

export default defineCommand({
  name: 'model',
  group: 'Export',
  summary: 'Write the model of a run for other programs: ONNX, safetensors, its inputs and a model card',
  inputs: {
    run: RUN_ARGUMENT,
    out: { kind: 'text', required: true, value: 'FOLDER', help: 'where to write it: a folder that is not there yet' },
  },
  examples: ['model rrt9psbyug --out model'],
  details: () =>
    [
      'The folder has no profile, history or list in it. What its scores hold, and what they leave out, is in its',
      'README.md. A run whose scores ONNX cannot give is refused with the reason.',
    ].join('\n'),
  async run(context, { run, out }) {
    const client = await context.client();
    const saved = await client.runs.saveModel({ runId: run, out: context.resolve(out) });
    return {
      json: saved,
      text: (terminal) =>
        `${formatFacts(
          terminal,
          saved.files.map(({ name, sha256 }) => [name, sha256] as const),
        )}\n${saved.path}`,
    };
  },
});
