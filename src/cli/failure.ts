/** Reports a failure: one sentence, and the same as an object for --json. */
import { exitStatusOf, ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { singleLine } from './width';

interface ErrorObject {
  error: { code: string; message: string };
}

export const errorObject = (error: ShelfwiseError): ErrorObject => ({
  error: { code: error.code, message: sentenceOf(error) },
});

/** A bug of the program asks to be reported; every other error already says what to do. */
function sentenceOf(error: ShelfwiseError): string {
  if (error.code !== 'internal') return error.message;
  return (
    `This is a fault of Shelfwise, not yours: ${error.message} ` +
    'Please report it with what you typed and the output of "shelfwise doctor"; with SHELFWISE_DEBUG=1 it shows more.'
  );
}

/** Converts what was thrown; any failure after Ctrl-C counts as stopped by the user. */
export function failureOf(thrown: unknown, interrupted: boolean): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  if (interrupted && (error.code === 'internal' || error.code === 'stopped'))
    return new ShelfwiseError('stopped', 'Stopped, as you asked. Nothing half-done was saved.', { cause: thrown });
  return error;
}

export function explain(error: ShelfwiseError): string {
  const sentence = `${singleLine(sentenceOf(error))}\n`;
  if (process.env['SHELFWISE_DEBUG'] !== '1') return sentence;
  const causes: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    causes.push(cause.stack ?? cause.message);
  return `${sentence}${causes.join('\ncaused by ')}\n`;
}

export const statusOf = (error: ShelfwiseError): number => exitStatusOf(error.code);
