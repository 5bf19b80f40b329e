/** Ray's Jobs API, as far as it is used here. No answer is trusted: each is checked before use. */
import { Readable } from 'node:stream';
import * as z from 'zod';
import { ShelfwiseError } from '../../../shared/errors';
import { firstProblem } from '../../../shared/values/first-problem';
import { say } from '../../../shared/words/sentence';
import { jsonOrNull } from '../../../engine/storage/read-files';
import { type Asked, ask, between, notRay, type Place, type Reply, tooMuch, withoutToken } from './http';

/** Most characters of an error message to pass on. */
const SHOWN = 500;
/** Ray's words for a missing job or package. */
const NONE = 'does not exist';
/** Most bytes of a job's log: lines about units, and what nodes print. */
const LARGEST_LOG = 64 << 20;
const MOST_NODES = 10_000;
/** Milliseconds from 1970 to the last possible date and, negated, to the first. */
const LATEST = 8.64e15;

/** Key in the metadata of our jobs. */
export const PLAN = 'shelfwise';

const text = z.string().max(65_536);
const versionSchema = z.object({ ray_version: z.string().max(100) });

const resource = z.number().min(0).max(1e18);
const nodeSchema = z.object({
  node_id: z.string().max(200),
  node_ip: z.string().max(200),
  node_name: z.string().max(300).nullish(),
  is_head_node: z.boolean(),
  state: z.string().max(100),
  resources_total: z.object({ CPU: resource.default(0), memory: resource.default(0) }),
});
export type RayNode = z.infer<typeof nodeSchema>;
const nodesSchema = z.object({ data: z.object({ result: z.object({ result: z.array(nodeSchema).max(MOST_NODES) }) }) });

const JOB_STATES = ['PENDING', 'RUNNING', 'STOPPED', 'SUCCEEDED', 'FAILED'] as const;
const jobSchema = z.object({
  submission_id: z.string().max(200).nullish(),
  status: z.enum(JOB_STATES),
  message: text.nullish(),
  /** Milliseconds since 1970, within the range of a date. */
  start_time: z.number().min(-LATEST).max(LATEST).nullish(),
  metadata: z.record(z.string().max(200), text).nullish(),
  driver_node_id: z.string().max(200).nullish(),
});
export type Job = z.infer<typeof jobSchema>;

const anyJobs = z.array(z.unknown()).max(100_000);
/** Metadata of other programs' jobs may be anything. */
const ofOurs = z.object({ metadata: z.object({ [PLAN]: text }) });

export class JobsApi {
  constructor(
    readonly place: Place,
    private readonly signal?: AbortSignal,
  ) {}

  async version(): Promise<string> {
    return this.#read(versionSchema, await this.#fine({ path: '/api/version' })).ray_version;
  }

  /** Nodes that are alive. */
  async nodes(): Promise<RayNode[]> {
    const answer = await this.#fine({ path: `/api/v0/nodes?detail=1&limit=${MOST_NODES}` });
    const { data } = this.#read(nodesSchema, answer);
    return data.result.result.filter(({ state }) => state === 'ALIVE');
  }

  /** Our jobs. */
  async jobs(): Promise<Job[]> {
    const all = this.#read(anyJobs, await this.#fine({ path: '/api/jobs/' }));
    return all.filter((one) => ofOurs.safeParse(one).success).map((one) => this.#checked(jobSchema, one));
  }

  /** Null if there is no such job: it was never submitted, or the cluster restarted. */
  async job(submission: string): Promise<Job | null> {
    const answer = await this.#ask({ path: `/api/jobs/${encodeURIComponent(submission)}` });
    return this.#isNone(answer) ? null : this.#read(jobSchema, this.#refuse(answer));
  }

  /** All that the driver printed so far; null if that is too long. */
  async log(submission: string): Promise<string | null> {
    const path = `/api/jobs/${encodeURIComponent(submission)}/logs`;
    const pieces: Buffer[] = [];
    let taken = 0;
    const tooLong = notRay(this.place, tooMuch(LARGEST_LOG));
    const onPiece = (piece: Buffer): void => {
      taken += piece.length;
      if (taken > LARGEST_LOG) throw tooLong;
      pieces.push(piece);
    };
    try {
      const { status } = await this.#fine({ path, onPiece });
      return this.#read(z.object({ logs: z.string() }), {
        status,
        text: withoutToken(this.place, Buffer.concat(pieces).toString('utf8')),
      }).logs;
    } catch (thrown) {
      if (thrown === tooLong) return null;
      throw thrown;
    }
  }

  /** Submits a job; leaves an existing job with that ID as it is. */
  async submit(job: {
    entrypoint: string;
    submission_id: string;
    runtime_env: { working_dir: string };
    metadata: Record<string, string>;
  }): Promise<void> {
    const answer = await this.#ask({ method: 'POST', path: '/api/jobs/', body: { json: job } });
    if (!answer.text.includes('already exists')) this.#refuse(answer);
  }

  /** False if there is no such job. */
  async stop(submission: string): Promise<boolean> {
    const path = `/api/jobs/${encodeURIComponent(submission)}/stop`;
    const answer = await this.#ask({ method: 'POST', path, body: { json: {} } });
    if (this.#isNone(answer)) return false;
    this.#refuse(answer);
    return true;
  }

  /**
   * Leaves a message for the driver of a job, as this API can send nothing else to a running job (cluster/README.md). Once the driver has taken it,
   * its log says so.
   */
  async stopUnit(submission: string, unit: string): Promise<void> {
    const message = Buffer.from('stop');
    const content = (): Readable => Readable.from([message]);
    await this.upload(`shelfwise-stop.${submission}.${unit}.zip`, { size: message.length, content });
  }

  /** Whether the cluster has a package of that name, which it then keeps for a while. */
  async hasPackage(name: string): Promise<boolean> {
    const answer = await this.#ask({ path: `/api/packages/gcs/${name}` });
    if (this.#isNone(answer)) return false;
    this.#refuse(answer);
    return true;
  }

  async upload(name: string, body: NonNullable<Asked['body']>): Promise<void> {
    await this.#fine({ method: 'PUT', path: `/api/packages/gcs/${name}`, body });
  }

  #ask(asked: Asked): Promise<Reply> {
    return ask(this.place, { ...asked, signal: this.signal });
  }

  async #fine(asked: Asked): Promise<Reply> {
    return this.#refuse(await this.#ask(asked));
  }

  /** Whether Ray has no such thing. @throws ShelfwiseError (`isAway`) for a proxy's 404, which says nothing about that */
  #isNone({ status, text: answer }: Reply): boolean {
    if (status !== 404) return false;
    if (answer.includes(NONE)) return true;
    throw between(this.place, status);
  }

  /** @throws ShelfwiseError `bad-data` with the cluster's error message: it is no fault of this program */
  #refuse(reply: Reply): Reply {
    if (reply.status === 200) return reply;
    const { address } = this.place;
    const last = reply.text.trim().slice(-SHOWN);
    throw new ShelfwiseError('bad-data', say('cluster.answered', { address, status: reply.status, text: last }));
  }

  #read<Content>(schema: z.ZodType<Content>, { text: answer }: Reply): Content {
    return this.#checked(schema, jsonOrNull(answer));
  }

  #checked<Content>(schema: z.ZodType<Content>, answer: unknown): Content {
    const parsed = schema.safeParse(answer);
    if (parsed.success) return parsed.data;
    throw notRay(this.place, firstProblem(parsed.error), parsed.error);
  }
}
