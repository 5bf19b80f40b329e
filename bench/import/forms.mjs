/** The history of a folder in the forms that services export: the same rows in the same order. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';

const PARTS = 12;

export const FORMS = ['one', 'parts', 'months', 'gz'];

/**
 * @param {string} whole folder with history_data.csv and profile_data.csv
 * @param {string} form one file; history_data_1.csv, ...; 2026-03/history_data.csv, ...; history_data.csv.gz
 * @returns {{folder: string, files: string[]}} the folder of that form, and the files of the history in their order
 */
export function folderOf(whole, form) {
  const file = path.join(whole, 'history_data.csv');
  if (form === 'one') return { folder: whole, files: [file] };
  const folder = `${whole}-${form}`;
  rmSync(folder, { recursive: true, force: true });
  const write = (name, content) => {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  };
  const content = readFileSync(file);
  const pieces = form === 'gz' ? [] : form === 'parts' ? equalParts(content) : months(content);
  const files =
    form === 'gz'
      ? [write('history_data.csv.gz', gzipSync(content))]
      : pieces.map(({ name, text }) => write(name, text));
  const beside = form === 'months' ? path.dirname(files[0]) : folder;
  copyFileSync(path.join(whole, 'profile_data.csv'), path.join(beside, 'profile_data.csv'));
  return { folder, files };
}

const LINE_FEED = 0x0a;

function equalParts(content) {
  const header = content.subarray(0, content.indexOf(LINE_FEED) + 1);
  let from = header.length;
  return Array.from({ length: PARTS }, (_, index) => {
    const wanted = Math.round((content.length * (index + 1)) / PARTS) - 1;
    const to = index === PARTS - 1 ? content.length : content.indexOf(LINE_FEED, wanted) + 1;
    const text = Buffer.concat([header, content.subarray(from, to)]);
    from = to;
    return { name: `history_data_${index + 1}.csv`, text };
  });
}

/** By the month of log_time, which only rises except for impossible times. */
function months(content) {
  const [header, ...lines] = content.toString('latin1').trimEnd().split('\n');
  const pieces = [];
  let month = '';
  for (const line of lines) {
    const own = line.split(',', 3)[2].slice(0, 6);
    if (own > month) {
      month = own;
      pieces.push({ name: `${own.slice(0, 4)}-${own.slice(4)}/history_data.csv`, lines: [header] });
    }
    pieces.at(-1).lines.push(line);
  }
  return pieces.map(({ name, lines: own }) => ({ name, text: Buffer.from(`${own.join('\n')}\n`, 'latin1') }));
}
