/**
 * Work on clusters, which the engine continues whether or not this window is open. Work that this window started or
 * found is in the activity store: stopping it there stops it on the cluster, closing the window does not.
 */
import type { Job, JobProgress, JobResult, JobWork } from '../../features/work-schemas';
import type { Progress } from '../../shared/contract/progress';
import { toShelfwiseError } from '../../shared/errors';
import type { EngineClient } from '../connection/connect';
import { isBusy, runWork, type WorkKind, type WorkResults } from './activity';

interface Place<Kind extends WorkKind> {
  readonly kind: Kind;
  readonly subject: string;
  readonly name: string;
}

type SweepProgress = NonNullable<JobProgress['sweep']>;

/** Receives a sweep's progress, by the fingerprint of its data set. */
export type TellSweep = (data: string, progress: SweepProgress) => void;

/** Work that this window has started or followed, by job and start time: a list of jobs may be older than their end. */
const known = new WeakMap<EngineClient, Set<string>>();

/** @returns whether it is new to this window */
function take(client: EngineClient, { job, startedAt }: Pick<Job, 'job' | 'startedAt'>): boolean {
  const all = known.get(client) ?? new Set();
  known.set(client, all);
  const before = all.size;
  return all.add(`${job} ${startedAt}`).size > before;
}

/** Starts work on a cluster. Its entry in the activity store shows if it was stopped or failed. */
export function workOn<Kind extends WorkKind>(
  client: EngineClient,
  on: string,
  place: Place<Kind>,
  work: JobWork,
  tellSweep?: TellSweep,
): Promise<WorkResults[Kind] | null> {
  return runWork(place, async ({ signal }) => {
    const begun = await client.jobs.start({ on, name: place.name, work });
    take(client, begun);
    const { job } = begun;
    return followed<WorkResults[Kind]>(client, { job, work }, signal, tellSweep);
  });
}

/**
 * Follows work of another or earlier window to its end.
 * @returns null if this window has or had it, or is busy with other work of the same place
 */
export function followJob(client: EngineClient, job: Job, tellSweep: TellSweep): Promise<unknown> | null {
  const place = placeOf(job.work);
  if (isBusy(place.kind, place.subject) || !take(client, job)) return null;
  return runWork({ ...place, name: job.name }, async ({ signal }) =>
    // The type depends on the place, so none is given here.
    followed<never>(client, job, signal, tellSweep),
  );
}

/** Where a window shows the work. */
export function placeOf({ kind, request }: JobWork): { kind: WorkKind; subject: string } {
  if (kind === 'lists') return { kind, subject: request.run };
  if (kind !== 'unit') return { kind, subject: request.data };
  return 'run' in request ? { kind: 'verify', subject: request.run } : { kind: 'cluster', subject: request.data };
}

/** @param Result what a window shows for such work (placeOf) */
async function* followed<Result>(
  client: EngineClient,
  { job, work }: Pick<Job, 'job' | 'work'>,
  signal: AbortSignal,
  tellSweep: TellSweep | undefined,
): AsyncGenerator<Progress, Result> {
  // Lets the iterator end with the work: leaving it early would not stop the job.
  const stop = (): void => void client.jobs.stop({ job }).catch(() => undefined);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  /**
   * Error of a connection after which the job was no longer listed: it may have ended meanwhile, which the engine can
   * still report.
   */
  let broke: unknown = null;
  /** Consecutive breaks without progress. */
  let breaks = 0;
  try {
    for (;;) {
      try {
        const iterator = await client.jobs.follow({ job });
        for (;;) {
          const { done, value } = await iterator.next();
          if (done === true) return valueOf(value) as Result;
          breaks = 0;
          if (value.sweep !== null && work.kind === 'sweep') tellSweep?.(work.request.data, value.sweep);
          yield progressOf(value);
        }
      } catch (thrown) {
        if (broke !== null && toShelfwiseError(thrown).code === 'not-found') throw broke;
        // A broken connection ends no job, even if it breaks again while the job is looked up.
        breaks += 1;
        if (!isBroken(thrown) || breaks > MOST_BREAKS) throw thrown;
        broke = (await isKnown(client, job)) ? null : (broke ?? thrown);
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const isBroken = (thrown: unknown): boolean => toShelfwiseError(thrown).code === 'internal';

/**
 * Milliseconds and tries: right after a break a call may still be accepted and fail. Once the connection is known to be
 * down, calls wait for the next.
 */
const RETRY_AFTER = 500;
const MOST_TRIES = 10;
/** Consecutive breaks that count as failure: errors inside the engine look like breaks. */
const MOST_BREAKS = 4;

async function isKnown(client: EngineClient, job: string): Promise<boolean> {
  for (let time = 1; ; time++) {
    try {
      return (await client.jobs.list()).some((one) => one.job === job);
    } catch (thrown) {
      if (!isBroken(thrown) || time === MOST_TRIES) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    }
  }
}

const valueOf = ({ kind, result }: JobResult): unknown =>
  kind === 'unit' && result.kind === 'verify' ? result.verification : result;

const NOTHING: Progress = { phase: 'unit', detail: '', done: 0, total: 1 };

function progressOf({ progress, sweep }: JobProgress): Progress {
  if (sweep !== null) return progressOfSweep(sweep);
  // Users see parts of lists as lists.
  return progress?.phase === 'parts' ? { ...progress, phase: 'lists' } : (progress ?? NOTHING);
}

export function progressOfSweep({ trials, fraction, away }: SweepProgress): Progress {
  if (away !== undefined) return { phase: 'away', detail: away, done: fraction, total: 1 };
  const over = trials.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  return { phase: 'sweep', detail: `${over}/${trials.length}`, done: fraction, total: 1 };
}
