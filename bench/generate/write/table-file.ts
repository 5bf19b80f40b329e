/** Writes a table to disk in blocks. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { writeFileWith } from '../../../src/engine/storage/files';
import { COLUMNS, type FileName } from './schema';
import { csvLine, TableEncoder, type TableForm } from './table-form';

const LINES_A_BLOCK = 8192;

export interface TableFileOptions {
  readonly form?: TableForm;
  /** The header line, if not the schema's. */
  readonly header?: string;
  /** Ends the file in the middle of its last row, after the first comma. */
  readonly cutLastRow?: boolean;
}

/** @param fill receives the function that adds one line, without its newline */
export async function writeTable(
  folder: string,
  name: FileName,
  options: TableFileOptions,
  fill: (add: (line: string) => void) => void,
): Promise<void> {
  const encoder = new TableEncoder(options.form);
  await writeFileWith(path.join(folder, name), (temporary) => {
    const file = fs.openSync(temporary, 'w');
    try {
      let block = [options.header ?? csvLine(COLUMNS[name])];
      const flush = () => {
        fs.writeSync(file, encoder.encode(block));
        block = [];
      };
      fill((line) => {
        // Flushes before adding, so that the last line is never already written.
        if (block.length >= LINES_A_BLOCK) flush();
        block.push(line);
      });
      const rest = options.cutLastRow ? block.pop()! : '';
      flush();
      fs.writeSync(file, encoder.encodeText(rest.slice(0, rest.indexOf(',') + 1)));
    } finally {
      fs.closeSync(file);
    }
    return Promise.resolve();
  });
}
