/** What the driver prints of a plan, a line each (cluster/): a stranger's lines among those of Ray. */
import * as z from 'zod';
import { unitAnswerSchema, verificationSchema } from '../../shared/contract';
import { ERROR_CODES } from '../../shared/errors';
import { jsonOrNull } from '../storage/read-files';

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
export type ClusterEvent = z.infer<typeof eventSchema>;
export type Done = ClusterEvent & { event: 'done' };

/** The events in a log; what is none is passed over. The last line may still be growing. */
export function eventsIn(log: string): ClusterEvent[] {
  const whole = log.slice(0, log.lastIndexOf('\n') + 1);
  return whole.split('\n').flatMap((line) => {
    if (!line.startsWith(MARK) || line.length > LONGEST_LINE) return [];
    return eventSchema.safeParse(jsonOrNull(line.slice(MARK.length - 1))).data ?? [];
  });
}
