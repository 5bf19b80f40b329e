import type { Diagnosis } from '../../../shared/contract/workspace';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import type { DamagedFile, Everything } from '../contract/everything';
import { exitStatusOf, ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type Answer, defineCommand } from '../../../cli/command';
import { type Context, longCall } from '../../../cli/context';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { bytes, count, counted } from '../../../cli/words';

const MARKS = { good: ['green', '✓'], warning: ['yellow', '!'], problem: ['red', '✗'] } as const;

function describeDiagnosis(terminal: Terminal, diagnosis: Diagnosis): string {
  const { workspace, program, threads } = diagnosis;
  const findings = diagnosis.findings.flatMap(({ severity, message }) => {
    const [style, mark] = MARKS[severity];
    const [first, ...rest] = wrap(message, terminal.width - 2);
    return [`${terminal.style(style, mark)} ${first}`, ...rest.map((line) => `  ${line}`)];
  });
  return blocks(
    formatFacts(terminal, [
      ['program', `${program.version} (${program.commit})`],
      ['computes with', diagnosis.backendReason ?? `own kernels (${diagnosis.tensorflow})`],
      ['device', `${diagnosis.device}, ${diagnosis.deviceName}`],
      ['instruction set', instructionSetName(diagnosis.instructionSet)],
      ['threads', String(threads.intra)],
      ['system', `${diagnosis.platform} ${diagnosis.architecture}, Node ${diagnosis.node}`],
      [
        'versions',
        Object.entries(diagnosis.versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(', '),
      ],
      ['workspace', workspace.folder],
      [
        'holds',
        `${counted(workspace.datasets, 'data set')}, ${counted(workspace.runs, 'run')}, ${bytes(workspace.bytes)}; ${bytes(workspace.freeBytes)} free`,
      ],
    ]),
    findings.join('\n'),
  );
}

const REMEDY_WORDS: Record<DamagedFile['remedy'], string> = {
  bundle: 'the bundle has it',
  again: 'it can be made again',
  import: 'import its folder again, or give a bundle with the data (--from)',
  train: 'give a bundle of the run (--from), or train its settings again (train --like)',
  backup: 'put back a copy from a backup; if you changed it yourself, take its line "seal" out',
};

function describeEverything(terminal: Terminal, { files, runs, datasets, kept, damaged }: Everything): string {
  const read = `Read ${counted(files, 'file')}: of ${counted(datasets, 'data set')} and ${counted(runs, 'run')}, and ${count(kept)} of what people wrote.`;
  if (damaged.length === 0) return `${read}\n${terminal.style('green', '✓')} All are as they were written.`;
  const lines = damaged.map(({ kind, id, message, remedy, isMended, aside }) => {
    const [style, mark] = isMended ? MARKS.good : MARKS.problem;
    const what = { run: `run ${id}`, dataset: `data set ${id.slice(0, 12)}`, kept: 'what people wrote' }[kind];
    const trash = aside === null ? '' : `; the damaged file is in the trash (${aside})`;
    const how = isMended
      ? `Mended: ${remedy === 'bundle' ? 'taken from the bundle' : 'made again'}${trash}.`
      : `To mend: ${REMEDY_WORDS[remedy]}.`;
    const [first, ...rest] = wrap(`${what}: ${message} ${how}`, terminal.width - 2);
    return [`${terminal.style(style, mark)} ${first}`, ...rest.map((line) => `  ${line}`)].join('\n');
  });
  const canMend = damaged.some(({ isMended, remedy }) => !isMended && (remedy === 'again' || remedy === 'bundle'));
  return blocks(read, lines.join('\n'), ...(canMend ? ['Next: the same with --mend'] : []));
}

async function everything(
  context: Context,
  { mend, from }: { mend: boolean; from: string | undefined },
): Promise<Answer> {
  const client = await context.client();
  const input = { mend, ...(from !== undefined && { bundle: context.resolve(from) }) };
  const answer: Everything = await longCall(context, (options) => client.workspace.checkEverything(input, options));
  return {
    json: answer,
    text: (terminal) => describeEverything(terminal, answer),
    status: answer.damaged.every(({ isMended }) => isMended) ? 0 : exitStatusOf('bad-data'),
  };
}

export default defineCommand({
  name: 'doctor',
  group: 'This computer, and others',
  summary: 'Check this machine and this workspace, and say what is missing',
  inputs: {
    everything: { kind: 'flag', help: 'read every file of the workspace and compare it with its recorded hash' },
    mend: { kind: 'flag', help: 'with --everything: bring back what can be; damaged files go to the trash' },
    from: { kind: 'text', value: 'FILE', help: 'with --everything: a bundle to take files from' },
  },
  examples: ['doctor', 'doctor --everything', 'doctor --everything --mend --from run.shelfwise'],
  details: () =>
    [
      'With --everything, the exit status is 0 if every file is as it was written, or was mended, and 3 if one is',
      'damaged. A file comes back with the recorded bytes or not at all. Ctrl-C stops it; what was mended stays.',
    ].join('\n'),
  withoutWorkspace: true,
  async run(context, { everything: reads, mend, from }) {
    if (!reads && (mend || from !== undefined)) throw new ShelfwiseError('usage', say('doctor.needs-everything'));
    if (reads) return everything(context, { mend, from });
    const diagnosis = await (await context.client()).workspace.doctor();
    return { json: diagnosis, text: (terminal) => describeDiagnosis(terminal, diagnosis) };
  },
});
