import type { DamagedRun, RunRecord } from '../../shared/contract';
import { defineCommand } from '../command';
import { blocks, formatTable, wrap } from '../layout';
import type { Terminal } from '../terminal';
import { decimals, duration, minute } from '../words';

const summary = (run: RunRecord): object => ({
  runId: run.runId,
  status: run.status,
  name: run.name,
  model: run.model,
  dataset: run.dataset,
  seed: run.seed,
  createdAt: run.createdAt,
  finishedAt: run.finishedAt,
  seconds: run.seconds,
  epochs: run.epochs,
  metrics: run.metrics,
  parent: run.parent,
  reason: run.reason,
});

function runTable(terminal: Terminal, runs: readonly RunRecord[]): string {
  if (runs.length === 0) return 'There are no runs yet. "shelfwise train --data FOLDER" makes one.';
  return formatTable(
    terminal,
    [
      { title: 'run' },
      { title: 'status' },
      { title: 'name', shrinkTo: 6 },
      { title: 'model' },
      { title: 'data', shrinkTo: 6 },
      { title: 'seed', align: 'right' },
      { title: 'score', align: 'right' },
      { title: 'time', align: 'right' },
      { title: 'began (UTC)', shrinkTo: 10 },
    ],
    runs.map((run) => [
      run.runId,
      run.status,
      run.name,
      run.model,
      run.dataset.name,
      String(run.seed),
      decimals(run.metrics?.score),
      duration(run.seconds),
      minute(run.createdAt),
    ]),
  );
}

function damagedLines(terminal: Terminal, damaged: readonly DamagedRun[]): string {
  return damaged
    .flatMap(({ message }) =>
      wrap(message, terminal.width - 2).map((line, index) => (index === 0 ? '! ' : '  ') + line),
    )
    .join('\n');
}

export const runsCommand = defineCommand({
  name: 'runs',
  summary: 'List the runs of the workspace',
  inputs: {},
  examples: ['runs'],
  async run(context) {
    const client = await context.client();
    const [runs, damaged] = await Promise.all([client.runs.list(), client.runs.damaged()]);
    return {
      json: { runs: runs.map(summary), damaged },
      text: (terminal) => blocks(runTable(terminal, runs), damagedLines(terminal, damaged)),
    };
  },
});
