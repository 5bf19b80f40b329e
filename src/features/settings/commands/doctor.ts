import type { Diagnosis } from '../../../shared/contract/workspace';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import { defineCommand } from '../../../cli/command';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { bytes, counted } from '../../../cli/words';

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

export default defineCommand({
  name: 'doctor',
  group: 'This computer, and others',
  summary: 'Check this machine and this workspace, and say what is missing',
  inputs: {},
  examples: ['doctor'],
  withoutWorkspace: true,
  async run(context) {
    const diagnosis = await (await context.client()).workspace.doctor();
    return { json: diagnosis, text: (terminal) => describeDiagnosis(terminal, diagnosis) };
  },
});
