/** The measurements as one table to send: a row per device, and what computed below. */
import { type DeviceMeasurement, STEP_PARTS } from '../../src/shared/contract/device';

/** A row: measurements of a device, or why there are none. */
export type Row =
  | {
      readonly name: string;
      readonly measured: DeviceMeasurement;
      /** Largest relative difference between an epoch's loss and the processor's; null for the processor itself. */
      readonly lossDifference: number | null;
      readonly problems: readonly string[];
    }
  | {
      readonly name: string;
      /** Time of another program, for comparison. */
      readonly secondsPerEpoch: number;
      readonly what: string;
      readonly profiles: number;
    }
  | { readonly name: string; readonly reason: string };

const HEAD = [
  'device',
  's an epoch',
  'ms a step',
  'of cpu',
  'encode ms',
  'decode ms',
  'gradient, Adam ms',
  'lists s',
  'off by',
  'losses off by',
  'same bits',
];
/** Rows of a batch in the measured recipe. */
const BATCH = 256;

/** In Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const cpu = rows.find(({ name }) => name === 'cpu');
  const beside = cpu !== undefined && 'measured' in cpu ? cpu.measured.secondsPerEpoch : NaN;
  const lines = rows.map((row) => {
    if ('measured' in row) return cells(row, beside);
    return filled([
      row.name,
      ...('reason' in row ? ['not measured'] : speed(row.secondsPerEpoch, row.profiles, beside)),
    ]);
  });
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

const filled = (cellsOfRow: readonly string[]): string[] => HEAD.map((_, column) => cellsOfRow[column] ?? '');

const speed = (secondsPerEpoch: number, profiles: number, beside: number): string[] => [
  secondsPerEpoch.toFixed(3),
  milliseconds(secondsPerEpoch / Math.ceil(profiles / BATCH)),
  `${(secondsPerEpoch / beside).toFixed(2)} times`,
];

const milliseconds = (seconds: number | undefined): string =>
  seconds === undefined ? '' : (1000 * seconds).toFixed(seconds < 0.01 ? 2 : 1);

function cells({ name, measured, lossDifference }: Extract<Row, { measured: object }>, beside: number): string[] {
  const { secondsPerEpoch, kernels, repeats, profiles, parts, lists } = measured;
  return [
    name,
    ...speed(secondsPerEpoch, profiles, beside),
    ...STEP_PARTS.map((part) => milliseconds(parts?.[part])),
    lists === undefined ? '' : lists.seconds.toFixed(3),
    Math.max(...Object.values(kernels)).toExponential(1),
    lossDifference === null ? '' : lossDifference.toExponential(1),
    repeats ? 'yes' : 'NO',
  ];
}

function notes(row: Row): string[] {
  if ('reason' in row) return [`${row.name} was not measured: ${row.reason}`];
  if ('what' in row) return [`${row.name}: ${row.what}`];
  const { gpu, lists, profiles } = row.measured;
  const libraries = Object.entries(gpu?.libraries ?? {}).map(([name, version]) => `${name} ${version}`);
  const what = gpu === undefined ? row.measured.name : `${gpu.name}, ${gpu.driver}, ${libraries.join(', ')}`;
  const left = lists?.rowsLeft === undefined ? '' : `; it left ${lists.rowsLeft} of ${profiles} lists to the processor`;
  return [`${row.name}: ${what}${left}`, ...row.problems.map((problem) => `PROBLEM of ${row.name}: ${problem}`)];
}
