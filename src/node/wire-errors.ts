/**
 * Converts a ShelfwiseError to the wire's error with our code in its data; src/renderer/connection/errors.ts converts
 * it back.
 */
import { mapEventIterator, ORPCError } from '@orpc/client';
import { issueText } from '../shared/values/issue-text';
import { ShelfwiseError, toShelfwiseError, WIRE_ERROR, type WireError, wireErrorOf } from '../shared/errors';

/** Converts a refusal by the contract's validation to our own error. */
export function fromBorder(thrown: unknown): ShelfwiseError {
  if (!(thrown instanceof ORPCError)) return toShelfwiseError(thrown);
  const issues = (thrown.data as { issues?: { message: string; path?: PropertyKey[] }[] } | undefined)?.issues ?? [];
  const detail = issues.map((issue) => issueText(issue, 'input')).join('; ');
  return new ShelfwiseError(
    thrown.code === 'BAD_REQUEST' ? 'usage' : 'internal',
    detail === '' ? thrown.message : `${thrown.message}. ${detail}.`,
    { cause: thrown },
  );
}

function toWire(thrown: unknown): ORPCError<string, WireError> {
  const error = fromBorder(thrown);
  const { code, message } = error;
  return new ORPCError(WIRE_ERROR, { status: code === 'internal' ? 500 : 400, message, data: wireErrorOf(error) });
}

const isAsyncIterator = (value: unknown): value is AsyncIterator<unknown, unknown, void> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Wraps every call: sends what it throws, at once or while streaming, as a wire error. */
export async function answering(next: () => Promise<unknown>): Promise<unknown> {
  try {
    const answer = await next();
    if (!isAsyncIterator(answer)) return answer;
    return mapEventIterator(answer, {
      value: (piece) => Promise.resolve(piece),
      error: (thrown) => Promise.resolve(toWire(thrown)),
    });
  } catch (thrown) {
    throw toWire(thrown);
  }
}
