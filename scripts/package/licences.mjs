// The licences of everything in a package, as one text. Electron's and Chromium's lie beside it, as Electron ships
// them.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readJson } from '../setup/files.mjs';
import { ROOT } from '../setup/paths.mjs';
import { LICENCES } from './places.mjs';
import { licenceOfNode } from './plain-node.mjs';
import { shippedFolders } from './shipped.mjs';

const RULE = `\n${'='.repeat(100)}\n`;
const IS_LICENCE = /^(?:licen[cs]e|copying|notice)/i;

/** Licence texts of packages that omit theirs although it is required, by name. */
const OWN_COPIES = path.join(ROOT, 'build', 'licences');

/**
 * "name version (licence)" and the package's licence texts; without any, our copy, or the licence's name and the
 * author.
 */
function describe(folder) {
  const { name, version, license, author, homepage } = readJson(path.join(folder, 'package.json'));
  const carried = fs.readdirSync(folder).filter((file) => IS_LICENCE.test(file));
  const copy = path.join(OWN_COPIES, `${name}.txt`);
  const files = carried.length > 0 ? carried.map((file) => path.join(folder, file)) : [copy].filter(fs.existsSync);
  const texts = files.map((file) => fs.readFileSync(file, 'utf8').trim());
  const whose = [author?.name ?? author, homepage].filter(Boolean).join(', ');
  const said = texts.length > 0 ? texts.join('\n\n') : `Under the licence ${license}. ${whose}`;
  return `${name} ${version} (${license})\n\n${said}`;
}

/**
 * Prepares LICENSE and THIRD-PARTY-LICENCES.txt.
 * @param {import('./plain-node.mjs').PlainNode} plainNode
 * @param {string} duckDb folder of DuckDB's binary
 */
export function writeLicences(plainNode, duckDb) {
  fs.mkdirSync(LICENCES, { recursive: true });
  fs.copyFileSync(path.join(ROOT, 'LICENSE'), path.join(LICENCES, 'LICENSE'));
  const texts = [...new Set(shippedFolders(duckDb).map(describe))].toSorted();
  const ofNode = `Node.js ${plainNode.version}\n\n${licenceOfNode(plainNode)}`;
  fs.writeFileSync(
    path.join(LICENCES, 'THIRD-PARTY-LICENCES.txt'),
    `Shelfwise is made with the following.\n${RULE}${[...texts, ofNode].join(`\n${RULE}`)}\n`,
  );
}
