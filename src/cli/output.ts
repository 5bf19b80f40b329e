/** Standard output and standard error, of which the other end may go away or the disk may fill up. */
import type { Writable } from 'node:stream';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { visibleJson, visibleText } from '../shared/visible-text';
import { STYLE_SEQUENCE } from './terminal';

export interface Output {
  /** False once nobody reads any more (`| head`); long output stops then. */
  readonly open: boolean;
  /** Why writing failed, where it is more than a reader that left. */
  readonly failure: ShelfwiseError | null;
  /**
   * Text for a person, wherever it comes from: what a terminal would obey is shown, but for line ends, tabs and our own colours.
   * Waits until the system has taken the text, so that the program may end after it.
   */
  write(text: string): Promise<void>;
  /** Data for a file or another program, as it is. */
  writeExact(text: string): Promise<void>;
}

const LINES = /\r?\n|\t/;
const KEPT = new RegExp(`(${LINES.source})`);
const KEPT_WITH_COLOURS = new RegExp(`(${LINES.source}|${STYLE_SEQUENCE.source})`);

/** Every second part of a text that is split by a group is what the group found. */
const shown = (text: string, kept: RegExp): string =>
  text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : visibleText(part)))
    .join('');

/** An object as text; exact, and nothing in it is obeyed by a terminal. */
export const jsonText = (value: object): string => visibleJson(JSON.stringify(value, null, 2));

/** @param colours whether our own are let through */
export function outputTo(stream: Writable, colours: boolean): Output {
  let open = true;
  let failure: ShelfwiseError | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    const { code, message } = toShelfwiseError(error);
    failure = new ShelfwiseError(code, `The output could not be written: ${message}.`, { cause: error });
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
