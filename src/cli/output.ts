/** Standard output and standard error; either may lose its reader or fill its disk. */
import type { Writable } from 'node:stream';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { visibleJson, visibleText } from '../shared/values/visible-text';
import { STYLE_SEQUENCE } from './terminal';
import { say } from '../shared/words/sentence';

export interface Output {
  /** False once the reader has left (`| head`); long output then stops. */
  readonly open: boolean;
  /** Why writing failed, unless the reader merely closed the pipe. */
  readonly failure: ShelfwiseError | null;
  /**
   * Writes text for a person. Control characters are made visible, except newlines, tabs and the program's own colours.
   * Resolves once the system has taken the text, so that the program may end after it.
   */
  write(text: string): Promise<void>;
  /** Writes data for a file or another program, unchanged. */
  writeExact(text: string): Promise<void>;
}

const LINES = /\r?\n|\t/;
const KEPT = new RegExp(`(${LINES.source})`);
const KEPT_WITH_COLOURS = new RegExp(`(${LINES.source}|${STYLE_SEQUENCE.source})`);

/** Splitting by a pattern with a group puts matches at odd indexes. */
const shown = (text: string, kept: RegExp): string =>
  text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : visibleText(part)))
    .join('');

/** An object as exact JSON without control characters. */
export const jsonText = (value: object): string => visibleJson(JSON.stringify(value, null, 2));

/** @param colours whether to keep the program's own colours */
export function outputTo(stream: Writable, colours: boolean): Output {
  let open = true;
  let failure: ShelfwiseError | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    const known = toShelfwiseError(error);
    failure = new ShelfwiseError(known.code, say('command-line.output-failed', { message: known.message }), {
      cause: error,
    });
  });
  const writeExact = (text: string): Promise<void> =>
    open ? new Promise((resolve) => stream.write(text, () => resolve())) : Promise.resolve();
  return {
    get open() {
      return open;
    },
    get failure() {
      return failure;
    },
    write: (text) => writeExact(shown(text, colours ? KEPT_WITH_COLOURS : KEPT)),
    writeExact,
  };
}
