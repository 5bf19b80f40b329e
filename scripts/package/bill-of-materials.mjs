// The contents of a package for programs to read (CycloneDX): npm's own list, and what npm does not know.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { askNpm } from '../setup/command.mjs';
import { readJson, sha256OfFile } from '../setup/files.mjs';
import { ADDON } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { shippedFolders } from './shipped.mjs';

/**
 * @param {object} package_
 * @param {string} package_.name of the program
 * @param {string | null} package_.electron its version; null in a package without a window
 * @param {import('./plain-node.mjs').PlainNode | null} package_.plainNode null leaves it out
 * @param {string} package_.addon file
 * @param {string} package_.duckDb folder of DuckDB's binary
 * @returns {Promise<any>} a document of CycloneDX 1.5
 */
export async function billOfMaterials({ name, electron, plainNode, addon, duckDb }) {
  const bill = await npmsList();
  const own = bill.metadata.component;
  const shipped = new Set([own['bom-ref'], ...shippedFolders(duckDb).map(referenceOf)]);
  const native = [
    ...(electron === null ? [] : [electronPart(electron)]),
    ...(plainNode === null ? [] : [await nodePart(plainNode)]),
    await duckDbPart(duckDb),
  ];
  const nativeReferences = native.map((component) => component['bom-ref']);
  // Including a native part is the program's choice, so it is listed under the program itself.
  const needs = ({ ref, dependsOn }) => [
    ...dependsOn.filter((other) => shipped.has(other)),
    ...(ref === own['bom-ref'] ? nativeReferences : []),
  ];
  return {
    ...bill,
    metadata: {
      ...bill.metadata,
      lifecycles: [{ phase: 'build' }],
      // npm names it by folder and takes it for a package of the registry.
      component: {
        ...own,
        name,
        purl: `pkg:generic/${name}@${own.version}`,
        components: [nativeFile(path.basename(ADDON), await sha256OfFile(addon))],
      },
    },
    components: [
      ...once(bill.components, (component) => component['bom-ref']).filter((component) =>
        shipped.has(component['bom-ref']),
      ),
      ...native,
    ],
    dependencies: [
      ...once(bill.dependencies, ({ ref }) => ref)
        .filter(({ ref }) => shipped.has(ref))
        .map((of) => ({ ref: of.ref, dependsOn: needs(of) })),
      ...nativeReferences.map((ref) => ({ ref, dependsOn: [] })),
    ],
  };
}

/** npm 10 lists a package once per installation, which the format forbids. */
const once = (parts, referenceOfPart) => [...new Map(parts.map((part) => [referenceOfPart(part), part])).values()];

/**
 * Everything in the lock file. npm's `--omit dev` also drops packages that a tool needs too, such as node-fetch (npm
 * 11.19: 100 of 250), so we filter ourselves.
 */
async function npmsList() {
  const kind = ['--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const { answer, output } = await askNpm(['sbom', ...kind]);
  if (answer?.components === undefined)
    throw new SetupFailure(`npm could not list the packages (npm 10 and later can): ${output.trim()}`);
  return answer;
}

function referenceOf(folder) {
  const { name, version } = readJson(path.join(folder, 'package.json'));
  return `${name}@${version}`;
}

const licensed = (id) => [{ license: { id } }];

const electronPart = (version) => ({
  'bom-ref': `electron@${version}`,
  type: 'framework',
  name: 'electron',
  version,
  description: 'Runs the window and the engine; holds Chromium and Node.js.',
  purl: `pkg:npm/electron@${version}`,
  licenses: licensed('MIT'),
});

/** The Node beside Electron. */
async function nodePart({ program, name, version }) {
  return {
    'bom-ref': `${name}@${version}`,
    type: 'application',
    name,
    version,
    description: 'Node.js: runs the command line, and what computes on a GPU.',
    purl: `pkg:npm/${name}@${version}`,
    licenses: licensed('MIT'),
    components: [nativeFile(path.basename(program), await sha256OfFile(program))],
  };
}

/** The library in DuckDB's package for one system, whose version is the package's without its revision. */
async function duckDbPart(folder) {
  const version = readJson(path.join(folder, 'package.json')).version.replace(/-.*$/, '');
  const names = fs.readdirSync(folder).filter((name) => /\.(node|so|dylib|dll)$/.test(name));
  return {
    'bom-ref': `duckdb@${version}`,
    type: 'library',
    name: 'duckdb',
    version,
    purl: `pkg:github/duckdb/duckdb@v${version}`,
    licenses: licensed('MIT'),
    components: await Promise.all(
      names.map(async (name) => nativeFile(name, await sha256OfFile(path.join(folder, name)))),
    ),
  };
}

const nativeFile = (name, sha256) => ({ type: 'file', name, hashes: [{ alg: 'SHA-256', content: sha256 }] });
