import type { EarlierRun } from '../../../shared/contract/run';
import type { Run } from '../../../shared/contract/run-life';
import { broughtIn, broughtStanding, trainedWord } from '../../../cli/brought';
import { defineCommand } from '../../../cli/command';
import { blocks, formatTable, problemLines, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { count, counted, decimals, duration, ENGLISH, list, minute, modelName } from '../../../cli/words';

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
  ...(run.brought && { brought: run.brought }),
  ...(run.forgotten && { forgotten: run.forgotten }),
});

function runTable(terminal: Terminal, runs: readonly Run[]): string {
  if (runs.length === 0) return 'There are no runs yet. "shelfwise train --data FOLDER" makes one.';
  // Where all were trained here, no column says so.
  const isAnyBrought = runs.some(({ brought }) => brought !== undefined);
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
      ...(isAnyBrought ? [{ title: 'trained' }] : []),
    ],
    runs.map((run) => [
      run.runId,
      run.status,
      `${run.marks.starred ? '★ ' : ''}${modelName(run.name)}${run.marks.chosenAt === undefined ? '' : ' (in use)'}`,
      run.model,
      run.dataset.name,
      String(run.seed),
      decimals(run.metrics?.score),
      duration(run.seconds),
      minute(run.createdAt),
      ...(isAnyBrought ? [run.brought === undefined ? 'here' : trainedWord(run.brought)] : []),
    ]),
  );
}

/** Where runs came from whose training was elsewhere, and whether they stand for training here: a line for those that have both alike. */
function broughtLines(terminal: Terminal, runs: readonly Run[]): string | null {
  const alike = new Map<string, string[]>();
  for (const { runId, brought } of runs)
    if (brought !== undefined) {
      const how = `${broughtIn(brought)}, ${broughtStanding(brought)}`;
      alike.set(how, [...(alike.get(how) ?? []), runId]);
    }
  if (alike.size === 0) return null;
  return [...alike].flatMap(([how, ids]) => wrap(`From ${how}: ${list(ids)}.`, terminal.width)).join('\n');
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

function earlierLines(terminal: Terminal, earlier: readonly EarlierRun[]): string | null {
  if (earlier.length === 0) return null;
  const table = formatTable(
    terminal,
    [
      { title: 'run' },
      { title: 'name', shrinkTo: 6 },
      { title: 'data', shrinkTo: 6 },
      { title: 'began (UTC)', shrinkTo: 10 },
      { title: 'approved by', shrinkTo: 6 },
      { title: 'exports', align: 'right' },
    ],
    earlier.map(({ runId, name, dataset, createdAt, approval, exports }) => [
      runId,
      modelName(name),
      dataset.name,
      minute(createdAt),
      approval?.by ?? '–',
      count(exports.length),
    ]),
  );
  return [ENGLISH.t('runs.earlier.title'), table, ...wrap(ENGLISH.t('runs.earlier.help'), terminal.width)].join('\n');
}

export default defineCommand({
  name: 'runs',
  group: 'Train and judge',
  summary: 'List the runs of the workspace',
  inputs: { all: { kind: 'flag', help: 'archived runs too' } },
  examples: ['runs', 'runs --all'],
  async run(context, { all }) {
    const client = await context.client();
    const [every, earlier, damaged] = await Promise.all([
      client.runs.list(),
      client.runs.earlier(),
      client.runs.damaged(),
    ]);
    const runs = all ? every : every.filter(({ marks }) => !marks.archived);
    const archived = every.length - runs.length;
    return {
      json: { runs: runs.map(summary), ...(earlier.length > 0 && { earlier }), damaged },
      text: (terminal) =>
        blocks(
          runTable(terminal, runs),
          archived === 0
            ? null
            : terminal.style('dim', `${counted(archived, 'archived run')} left out; --all shows them.`),
          broughtLines(terminal, runs),
          forgottenLine(terminal, runs),
          earlierLines(terminal, earlier),
          problemLines(terminal, damaged),
        ),
    };
  },
});
