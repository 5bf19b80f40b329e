/**
 * Reads a workbook in a thread of its own: parsing one takes seconds, in which a page must be served and Ctrl-C must be
 * heard, and what a hostile one takes in memory ends with its thread.
 */
import { on } from 'node:events';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import { errorFromWire, ShelfwiseError, systemCodeOf } from '../../../../shared/errors';
import { throwIfStopped } from '../../../../shared/values/throw-if-stopped';
import { say } from '../../../../shared/words/sentence';
import { programFolder } from '../../../machine/environment/program';
import type { WorkbookLimits } from './parts';
import { ENDED, type FromReader, type ReaderData, type ReaderRequest, TAKEN } from './reader-messages';
import { tooManyCells } from './open-workbook';
import { type SheetRow, TooManyCells } from './sheet';
import { type Sheet, sheetNamed } from './workbook';

/** Megabytes of the thread's heap: the texts of the largest workbook take half of it. */
const HEAP = 1024;

interface OpenedWorkbook {
  readonly sheets: readonly Sheet[];
  /** Of the whole file. */
  readonly sha256: string;
  /** The sheet with a name, or the first. @throws ShelfwiseError `not-found` with the existing names */
  readonly sheet: (name: string | undefined) => Sheet;
  /**
   * The rows of a sheet that have a cell, in order.
   * @param use returns `false` to end the reading, and may throw TooManyCells
   * @param after called after each batch of rows
   * @throws ShelfwiseError `bad-data` if it is no sheet, or too large
   */
  readonly rows: (
    sheet: Sheet,
    use: (row: SheetRow) => boolean | void,
    after?: () => Promise<void> | void,
  ) => Promise<void>;
}

interface ReadingOptions {
  readonly limits: WorkbookLimits;
  /** Characters to keep of a cell; all if absent. A row keeps no more than shows that it is too long. */
  readonly longestCell?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * @param file a path
 * @param use reads from the workbook, which is closed afterwards
 * @throws ShelfwiseError `bad-data` if it is no workbook, has a password, or is too large; `stopped` on abort
 */
export async function withWorkbook<Result>(
  file: string,
  { limits, longestCell = Infinity, signal }: ReadingOptions,
  use: (workbook: OpenedWorkbook) => Promise<Result>,
): Promise<Result> {
  throwIfStopped(signal);
  const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const thread = new Worker(path.join(programFolder(), 'out', 'main', 'workbook-reader.js'), {
    name: 'workbook',
    workerData: { file, limits, longestCell, shared } satisfies ReaderData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    execArgv: [],
  });
  try {
    const messages = on(thread, 'message', { signal, close: ['exit'] }) as AsyncIterator<[FromReader]>;
    const next = async (): Promise<FromReader> => {
      const { value, done } = await messages.next();
      const [message] = done === true ? [] : value;
      if (message === undefined) throw new ShelfwiseError('internal', say('workbook.reader-ended', { file }));
      if (message.kind === 'failed') throw errorFromWire(message, message.message);
      return message;
    };
    return await use(await opened(file, thread, new Int32Array(shared), next));
  } catch (thrown) {
    throwIfStopped(signal);
    if (thrown instanceof TooManyCells) throw tooManyCells(file);
    if (systemCodeOf(thrown) !== 'ERR_WORKER_OUT_OF_MEMORY') throw thrown;
    throw new ShelfwiseError('bad-data', say('workbook.takes-memory', { file }), { cause: thrown });
  } finally {
    await thread.terminate();
  }
}

async function opened(
  file: string,
  thread: Worker,
  state: Int32Array,
  next: () => Promise<FromReader>,
): Promise<OpenedWorkbook> {
  const first = await next();
  if (first.kind !== 'open') throw new ShelfwiseError('internal', say('workbook.reader-ended', { file }));
  const { sheets, sha256 } = first;
  let reading = 0;
  return {
    sheets,
    sha256,
    sheet: (name) => sheetNamed(file, { sheets }, name),
    rows: async (sheet, use, after) => {
      reading++;
      thread.postMessage({ reading, sheet } satisfies ReaderRequest);
      for (let message = await next(); message.kind === 'rows'; message = await next()) {
        if (Atomics.load(state, ENDED) < reading && message.rows.some((row) => use(row) === false))
          Atomics.store(state, ENDED, reading);
        await after?.();
        Atomics.add(state, TAKEN, 1);
        Atomics.notify(state, TAKEN);
      }
    },
  };
}
