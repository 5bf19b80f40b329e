import type { Run } from '../../../shared/contract/run-life';
import { defineCommand } from '../../../cli/command';
import { blocks, formatTable, problemLines, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { count, counted, decimals, duration, list, minute } from '../../../cli/words';

const summary = (run: Run): object => ({
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
  mixture: run.mixture,
  ...(run.leftOut && { leftOut: run.leftOut }),
  metrics: run.metrics,
  parent: run.parent,
  reason: run.reason,
  marks: run.marks,
  ...(run.forgotten && { forgotten: run.forgotten }),
});

function runTable(terminal: Terminal, runs: readonly Run[]): string {
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
      `${run.marks.starred ? '★ ' : ''}${run.name}`,
      run.model,
      run.dataset.name,
      String(run.seed),
      decimals(run.metrics?.score),
      duration(run.seconds),
      minute(run.createdAt),
    ]),
  );
}

function forgottenLine(terminal: Terminal, runs: readonly Run[]): string | null {
  const ids = runs.filter(({ forgotten }) => forgotten !== undefined).map(({ runId }) => runId);
  if (ids.length === 0) return null;
  const line =
    ids.length === 1
      ? `1 run lost its lists and can no longer be verified, because a profile was forgotten: ${list(ids)}.`
      : `${count(ids.length)} runs lost their lists and can no longer be verified, because a profile was forgotten: ${list(ids)}.`;
  return wrap(line, terminal.width).join('\n');
}

export default defineCommand({
  name: 'runs',
  group: 'Train and judge',
  summary: 'List the runs of the workspace',
  inputs: { all: { kind: 'flag', help: 'archived runs too' } },
  examples: ['runs', 'runs --all'],
  async run(context, { all }) {
    const client = await context.client();
    const [every, damaged] = await Promise.all([client.runs.list(), client.runs.damaged()]);
    const runs = all ? every : every.filter(({ marks }) => !marks.archived);
    const archived = every.length - runs.length;
    return {
      json: { runs: runs.map(summary), damaged },
      text: (terminal) =>
        blocks(
          runTable(terminal, runs),
          archived === 0
            ? null
            : terminal.style('dim', `${counted(archived, 'archived run')} left out; --all shows them.`),
          forgottenLine(terminal, runs),
          problemLines(terminal, damaged),
        ),
    };
  },
});
