import type { EarlierExport } from '../../../shared/contract/run-life';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { keyInput, RUN_ARGUMENT } from '../../../cli/common-inputs';
import { exportKind } from './exports-shown';
import { formatTable } from '../../../cli/layout';
import { exportedWords, RULES_INPUT, rulesNamed } from '../../../cli/rules';
import type { Terminal } from '../../../cli/terminal';
import { count, minute, short } from '../../../cli/words';

const STATES = { same: 'unchanged', changed: 'changed since', missing: 'gone' } as const;

function exportTable(terminal: Terminal, exports: readonly EarlierExport[]): string {
  if (exports.length === 0) return 'Nothing was exported of this run yet.';
  return formatTable(
    terminal,
    [
      { title: 'when (UTC)' },
      { title: 'format' },
      { title: 'profiles', align: 'right' },
      { title: 'sha256' },
      { title: 'file' },
      { title: 'rules', shrinkTo: 12 },
      { title: 'path', shrinkTo: 12 },
    ],
    exports.map((record) => [
      minute(record.exportedAt),
      exportKind(record),
      count(record.profiles),
      short(record.sha256),
      STATES[record.file],
      exportedWords(record) ?? '',
      record.path,
    ]),
  );
}

export default defineCommand({
  name: 'exports',
  group: 'Export',
  summary: 'List what was exported of a run and whether the files are still the same; export the same bytes again',
  inputs: {
    run: RUN_ARGUMENT,
    again: { kind: 'text', value: 'SHA256', help: 'export this one again, by the beginning of its hash' },
    out: { kind: 'text', value: 'FILE', help: 'with --again: where to; without it, where it was' },
    rules: {
      ...RULES_INPUT,
      value: 'FILE',
      help: 'with --again, where rules were applied that are no longer saved: the same rules',
    },
    key: { kind: 'text', value: 'KEYFILE', help: 'with --again, where pseudonyms were translated: the key file' },
  },
  examples: ['exports rxvrv4t4ss', 'exports rxvrv4t4ss --again 8a1f --out again.csv'],
  async run(context, { run, again, out, key, rules }) {
    const client = await context.client();
    const exports = await client.runs.exports({ runId: run });
    if (again === undefined) return { json: { exports }, text: (terminal) => exportTable(terminal, exports) };
    const { runId, dataset } = await client.runs.get({ runId: run });
    const wanted = exports.find(({ sha256 }) => sha256.startsWith(again.toLowerCase()));
    if (wanted === undefined) throw new ShelfwiseError('not-found', say('export.no-hash', { again, run: runId }));
    const { format, sha256 } = wanted;
    if (wanted.translated === true && key === undefined) throw new ShelfwiseError('usage', say('export.needs-key'));
    const { rulesDate: date } = wanted;
    const applied =
      rules === undefined
        ? {}
        : {
            rules: { set: await rulesNamed(context, rules, dataset.fingerprint), ...(date !== undefined && { date }) },
          };
    const target = out === undefined ? wanted.path : context.resolve(out);
    const record = await client.runs.export(
      { runId, format, sha256, out: target, ...keyInput(context, key), ...applied },
      { signal: context.interrupt.signal },
    );
    return { json: record, text: () => `The same bytes (SHA-256 ${short(record.sha256)}) are in\n${record.path}` };
  },
});
