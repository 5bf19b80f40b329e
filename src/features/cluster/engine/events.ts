/** What the driver prints of a plan, a line each (cluster/): a stranger's lines among those of Ray. */
import * as z from 'zod';
import { unitAnswerSchema } from '../../../shared/contract/unit';
import { verificationSchema } from '../../../shared/contract/run';
import { ERROR_CODES } from '../../../shared/errors';
import { firstProblem } from '../../../shared/values/first-problem';
import { jsonOrNull } from '../../../engine/storage/read-files';

/** How each of our lines begins. */
const MARK = 'shelfwise {';
/** Characters of one line: an answer with its figures has some thousands. */
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
    /** Whether its units can be stopped one by one: those of earlier drivers cannot. */
    stops: z.boolean().nullish().catch(null),
  }),
  /** What a node says of itself. */
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
  /** Somebody asked for that. */
  z.object({ event: z.literal('stopped'), unit: id }),
  z.object({ event: z.literal('end'), problem: problemSchema.nullish() }),
]);
type SoundEvent = z.infer<typeof eventSchema>;
export type Done = SoundEvent & { event: 'done' };

/** How a unit ended is told, but not as drivers tell it: such a unit is not waited for. */
const endOfUnit = z.object({ event: z.enum(['done', 'failed']), unit: id });
interface Garbled {
  readonly event: 'garbled';
  readonly unit: string;
  /** What is wrong with it. */
  readonly problem: string;
}
export type ClusterEvent = SoundEvent | Garbled;

/**
 * The events of a log that only grows: each line is parsed once, however often the log is looked at. What is no event is passed over; the last
 * line may still be growing.
 */
export class EventsOfLog {
  /** Where the first line begins that was not taken. */
  #from = 0;

  /** @returns what was not taken yet. An event is taken when the one after it is asked for: one that its reader breaks off at comes again. */
  *in(log: string): Generator<ClusterEvent> {
    for (let end = log.indexOf('\n', this.#from); end >= 0; end = log.indexOf('\n', this.#from)) {
      const event = eventIn(log, this.#from, end);
      if (event !== null) yield event;
      this.#from = end + 1;
    }
  }
}

/** How a line begins that tells of progress, as the driver prints it. */
const PROGRESS = /^shelfwise \{("n": ?\d+, ?)?"event": ?"progress"/;
const LONGEST_BEGINNING = 64;

/** What became of units, without their progress, which most lines of a log are about and which is not parsed. */
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
