/** Describes a data set. */
import type { Dataset, FileReport, Finding } from '../../../shared/contract/dataset';
import { placeOfRows } from '../../../shared/values/place-of-rows';
import { blocks, formatFacts, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { count, counted, day, minute, short } from '../../../cli/words';

const period = (dataset: Dataset): string =>
  dataset.period === null ? 'without times' : `${day(dataset.period.from)} to ${day(dataset.period.to)}`;

function fileTable(terminal: Terminal, files: readonly FileReport[]): string {
  const number = (title: string) => ({ title, align: 'right' }) as const;
  return formatTable(
    terminal,
    [
      { title: 'file', shrinkTo: 14 },
      { title: 'role' },
      { title: 'encoding' },
      ...['rows', 'accepted', 'repaired', 'rejected'].map(number),
    ],
    files.map((file) => [
      placeOfRows(file),
      file.role,
      file.encoding,
      count(file.rows),
      count(file.accepted),
      count(file.repaired),
      count(file.rejected),
    ]),
  );
}

function reasonTable(terminal: Terminal, files: readonly FileReport[]): string | null {
  const rows = files.flatMap(({ reasons, ...file }) =>
    (['repaired', 'rejected'] as const).flatMap((outcome) =>
      reasons[outcome].map((entry) => [outcome, entry.reason, placeOfRows(file), count(entry.rows)]),
    ),
  );
  if (rows.length === 0) return null;
  return formatTable(
    terminal,
    [
      { title: 'outcome' },
      { title: 'reason', shrinkTo: 16 },
      { title: 'file', shrinkTo: 12 },
      { title: 'rows', align: 'right' },
    ],
    rows,
  );
}

function findingLines(terminal: Terminal, findings: readonly Finding[]): string {
  return findings
    .flatMap(({ severity, message, file }) => {
      const sentence = file === null || message.includes(file) ? message : `${file}: ${message}`;
      const [first, ...rest] = wrap(sentence, terminal.width - 2);
      const mark = severity === 'warning' ? terminal.style('yellow', '!') : terminal.style('dim', '·');
      return [`${mark} ${first}`, ...rest.map((line) => `  ${line}`)];
    })
    .join('\n');
}

export function describeDataset(terminal: Terminal, dataset: Dataset, imported: boolean): string {
  const issues = dataset.files.some((file) => file.repaired + file.rejected > 0);
  const next = [
    ...(issues ? [`  shelfwise rows ${short(dataset.fingerprint)}`] : []),
    `  shelfwise train --data ${short(dataset.fingerprint)}`,
  ];
  return blocks(
    `${imported ? 'Imported' : 'Already imported:'} ${terminal.style('bold', singleLine(dataset.name))}`,
    formatFacts(terminal, [
      ['fingerprint', dataset.fingerprint],
      ['folder', dataset.folder],
      [
        'content',
        `${counted(dataset.profiles, 'profile')} · ${counted(dataset.items, 'title')} · ${counted(dataset.interactions, 'event')} · ${period(dataset)}`,
      ],
    ]),
    fileTable(terminal, dataset.files),
    reasonTable(terminal, dataset.files),
    findingLines(terminal, dataset.findings),
    [terminal.style('dim', 'Next:'), ...next].join('\n'),
  );
}

export function datasetTable(terminal: Terminal, datasets: readonly Dataset[]): string {
  if (datasets.length === 0) return 'There are no data sets yet. "shelfwise import FOLDER" makes one.';
  return formatTable(
    terminal,
    [
      { title: 'fingerprint' },
      { title: 'name', shrinkTo: 8 },
      { title: 'profiles', align: 'right' },
      { title: 'titles', align: 'right' },
      { title: 'events', align: 'right' },
      { title: 'period', shrinkTo: 10 },
      { title: 'imported (UTC)', shrinkTo: 10 },
    ],
    datasets.map((dataset) => [
      short(dataset.fingerprint),
      dataset.name,
      count(dataset.profiles),
      count(dataset.items),
      count(dataset.interactions),
      period(dataset),
      minute(dataset.importedAt),
    ]),
  );
}
