import { type TextForm, textField } from '../../../shared/values/csv';
import type { RowIssue } from '../../../shared/contract/dataset';
import { defineCommand } from '../../../cli/command';
import type { Client } from '../../../cli/context';
import { count, counted } from '../../../cli/words';

const PAGE = 1000;
const ROWS_ON_A_TERMINAL = 50;
const COLUMNS = ['file', 'line', 'column', 'outcome', 'reason', 'raw'] as const;

const csvLine = (row: RowIssue, form: TextForm): string =>
  `${COLUMNS.map((column) => textField(String(row[column] ?? ''), form)).join(',')}\r\n`;

interface Request {
  fingerprint: string;
  outcome?: 'repaired' | 'rejected';
}

async function* pages(client: Client, request: Request, limit: number): AsyncIterable<RowIssue[]> {
  for (let start = 0; start < limit; start += PAGE) {
    const { rows, total } = await client.datasets.rowIssues({ ...request, start, end: Math.min(limit, start + PAGE) });
    yield rows;
    if (start + PAGE >= total) return;
  }
}

async function* asCsv(
  client: Client,
  request: Request,
  { limit, total, form }: { limit: number; total: number; form: TextForm },
): AsyncIterable<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for await (const rows of pages(client, request, limit)) yield rows.map((row) => csvLine(row, form)).join('');
  if (limit < total) yield `… ${count(total - limit)} more: --out FILE saves all, --limit N shows more\n`;
}

export default defineCommand({
  name: 'rows',
  group: 'Data',
  summary: 'Show the rows that an import repaired or rejected, or save them as CSV',
  inputs: {
    fingerprint: {
      kind: 'text',
      argument: true,
      required: true,
      value: 'FINGERPRINT',
      help: 'the data set, or the beginning of its fingerprint',
    },
    out: { kind: 'text', value: 'FILE', help: 'save all of them as CSV' },
    outcome: { kind: 'choice', value: 'WHICH', choices: ['repaired', 'rejected'], help: 'only these' },
    limit: { kind: 'integer', value: 'N', minimum: 1, maximum: 1e9, help: 'at most this many rows' },
    raw: { kind: 'flag', help: 'write texts exactly, even those that a spreadsheet would run as formulas' },
  },
  examples: ['rows 3f2a9c10', 'rows 3f2a9c10 --out rows.csv'],
  async run(context, { fingerprint, out, outcome, limit, raw }) {
    const client = await context.client();
    const form = raw ? 'raw' : 'guarded';
    if (out !== undefined) {
      const saved = await client.datasets.exportRowIssues({ fingerprint, out: context.resolve(out), raw });
      return { json: saved, text: () => `Saved ${counted(saved.rows, 'row')} to\n${saved.path}` };
    }
    const request = { fingerprint, ...(outcome && { outcome }) };
    const { total } = await client.datasets.rowIssues({ ...request, start: 0, end: 0 });
    const rows: RowIssue[] = [];
    if (context.wantsJson) for await (const page of pages(client, request, limit ?? total)) rows.push(...page);
    return {
      json: { total, rows },
      text: (terminal) => {
        if (total === 0) return 'No row was repaired or rejected.';
        const shown = limit ?? (terminal.interactive ? ROWS_ON_A_TERMINAL : total);
        return asCsv(client, request, { limit: shown, total: terminal.interactive ? total : shown, form });
      },
    };
  },
});
