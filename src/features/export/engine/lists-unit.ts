/** Makes a part of the lists of a run, or joins all parts: the same bytes that one computer would write. */
import { type JoinUnit, LISTS_WORK, type ListsUnit } from '../contract/lists';
import type { UnitAnswer } from '../../../shared/contract/unit';
import type { Progress } from '../../../shared/contract/progress';
import { toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { trainerEnvironment } from '../../../engine/machine/devices/trainer-environment';
import { keepBroughtPart, largestPart } from '../../../engine/runs/list-parts';
import { readOpened, writeOpened } from '../../../engine/runs/opened';
import { findRun } from '../../../engine/runs/store';
import { broughtRun } from '../../../engine/runs/trained-here';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { answerOf, answerOfNone, problemOf, stopped } from '../../../engine/training/units/answers';
import type { Brought, UnitKind, UnitOptions } from '../../../engine/training/units/unit-kind';

/** @param of the run, and the part of it; null to join all parts */
async function* makeLists(
  { workspace, launcher }: TrainingHost,
  { run, ...of }: { run: string; part: number | null; of: number },
  { signal, environment }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const kind = of.part === null ? 'join' : 'lists';
  const { record } = await findRun(workspace, run);
  const progress = { phase: 'parts', done: 0, total: 1 };
  yield { ...progress, detail: of.part === null ? '' : `${of.part}/${of.of}` };
  try {
    const { file, sha256 } = await launcher.ask(LISTS_WORK, {
      workspaceFolder: workspace.folder,
      request: { runId: record.runId, ...of },
      environment: { ...trainerEnvironment(record.recipe['numeric.device']), ...environment },
      onProgress: () => undefined,
      signal,
    });
    const { record: after } = await findRun(workspace, record.runId);
    return answerOf(kind, after, { state: 'done', file: { path: file, sha256 } });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (signal?.aborted) return answerOf(kind, record, { state: 'stopped', problem: stopped() });
    return answerOf(kind, record, { state: 'failed', problem: problemOf(error) });
  }
}

/** A part, which is joined here. */
async function bringHome(brought: Brought, unit: ListsUnit): Promise<UnitAnswer> {
  const { workspace, cluster, refused } = brought;
  const { folder, record } = await findRun(workspace, unit.run);
  const file = await brought.file(await largestPart(folder, unit));
  const kept = await keepBroughtPart(folder, unit, record, file);
  if (kept === null) throw refused(say('cluster.other-part', { part: unit.part, of: unit.of, run: record.runId }));
  // Without a hash in the record to hold them against, the lists are what the cluster says: they are looked at before they leave.
  if (record.listsSha256 === null && (await broughtRun(folder)) === null) {
    const openedAt = new Date().toISOString();
    const before = (await readOpened(folder)) ?? { openedAt, bundleSha256: kept.sha256, withData: true, approvals: [] };
    await writeOpened(folder, { ...before, cluster, trainedHereAt: undefined });
  }
  return answerOf('lists', record, { state: 'done', file: kept });
}

export const LISTS_UNIT: UnitKind<ListsUnit> = {
  work: (host, { run, part, of }, options) => makeLists(host, { run, part, of }, options),
  doneAlready: async () => null,
  undone: ({ run }, of) => answerOfNone('lists', run, of),
  bringHome,
  essence: ({ run, part, of }) => [run, part, of],
  recipe: () => null,
  shown: ({ run, part, of }) => ({ run, part: `${part}/${of}` }),
};

export const JOIN_UNIT: UnitKind<JoinUnit> = {
  work: (host, { run, of }, options) => makeLists(host, { run, part: null, of }, options),
  doneAlready: async () => null,
  undone: ({ run }, of) => answerOfNone('join', run, of),
  async bringHome({ refused }) {
    throw refused(say('cluster.other-unit'));
  },
  essence: ({ run, of }) => [run, null, of],
  recipe: () => null,
  shown: ({ run }) => ({ run }),
};
