/** Reads files that are not plain: our own pass cuts them into rows, and DuckDB reads the two files that it writes. */
import type { Sql } from '../../storage/database/sql';
import type { Dialect } from './detect';
import { decoderOf } from './encoding';
import { type PassedRows, rowsTable } from './rows-table';
import type { Scan } from './scan';
import { readPieces } from './source-file';
import type { FileBase, ReadContext } from './source-table';
import { RowSplitter, type SplitCounts } from './split-rows';

export function readByPass(
  context: ReadContext,
  base: FileBase,
  dialect: Dialect,
  scan: Scan,
  computed: readonly Sql[],
): Promise<SplitCounts & PassedRows> {
  const { fields } = dialect;
  const splitter = new RowSplitter({
    delimiter: dialect.delimiter,
    quoting: dialect.quoting,
    fields,
    headerRows: dialect.headerRows,
    carriageReturnEnds: scan.lineEnds === 'CR',
    damaged: scan.damaged,
  });
  const decoder = decoderOf(scan.encoding, scan.damaged);
  return rowsTable(
    context,
    base,
    splitter,
    () => computed,
    async (flush) => {
      let isFirst = true;
      for await (const piece of readPieces(base.text.path, base.text.bytes, context.signal)) {
        const decoded = decoder.push(piece);
        splitter.push(isFirst ? withoutMark(decoded) : decoded, false);
        isFirst = false;
        await flush();
      }
      splitter.push(decoder.end(), true);
      return { ...splitter.counts, fields };
    },
  );
}

/** Removes the byte order mark, which in UTF-8 is EF BB BF whatever the encoding was. */
function withoutMark(decoded: Buffer): Buffer {
  return decoded[0] === 0xef && decoded[1] === 0xbb && decoded[2] === 0xbf ? decoded.subarray(3) : decoded;
}
