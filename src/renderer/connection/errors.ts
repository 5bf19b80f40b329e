/** Turns wire errors into the program's own, with a code and a sentence that says what to do. */
import { mapEventIterator, ORPCError } from '@orpc/client';
import { errorFromWire, ShelfwiseError, WIRE_ERROR, wireErrorSchema } from '../../shared/errors';

export function fromWire(thrown: unknown): Error {
  if (thrown instanceof ShelfwiseError) return thrown;
  if (thrown instanceof ORPCError) {
    const { data } = wireErrorSchema.safeParse(thrown.data);
    if (thrown.code === WIRE_ERROR && data !== undefined) return errorFromWire(data, thrown.message, thrown);
    return new ShelfwiseError('internal', `The engine answered with an error: ${thrown.message}`, { cause: thrown });
  }
  if (thrown instanceof Error && thrown.name === 'AbortError') return thrown;
  return new ShelfwiseError('internal', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

const isAsyncIterator = (value: unknown): value is AsyncIterator<unknown, unknown, void> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** The same for streamed answers. */
export function withWireErrors(answer: unknown): unknown {
  if (!isAsyncIterator(answer)) return answer;
  return mapEventIterator(answer, {
    value: (piece) => Promise.resolve(piece),
    error: (thrown) => Promise.resolve(fromWire(thrown)),
  });
}
