/**
 * The thread in which a workbook is opened and its rows are read (with-workbook.ts). It waits where the other side has
 * not taken two batches, so that cells which refer to one long text take no memory.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { toShelfwiseError, wireErrorOf } from '../../../../shared/errors';
import { sha256 } from '../../../storage/read-files';
import { LONGEST_ROW_BYTES } from '../parse-row';
import { openWorkbook } from './open-workbook';
import { swells } from './parts';
import { ENDED, type FromReader, type ReaderData, type ReaderRequest, TAKEN } from './reader-messages';
import type { SheetRow } from './sheet';

const BATCHES_AHEAD = 2;
/** Bounds of a batch. */
const BATCH_CHARACTERS = 1 << 18;
const BATCH_CELLS = 20_000;

const { file, limits, longestCell, shared } = workerData as ReaderData;
const state = new Int32Array(shared);
const tell = (message: FromReader): void => parentPort!.postMessage(message);

/** Characters of all rows so far: many cells may refer to one text. */
let characters = 0;
let batchesSent = 0;

/** Keeps of a row that is too long only what shows that it is. */
function cut(cells: readonly string[]): string[] {
  let left = LONGEST_ROW_BYTES + 1;
  const kept: string[] = [];
  for (const cell of cells) {
    kept.push(cell.slice(0, Math.min(longestCell, left)));
    left -= kept.at(-1)!.length;
    if (left === 0) break;
  }
  return kept;
}

class Batch {
  #rows: SheetRow[] = [];
  #characters = 0;
  #cells = 0;

  constructor(private readonly reading: number) {}

  /** @returns false if no more rows are wanted. @throws ShelfwiseError `bad-data` if all rows are too long */
  add({ number, cells: all }: SheetRow): boolean {
    const cells = cut(all);
    const length = cells.reduce((sum, cell) => sum + cell.length, 0);
    characters += length;
    if (characters > limits.inflated) throw swells(file, limits);
    this.#rows.push({ number, cells });
    this.#characters += length;
    this.#cells += cells.length;
    if (this.#characters < BATCH_CHARACTERS && this.#cells < BATCH_CELLS) return true;
    return this.send();
  }

  /** Waits until there is room for it. */
  send(): boolean {
    for (;;) {
      const taken = Atomics.load(state, TAKEN);
      if (batchesSent - taken < BATCHES_AHEAD) break;
      Atomics.wait(state, TAKEN, taken);
    }
    const isOver = Atomics.load(state, ENDED) >= this.reading;
    if (!isOver) {
      tell({ kind: 'rows', rows: this.#rows });
      batchesSent++;
    }
    this.#rows = [];
    this.#characters = this.#cells = 0;
    return !isOver;
  }
}

async function reported(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    tell({ kind: 'failed', message: error.message, ...wireErrorOf(error) });
  }
}

void reported(async () => {
  const workbook = await openWorkbook(file, limits);
  parentPort!.on('message', ({ reading, sheet }: ReaderRequest) => {
    void reported(async () => {
      const batch = new Batch(reading);
      await workbook.rows(sheet, (row) => batch.add(row));
      batch.send();
      tell({ kind: 'end' });
    });
  });
  tell({ kind: 'open', sheets: workbook.sheets, sha256: sha256(workbook.bytes) });
});
