/** The lines that the driver prints about a plan (cluster/), mixed with those of Ray; none of them is trusted. */
import * as z from 'zod';
import { unitAnswerSchema } from '../../../shared/contract/unit';
import { verificationSchema } from '../../../shared/contract/run';
import { ERROR_CODES } from '../../../shared/errors';
import { firstProblem } from '../../../shared/values/first-problem';
import { jsonOrNull } from '../../../engine/storage/read-files';

/** The beginning of each of our lines. */
const MARK = 'shelfwise {';
/** Most characters of a line: an answer with its metrics has some thousands. */
const LONGEST_LINE = 1 << 20;

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const place = z.string().max(300);
const count = z.int().min(0).max(1e9);
const problemSchema = z.object({ code: z.enum(ERROR_CODES).catch('internal'), message: z.string().max(20_000) });
export type Problem = z.infer<typeof problemSchema>;

const answerSchema = unitAnswerSchema.extend({ verification: verificationSchema.nullable() });

const eventSchema = z.discriminatedUnion('event', [
  /** Where the driver runs: its node holds the results. */
  z.object({
    event: z.literal('cluster'),
    node: place,
    nodes: count,
    cores: z.number().min(0).max(1e9),
    /** Whether its units can be stopped one by one, which earlier drivers do not support. */
    stops: z.boolean().nullish().catch(null),
  }),
  /** A node's description of itself. */
  z.object({
    event: z.literal('node'),
    node: place,
    version: z.string().max(100).nullish(),
    buildSha256: z.string().max(100).nullish(),
    problem: problemSchema.nullish(),
  }),
  /** A node that does no unit. */
  z.object({
    event: z.literal('refused'),
    node: place,
    version: z.string().max(100).nullish(),
    buildSha256: z.string().max(100).nullish(),
    problem: problemSchema,
  }),
  z.object({ event: z.literal('begun'), unit: id, node: place }),
  z.object({
    event: z.literal('progress'),
    unit: id,
    text: z.string().max(1000).catch(''),
    fraction: z.number().min(0).max(1).nullish().catch(null),
  }),
  z.object({ event: z.literal('retry'), unit: id, problem: problemSchema }),
  z.object({
    event: z.literal('done'),
    unit: id,
    answer: answerSchema,
    result: z
      .object({
        name: z.string().regex(/^[a-z0-9-]{1,64}\.[a-z]{1,16}$/),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      })
      .nullable(),
  }),
  z.object({ event: z.literal('failed'), unit: id, problem: problemSchema }),
  /** A unit that was stopped on request. */
  z.object({ event: z.literal('stopped'), unit: id }),
  z.object({ event: z.literal('end'), problem: problemSchema.nullish() }),
]);
type SoundEvent = z.infer<typeof eventSchema>;
export type Done = SoundEvent & { event: 'done' };

/** A unit's end in an unknown form: such a unit is not waited for. */
const endOfUnit = z.object({ event: z.enum(['done', 'failed']), unit: id });
interface Garbled {
  readonly event: 'garbled';
  readonly unit: string;
  /** What is wrong with it. */
  readonly problem: string;
}
export type ClusterEvent = SoundEvent | Garbled;

/**
 * The events of a growing log: parses each line once, however often the log is read. Skips lines that are no events; the last line may still be
 * incomplete.
 */
export class EventsOfLog {
  /** Offset of the first line that was not taken. */
  #from = 0;

  /**
   * Yields the events that were not taken yet. An event counts as taken when the next one is requested: if the reader stops at an event, it comes
   * again.
   */
  *in(log: string): Generator<ClusterEvent> {
    for (let end = log.indexOf('\n', this.#from); end >= 0; end = log.indexOf('\n', this.#from)) {
      const event = eventIn(log, this.#from, end);
      if (event !== null) yield event;
      this.#from = end + 1;
    }
  }
}

/** Beginning of a progress line, as the driver prints it. */
const PROGRESS = /^shelfwise \{("n": ?\d+, ?)?"event": ?"progress"/;
const LONGEST_BEGINNING = 64;

/** The results of units, without progress, which most lines of a log report and which is not parsed. */
export function changesIn(log: string): ClusterEvent[] {
  const changes: ClusterEvent[] = [];
  for (let from = 0, end = log.indexOf('\n'); end >= 0; from = end + 1, end = log.indexOf('\n', from)) {
    const event = PROGRESS.test(log.slice(from, from + LONGEST_BEGINNING)) ? null : eventIn(log, from, end);
    if (event !== null) changes.push(event);
  }
  return changes;
}

function eventIn(log: string, from: number, end: number): ClusterEvent | null {
  if (!log.startsWith(MARK, from) || end - from > LONGEST_LINE) return null;
  const told = jsonOrNull(log.slice(from + MARK.length - 1, end));
  const parsed = eventSchema.safeParse(told);
  if (parsed.success) return parsed.data;
  const ended = endOfUnit.safeParse(told).data;
  return ended === undefined ? null : { event: 'garbled', unit: ended.unit, problem: firstProblem(parsed.error) };
}
