import { DEFAULT_REPORT_EXAMPLES, MOST_REPORT_EXAMPLES } from '../contract/limits';
import { defineCommand } from '../../../cli/command';
import { OUT_INPUT, RUN_INPUT } from '../../../cli/common-inputs';
import { formatFacts } from '../../../cli/layout';

export default defineCommand({
  name: 'report',
  group: 'Export',
  summary: 'Write a run as one page to print and sign, as a file of HTML',
  inputs: {
    run: RUN_INPUT,
    out: OUT_INPUT,
    language: { kind: 'choice', value: 'LANGUAGE', choices: ['en', 'ko'], default: 'en', help: 'of the page' },
    since: {
      kind: 'text',
      value: 'RUN',
      help: 'the run since which it tells what changed in the lists, or none (default: the one that this run was made from)',
    },
    examples: {
      kind: 'integer',
      value: 'N',
      minimum: 0,
      maximum: MOST_REPORT_EXAMPLES,
      default: DEFAULT_REPORT_EXAMPLES,
      help: 'profiles shown as examples, drawn by the seed of the run; with 0 no single profile is shown',
    },
  },
  examples: [
    'report --run rrt9psbyug --out report.html',
    'report --run rrt9 --out report.html --language ko --examples 0',
  ],
  details: () =>
    [
      'The file needs nothing else: any browser opens it without a network, prints it and saves it as PDF.',
      'It shows histories of the profiles that it names. Treat it like the data, or write it with --examples 0.',
    ].join('\n'),
  async run(context, { run, out, language, examples, since }) {
    const client = await context.client();
    const saved = await client.runs.saveReport({
      runId: run,
      out: context.resolve(out),
      language,
      examples,
      ...(since !== undefined && { since: since === 'none' ? null : since }),
    });
    return {
      json: saved,
      text: (terminal) =>
        `${formatFacts(terminal, [
          ['shows', saved.profiles.length === 0 ? 'no single profile' : `the profiles ${saved.profiles.join(', ')}`],
          ['sha256', saved.sha256],
        ])}\n${saved.path}`,
    };
  },
});
