// npm run check -- --measures: how large the product is and how its parts hang together, in figures to compare over time.
import * as path from 'node:path';
import { USES } from '../lint/features.mjs';
import { ROWS } from '../lint/layers.mjs';
import { circlesOf, importsBetween, isCode, readImportGraph } from './import-graph.mjs';

const SMALL = 25;

/** `src/features/rules/window/Blank.tsx` -> `rules`; null for joints and for all else. */
export const featureOf = (file) => {
  const [, folder, name, side] = file.split('/');
  return folder === 'features' && side !== undefined && name !== 'words' ? name : null;
};
const isJoint = (file) => file.startsWith('src/features/') && featureOf(file) === null;
/** `src/engine/model/random.ts` -> `model`; null outside the engine. */
export const roomOf = (file) => {
  const [, folder, room, inside] = file.split('/');
  return folder === 'engine' && inside !== undefined ? room : null;
};

/** Prints one figure a line. */
export function printMeasures() {
  const graph = readImportGraph();
  const code = graph.files.filter(isCode);
  const lines = new Map([...graph.texts].map(([file, text]) => [file, text.split('\n').length - 1]));
  const sum = (files) => files.reduce((total, file) => total + lines.get(file), 0);
  const importers = new Map(graph.files.map((file) => [file, 0]));
  for (const targets of graph.imports.values())
    for (const target of targets) importers.set(target, importers.get(target) + 1);

  say('Size');
  say('  lines and files of the product under src', `${sum(graph.files)} in ${graph.files.length}`);
  say(
    '  median and largest file of code (lines)',
    `${median(code.map((file) => lines.get(file)))}, ${largest(code, lines)}`,
  );
  say('  files of code under 25 lines', code.filter((file) => lines.get(file) < SMALL).length);
  const one = code.filter((file) => importers.get(file) === 1);
  say('  files of code with one importer', `${one.length} (${percent(one.length, code.length)})`);
  say('  folders with files', new Set(graph.files.map((file) => path.dirname(file))).size);

  const features = importsBetween(graph, featureOf);
  const pairs = pairsOf(features);
  say('Features');
  say('  features', features.size);
  say('  imports between features', `${pairs.reduce((total, { count }) => total + count, 0)} in ${pairs.length} pairs`);
  say('  pairs that scripts/lint/features.mjs allows', Object.values(USES).flatMap(Object.keys).length);
  say('  circles of features', circles(circlesOf(new Map([...features].map(([from, to]) => [from, to.keys()])))));
  const fromCore = [...graph.imports]
    .filter(([file]) => !file.startsWith('src/features/'))
    .flatMap(([file, targets]) => [...targets].map((target) => [file, target]));
  say(
    '  imports of features from outside (none but the trainer)',
    fromCore.filter(([, to]) => featureOf(to) !== null).length,
  );
  say('  imports of joints from outside', fromCore.filter(([, to]) => isJoint(to)).length);
  say('  places outside that bear the name of a feature', placesOutside(graph.files));

  const rooms = importsBetween(graph, roomOf);
  const rowOf = (room) => ROWS.engine.rows.findIndex((row) => row.includes(room));
  const arrows = [...rooms].flatMap(([from, targets]) => [...targets.keys()].map((to) => [from, to]));
  say('Core');
  say('  rooms and arrows of src/engine', `${rooms.size}, ${arrows.length}`);
  say('  arrows upwards', arrows.filter(([from, to]) => rowOf(to) <= rowOf(from)).length);
  say('Circles of files', circles(circlesOf(graph.imports)));
}

/** @returns {{ from: string, to: string, count: number }[]} pairs of features of which the first imports from the second */
export const pairsOfFeatures = () => pairsOf(importsBetween(readImportGraph(), featureOf));

const pairsOf = (features) =>
  [...features].flatMap(([from, targets]) => [...targets].map(([to, count]) => ({ from, to, count })));

const say = (label, figure) => console.log(figure === undefined ? label : `${label.padEnd(60)} ${figure}`);
const percent = (part, whole) => `${Math.round((100 * part) / whole)} %`;
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const circles = (found) => (found.length === 0 ? 'none' : found.map((one) => one.join(' ')).join('; '));
const largest = (files, lines) => {
  const [file] = files.toSorted((a, b) => lines.get(b) - lines.get(a));
  return `${lines.get(file)} (${file})`;
};

/** How many folders hold files named after a feature that lie outside it, for the five features with most. */
function placesOutside(files) {
  const names = new Set(files.map(featureOf).filter((name) => name !== null));
  const counts = [...names].map((name) => {
    const word = new RegExp(`(^|[/.-])${name}([/.-]|$)`);
    const outside = files.filter((file) => featureOf(file) !== name && word.test(file.slice('src/'.length)));
    return [name, new Set(outside.map((file) => path.dirname(file))).size];
  });
  return counts
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
