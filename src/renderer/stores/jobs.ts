/**
 * Work on clusters: the engine goes on with it whether this window is there or not. What this window began, or found at work, is in the activity
 * store as other long work is; to stop it there stops it on the cluster, to close the window does not.
 */
import type { Job, JobProgress, JobResult, JobWork } from '../../shared/contract/job';
import type { Progress } from '../../shared/contract/progress';
import type { SweepProgress } from '../../shared/contract/sweep';
import { toShelfwiseError } from '../../shared/errors';
import type { EngineClient } from '../connection/connect';
import { isBusy, runWork, type WorkKind, type WorkResults } from './activity';

interface Place<Kind extends WorkKind> {
  readonly kind: Kind;
  readonly subject: string;
  readonly name: string;
}

/** Told of a sweep, by the fingerprint of its data set. */
export type TellSweep = (data: string, progress: SweepProgress) => void;

/** Work that this window has begun or followed, each beginning of it once: a list of what is at work may be older than its end. */
const known = new WeakMap<EngineClient, Set<string>>();

/** @returns whether it is new to this window */
function take(client: EngineClient, { job, startedAt }: Pick<Job, 'job' | 'startedAt'>): boolean {
  const all = known.get(client) ?? new Set();
  known.set(client, all);
  const before = all.size;
  return all.add(`${job} ${startedAt}`).size > before;
}

/** Begins work there. Whether it failed or was stopped is told by its work in the activity store. */
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
 * Follows work that another window began, or an earlier one, to its end.
 * @returns null where this window has it or had it, or has other work in its place, which comes first
 */
export function followJob(client: EngineClient, job: Job, tellSweep: TellSweep): Promise<unknown> | null {
  const place = placeOf(job.work);
  if (isBusy(place.kind, place.subject) || !take(client, job)) return null;
  return runWork({ ...place, name: job.name }, async ({ signal }) =>
    // Of the kind that its place has, whichever that is.
    followed<never>(client, job, signal, tellSweep),
  );
}

/** Where a window shows it. */
export function placeOf({ kind, request }: JobWork): { kind: WorkKind; subject: string } {
  if (kind === 'lists') return { kind, subject: request.run };
  if (kind !== 'unit') return { kind, subject: request.data };
  return 'run' in request ? { kind: 'verify', subject: request.run } : { kind: 'cluster', subject: request.data };
}

/** @param Result what a window shows of such work (placeOf) */
async function* followed<Result>(
  client: EngineClient,
  { job, work }: Pick<Job, 'job' | 'work'>,
  signal: AbortSignal,
  tellSweep: TellSweep | undefined,
): AsyncGenerator<Progress, Result> {
  // The iterator ends as the work does: it is not left, which would stop nothing.
  const stop = (): void => void client.jobs.stop({ job }).catch(() => undefined);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  /** Of a connection, after which the job is not among those at work: it may have come to its end meanwhile, which the engine still tells. */
  let broke: unknown = null;
  /** Breaks since anything was told. */
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
        // A connection that broke ends no job, also where it breaks again while the job is asked for.
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

/** Milliseconds and times: a connection that broke a moment ago still takes a call. Once it is known to be away, a call waits for the next. */
const RETRY_AFTER = 500;
const MOST_TRIES = 10;
/** Breaks in a row, after which it counts as failed: what fails inside the engine looks like one. */
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
  // Parts of lists are lists to whoever reads it.
  return progress?.phase === 'parts' ? { ...progress, phase: 'lists' } : (progress ?? NOTHING);
}

export function progressOfSweep({ trials, fraction, away }: SweepProgress): Progress {
  if (away !== undefined) return { phase: 'away', detail: away, done: fraction, total: 1 };
  const over = trials.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  return { phase: 'sweep', detail: `${over}/${trials.length}`, done: fraction, total: 1 };
}
