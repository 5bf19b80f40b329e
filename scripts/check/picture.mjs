// The picture of docs/architecture.md, drawn from the imports of the code (Mermaid). `npm run fix` draws it anew; a test compares.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { SIDES } from '../lint/features.mjs';
import { ROWS } from '../lint/layers.mjs';
import { ROOT } from '../setup/paths.mjs';
import { importsBetween, readImportGraph } from './import-graph.mjs';
import { featureOf, roomOf } from './measures.mjs';

const PAGE = path.join(ROOT, 'docs', 'architecture.md');
const FENCE = /```mermaid\n[\s\S]*?```/;

/** What every process shares stands below, without arrows: all else uses it. */
const BELOW = ['node', 'shared'];
const FRAMES = ['main', 'preload', 'renderer', 'host', 'cli'];

/** @returns {string} the picture as Mermaid, fences included */
export function drawPicture() {
  const graph = readImportGraph();
  const names = [...new Set(graph.files.map(featureOf).filter((name) => name !== null))].toSorted(byName);
  const rooms = reduced(importsBetween(graph, roomOf));
  const between = importsBetween(graph, (file) => file.split('/')[1]);
  const lines = [
    '%%{init: {"flowchart": {"wrappingWidth": 600}}}%%',
    'flowchart TB',
    ...FRAMES.map((folder) => `  ${folder}["src/${folder}"]`),
    `  features["src/features: one folder a subject<br>${inRows(names, 7)}<br>each with some of ${Object.keys(SIDES).join(', ')}"]`,
    '  subgraph engine["src/engine: the core"]',
    ...ROWS.engine.rows.flat().map((room) => `    ${room}`),
    ...[...rooms]
      .toSorted(([one], [other]) => byName(one, other))
      .flatMap(([from, targets]) => targets.map((to) => `    ${from} --> ${to}`)),
    '  end',
    `  below["${BELOW.map((folder) => `src/${folder}`).join(' and ')}: what every process may use"]`,
    ...[...FRAMES, 'features', 'engine'].flatMap((from) =>
      [...(between.get(from)?.keys() ?? [])]
        .filter((to) => !BELOW.includes(to))
        .toSorted(byName)
        .map(
          (to) =>
            `  ${from} ${to === 'features' ? '-. joints .->' : from === 'features' && FRAMES.includes(to) ? '-. parts .->' : '-->'} ${to}`,
        ),
    ),
    '  engine --> below',
    ...(BELOW.some((folder) => between.get(folder)?.has('features')) ? ['  below -. joints .-> features'] : []),
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

/** Puts the picture into docs/architecture.md. */
export function writePicture() {
  const page = fs.readFileSync(PAGE, 'utf8');
  fs.writeFileSync(
    PAGE,
    page.replace(FENCE, () => drawPicture()),
  );
}

const byName = (one, other) => (one < other ? -1 : 1);

const inRows = (names, length) =>
  names.reduce((text, name, index) => text + (index === 0 ? '' : index % length === 0 ? '<br>' : ' · ') + name, '');

/** Without the arrows that a longer way makes needless. */
function reduced(graph) {
  const reaches = (from, to, seen = new Set()) =>
    [...(graph.get(from)?.keys() ?? [])].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  return new Map(
    [...graph].map(([from, targets]) => [
      from,
      [...targets.keys()]
        .filter((to) => ![...targets.keys()].some((by) => by !== to && reaches(by, to)))
        .toSorted(byName),
    ]),
  );
}
