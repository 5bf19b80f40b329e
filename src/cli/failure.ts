/** Reports a failure: one sentence, and the same as an object for --json. */
import { exitStatusOf, ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { singleLine } from './width';
import { say, textOf } from '../shared/words/sentence';
import type { Language } from '../shared/words/templates';

interface ErrorObject {
  error: { code: string; message: string };
}

/** In English, whatever the system's language: a program may look for a word in it. */
export const errorObject = (error: ShelfwiseError): ErrorObject => ({
  error: { code: error.code, message: sentenceOf(error, 'en') },
});

/** The language of the user's system (LC_ALL, LC_MESSAGES, LANG), as far as the program speaks it. */
const systemLanguage = (): Language =>
  new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko') ? 'ko' : 'en';

/** A bug of the program asks to be reported; every other error already says what to do. */
function sentenceOf(error: ShelfwiseError, language: Language): string {
  if (error.code !== 'internal') return error.said === undefined ? error.message : textOf(error.said, language);
  return (
    `This is a fault of Shelfwise, not yours: ${error.message} ` +
    'Please report it with what you typed and the output of "shelfwise doctor"; with SHELFWISE_DEBUG=1 it shows more.'
  );
}

/** Converts what was thrown; any failure after Ctrl-C counts as stopped by the user. */
export function failureOf(thrown: unknown, interrupted: boolean): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  if (interrupted && (error.code === 'internal' || error.code === 'stopped'))
    return new ShelfwiseError('stopped', say('command-line.stopped'), { cause: thrown });
  return error;
}

export function explain(error: ShelfwiseError): string {
  const sentence = `${singleLine(sentenceOf(error, systemLanguage()))}\n`;
  if (process.env['SHELFWISE_DEBUG'] !== '1') return sentence;
  const causes: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    causes.push(cause.stack ?? cause.message);
  return `${sentence}${causes.join('\ncaused by ')}\n`;
}

export const statusOf = (error: ShelfwiseError): number => exitStatusOf(error.code);
