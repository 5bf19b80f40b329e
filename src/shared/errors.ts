import * as z from 'zod';
import { own } from './values/own';
import { isKnown, type Said, saidSchema, say, type Sentence, type TextId, textOf } from './words/sentence';

/**
 * The one error type of the program: a code that survives the trip between processes, a sentence to act on (what,
 * where, what to do), and the cause for the log. The command line's exit status follows from the code.
 */
const EXIT_STATUS = {
  internal: 1,
  usage: 2,
  diverged: 2,
  /** The data is too large to fit the model. */
  'too-large': 2,
  'bad-data': 3,
  /** A file written by a newer version of the program; it is left unchanged. */
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

  /** The message as sentences, if the table has them, for display in another language. */
  readonly said: Said | undefined;

  /** @param told an English text, or sentences, whose English text becomes the message */
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

/** Maps the operating system's error codes; others become `internal`. */
const SYSTEM_CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
};

/** Codes for paths that name no file, which a user may type or a foreign file may contain. */
const PATH_CODES = {
  ELOOP: ['bad-data', 'system.link-loop'],
  ENAMETOOLONG: ['usage', 'system.name-too-long'],
  EISDIR: ['usage', 'system.is-folder'],
  ERR_INVALID_ARG_VALUE: ['usage', 'system.zero-byte'],
  EIO: ['bad-data', 'system.read-failed'],
} as const satisfies Record<string, readonly [ErrorCode, TextId]>;
/** Characters of a path that are shown: an overlong one need not be complete. */
const SHOWN_PATH = 200;

function pathFailure(thrown: Error & { code?: unknown; path?: unknown }): ShelfwiseError | null {
  const { code, path, message } = thrown;
  if (typeof code !== 'string' || !Object.hasOwn(PATH_CODES, code)) return null;
  // Node also uses this code for other arguments, which are bugs of the program.
  if (code === 'ERR_INVALID_ARG_VALUE' && !message.includes('null bytes')) return null;
  const [ours, id] = PATH_CODES[code as keyof typeof PATH_CODES];
  const file = typeof path === 'string' ? path.slice(0, SHOWN_PATH) : say('system.some-file');
  return new ShelfwiseError(ours, say(id, { file }), { cause: thrown });
}

/** The code of an error from the operating system or Node (`ENOENT`); null for other values. */
export const systemCodeOf = (thrown: unknown): string | null =>
  thrown instanceof Error && !(thrown instanceof ShelfwiseError) && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : null;

/** Converts anything thrown; a ShelfwiseError passes unchanged. */
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
 * Reads, and resolves to null if the file is missing.
 * @throws ShelfwiseError for any other failure: damage does not count as missing
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

/** Closes a union: the compiler reports a forgotten case. */
export function assertNever(value: never): never {
  throw new ShelfwiseError('internal', `unexpected value ${JSON.stringify(value)}`);
}

/** Code of the wire's error that carries a ShelfwiseError; its data holds ours. */
export const WIRE_ERROR = 'SHELFWISE';
export const wireErrorSchema = z.object({ code: z.enum(ERROR_CODES), said: saidSchema.optional() });
export type WireError = z.infer<typeof wireErrorSchema>;

/** The data sent beside the message. */
export const wireErrorOf = ({ code, said }: ShelfwiseError): WireError => ({ code, ...(said && { said }) });

/** The received error. */
export const errorFromWire = ({ code, said }: WireError, message: string, cause?: unknown): ShelfwiseError =>
  new ShelfwiseError(code, said !== undefined && isKnown(said) ? said : message, { cause });
