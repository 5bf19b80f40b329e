/** Messages between the main process and an engine host; messages of the window go through a port, past main. */
import * as z from 'zod';

const environment = z.record(z.string(), z.string().nullable());

export const toMainSchema = z.discriminatedUnion('kind', [
  /** Fork a trainer (only the main process has utilityProcess). `words` are its arguments. */
  z.object({
    kind: z.literal('start-trainer'),
    id: z.int(),
    words: z.array(z.string()),
    environment,
    /** The folder of the run it trains; null for a comparison, which no other process waits for. */
    runFolder: z.string().nullable(),
  }),
  z.object({ kind: z.literal('kill-trainer'), id: z.int() }),
]);
export type ToMain = z.infer<typeof toMainSchema>;

export const toEngineSchema = z.discriminatedUnion('kind', [
  /** Comes with a port: serve a window through it. */
  z.object({ kind: z.literal('serve') }),
  z.object({ kind: z.literal('trainer-said'), id: z.int(), message: z.unknown() }),
  z.object({
    kind: z.literal('trainer-ended'),
    id: z.int(),
    code: z.int().nullable(),
    output: z.string(),
  }),
  /** The user quits: ask the run's trainer for an orderly stop, whichever engine host started it. */
  z.object({ kind: z.literal('stop-run'), runFolder: z.string() }),
]);
export type ToEngine = z.infer<typeof toEngineSchema>;
