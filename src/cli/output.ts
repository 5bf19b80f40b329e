/** Standard output and standard error, of which the other end may go away or the disk may fill up. */
import type { Writable } from 'node:stream';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';

export interface Output {
  /** False once nobody reads any more (`| head`); long output stops then. */
  readonly open: boolean;
  /** Why writing failed, where it is more than a reader that left. */
  readonly failure: ShelfwiseError | null;
  /** Waits until the system has taken the text, so that the program may end after it. */
  write(text: string): Promise<void>;
}

export function outputTo(stream: Writable): Output {
  let open = true;
  let failure: ShelfwiseError | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    const { code, message } = toShelfwiseError(error);
    failure = new ShelfwiseError(code, `The output could not be written: ${message}.`, { cause: error });
  });
  return {
    get open() {
      return open;
    },
    get failure() {
      return failure;
    },
    write: (text) => (open ? new Promise((resolve) => stream.write(text, () => resolve())) : Promise.resolve()),
  };
}
