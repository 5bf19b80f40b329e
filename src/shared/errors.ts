import * as z from 'zod';
import { own } from './values/own';
import { isKnown, type Said, saidSchema, say, type Sentence, type SentenceId, textOf } from './words/sentence';

/**
 * The one error type of the program. A code that survives the trip between processes, a sentence a person can act on
 * (what, where, what to do) and the cause for the log. The exit status of the command line is made from the code.
 */
export const EXIT_STATUS = {
  internal: 1,
  usage: 2,
  diverged: 2,
  /** The data is larger than the model can be fitted on. */
  'too-large': 2,
  'bad-data': 3,
  /** A file that a newer version of this program wrote: nothing of it is changed. */
  'newer-version': 3,
  'not-found': 4,
  stopped: 5,
  different: 6,
  'no-space': 7,
  'no-permission': 7,
  busy: 7,
} as const;

export type ErrorCode = keyof typeof EXIT_STATUS;
export const ERROR_CODES = Object.keys(EXIT_STATUS) as [ErrorCode, ...ErrorCode[]];

export class ShelfwiseError extends Error {
  override readonly name = 'ShelfwiseError';

  /** The message as its sentences, where the table has them, so that it can be shown in another language. */
  readonly said: Said | undefined;

  /** @param told an English text, or sentences of the table, whose English text becomes the message */
  constructor(
    readonly code: ErrorCode,
    told: string | Sentence | Said,
    options: { cause?: unknown } = {},
  ) {
    const said = typeof told === 'string' ? undefined : 'id' in told ? [told] : told;
    super(said === undefined ? (told as string) : textOf(said), options);
    this.said = said;
  }
}

/** The operating system's error codes as the program's own; any other is `internal`. */
const SYSTEM_CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
};

/** Its codes for paths that lead to no file, which a user may have typed or a foreign file may contain. */
const PATH_CODES = {
  ELOOP: ['bad-data', 'system.link-loop'],
  ENAMETOOLONG: ['usage', 'system.name-too-long'],
  EISDIR: ['usage', 'system.is-folder'],
  ERR_INVALID_ARG_VALUE: ['usage', 'system.zero-byte'],
  EIO: ['bad-data', 'system.read-failed'],
} as const satisfies Record<string, readonly [ErrorCode, SentenceId]>;
/** Letters of a path that are shown: one that is too long need not be read to its end. */
const SHOWN_PATH = 200;

function pathFailure(thrown: Error & { code?: unknown; path?: unknown }): ShelfwiseError | null {
  const { code, path, message } = thrown;
  if (typeof code !== 'string' || !Object.hasOwn(PATH_CODES, code)) return null;
  // Node uses this code for other arguments too, which are faults of the program.
  if (code === 'ERR_INVALID_ARG_VALUE' && !message.includes('null bytes')) return null;
  const [ours, id] = PATH_CODES[code as keyof typeof PATH_CODES];
  const file = typeof path === 'string' ? path.slice(0, SHOWN_PATH) : say('system.some-file');
  return new ShelfwiseError(ours, say(id, { file }), { cause: thrown });
}

/** The code that the operating system or Node gave an error (`ENOENT`); null for anything else that was thrown. */
export const systemCodeOf = (thrown: unknown): string | null =>
  thrown instanceof Error && !(thrown instanceof ShelfwiseError) && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : null;

/** Turns anything thrown into a ShelfwiseError, which itself passes through unchanged. */
export function toShelfwiseError(thrown: unknown): ShelfwiseError {
  if (thrown instanceof ShelfwiseError) return thrown;
  if (thrown instanceof Error) {
    const failure = pathFailure(thrown);
    if (failure !== null) return failure;
    const code = own(SYSTEM_CODES, systemCodeOf(thrown) ?? '');
    return new ShelfwiseError(code ?? 'internal', thrown.message, { cause: thrown });
  }
  return new ShelfwiseError('internal', String(thrown), { cause: thrown });
}

/**
 * What is read; null where it is not there.
 * @throws ShelfwiseError for any other failure: damage is no absence
 */
export async function ifThere<Part>(read: () => Promise<Part>): Promise<Part | null> {
  try {
    return await read();
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return null;
    throw error;
  }
}

export function exitStatusOf(code: ErrorCode): number {
  return EXIT_STATUS[code];
}

/** Closes a union: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new ShelfwiseError('internal', `unexpected value ${JSON.stringify(value)}`);
}

/** How a ShelfwiseError travels between processes: the code of the wire's own error, whose data holds ours. */
export const WIRE_ERROR = 'SHELFWISE';
export const wireErrorSchema = z.object({ code: z.enum(ERROR_CODES), said: saidSchema.optional() });
export type WireError = z.infer<typeof wireErrorSchema>;

/** What crosses between processes, beside the message. */
export const wireErrorOf = ({ code, said }: ShelfwiseError): WireError => ({ code, ...(said && { said }) });

/** The error that crossed. */
export const errorFromWire = ({ code, said }: WireError, message: string, cause?: unknown): ShelfwiseError =>
  new ShelfwiseError(code, said !== undefined && isKnown(said) ? said : message, { cause });
