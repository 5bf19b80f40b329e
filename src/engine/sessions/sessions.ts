/** Keeps data sets and runs in memory between calls, keyed by the state of the files they were read from. */
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { forgottenRunFile, readForgottenRun, whyForgotten } from '../runs/forgotten-run';
import { openSnapshot } from '../data/snapshot';
import { recordFile } from '../runs/record';
import { findRun } from '../runs/store';
import { versionOfFile } from '../storage/read-files';
import { datasetFolder, runFolder, type Workspace } from '../storage/workspace';
import { type DatasetSession, loadDatasetSession } from './dataset-session';
import { RunSession } from './run-session';
import { SharedCache } from './shared-cache';

/** A data set of contest size takes some 30 MB, a run on it some 100 MB: room for two runs to compare and one more. */
const DATASETS_KEPT = 2;
const RUNS_KEPT = 3;

export class Sessions {
  readonly #datasets = new SharedCache<DatasetSession>(DATASETS_KEPT);
  readonly #runs = new SharedCache<RunSession>(RUNS_KEPT);

  constructor(readonly workspace: Workspace) {}

  /** @throws ShelfwiseError `not-found` if the data set does not exist, or no longer */
  async withDataset<Result>(
    fingerprint: string,
    work: (session: DatasetSession) => Promise<Result> | Result,
  ): Promise<Result> {
    const exact = await versionOfFile(this.#descriptionOf(fingerprint));
    if (exact !== null && this.#datasets.has(fingerprint, exact)) return this.#useDataset(fingerprint, exact, work);
    if (exact === null) this.#datasets.forget(fingerprint);
    const { dataset } = await openSnapshot(this.workspace, fingerprint);
    const version = (await versionOfFile(this.#descriptionOf(dataset.fingerprint))) ?? '';
    return this.#useDataset(dataset.fingerprint, version, work);
  }

  /**
   * @param runId whole, or its beginning
   * @throws ShelfwiseError `not-found` if the run or its data set does not exist, or no longer
   */
  async withRun<Result>(runId: string, work: (session: RunSession) => Promise<Result> | Result): Promise<Result> {
    const exact = await this.#versionOfRun(path.basename(runId));
    if (exact !== null && this.#runs.has(runId, exact)) return this.#useRun(runId, exact, null, work);
    this.#runs.forget(runId);
    const { record } = await findRun(this.workspace, runId);
    const version = (await this.#versionOfRun(record.runId)) ?? '';
    return this.#useRun(record.runId, version, record, work);
  }

  /** Discards data sets and runs that are gone, or no longer intact. */
  forget(fingerprints: readonly string[], runIds: readonly string[]): void {
    for (const runId of runIds) this.#runs.forget(runId);
    for (const fingerprint of fingerprints) this.#datasets.forget(fingerprint);
  }

  /** A run changes when any program forgets a profile. */
  async #versionOfRun(runId: string): Promise<string | null> {
    const folder = runFolder(this.workspace, runId);
    const record = await versionOfFile(recordFile(folder));
    return record === null ? null : `${record} ${await versionOfFile(forgottenRunFile(folder))}`;
  }

  #descriptionOf(fingerprint: string): string {
    return path.join(datasetFolder(this.workspace, path.basename(fingerprint)), 'dataset.json');
  }

  #useDataset<Result>(
    fingerprint: string,
    version: string,
    work: (session: DatasetSession) => Promise<Result> | Result,
  ): Promise<Result> {
    const load = async (): Promise<DatasetSession> =>
      loadDatasetSession(await openSnapshot(this.workspace, fingerprint));
    return this.#datasets.use(fingerprint, version, load, work);
  }

  #useRun<Result>(
    runId: string,
    version: string,
    known: RunRecord | null,
    work: (session: RunSession) => Promise<Result> | Result,
  ): Promise<Result> {
    const load = async (): Promise<RunSession> => {
      const record = known ?? (await findRun(this.workspace, runId)).record;
      const { fingerprint } = record.dataset;
      const folder = runFolder(this.workspace, runId);
      const forgotten = await readForgottenRun(folder);
      if (forgotten !== null) throw new ShelfwiseError('not-found', whyForgotten(runId, forgotten));
      return this.withDataset(fingerprint, (dataset) => new RunSession(folder, record, dataset));
    };
    return this.#runs.use(runId, version, load, work);
  }
}
