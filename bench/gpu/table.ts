/** What was measured, as one table that can be sent: each device in a row, and below it what computed. */
import type { DeviceMeasurement } from '../../src/shared/contract';

/** A row: what was measured of a device, or why nothing was. */
export type Row =
  | {
      readonly name: string;
      readonly measured: DeviceMeasurement;
      /** Largest relative difference between the losses of an epoch and the processor's; null of the processor itself. */
      readonly lossDifference: number | null;
      readonly problems: readonly string[];
    }
  | { readonly name: string; readonly reason: string };

const HEAD = ['device', 's an epoch', 'ms a step', 'of portable', 'off by', 'losses off by', 'same bits'];
/** Rows of a batch in the recipe that is measured. */
const BATCH = 256;

/** In Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const portable = rows.find(({ name }) => name === 'cpu portable');
  const beside = portable !== undefined && 'measured' in portable ? portable.measured.secondsPerEpoch : NaN;
  const lines = rows.map((row) =>
    'measured' in row ? cells(row, beside) : [row.name, 'not measured', '', '', '', '', ''],
  );
  const widths = HEAD.map((head, column) => Math.max(head.length, ...lines.map((line) => line[column]!.length)));
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [
    line(HEAD),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...lines.map(line),
    '',
    ...rows.flatMap(notes),
  ].join('\n');
}

function cells({ name, measured, lossDifference }: Extract<Row, { measured: object }>, beside: number): string[] {
  const { secondsPerEpoch, kernels, repeats, profiles } = measured;
  return [
    name,
    secondsPerEpoch.toFixed(3),
    ((1000 * secondsPerEpoch) / Math.ceil(profiles / BATCH)).toFixed(1),
    `${(secondsPerEpoch / beside).toFixed(2)} times`,
    Math.max(...Object.values(kernels)).toExponential(1),
    lossDifference === null ? '' : lossDifference.toExponential(1),
    repeats ? 'yes' : 'NO',
  ];
}

function notes(row: Row): string[] {
  if ('reason' in row) return [`${row.name} was not measured: ${row.reason}`];
  const { gpu } = row.measured;
  const libraries = Object.entries(gpu?.libraries ?? {}).map(([name, version]) => `${name} ${version}`);
  const what = gpu === undefined ? row.measured.name : `${gpu.name}, ${gpu.driver}, ${libraries.join(', ')}`;
  return [`${row.name}: ${what}`, ...row.problems.map((problem) => `PROBLEM of ${row.name}: ${problem}`)];
}
