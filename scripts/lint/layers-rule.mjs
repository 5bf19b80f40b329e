// The lint rule that reads the table in layers.mjs. oxlint's no-restricted-imports compares texts: another spelling of
// a path fools it, and it does not see import(). This rule resolves the path first and sees every form.
import { isBuiltin } from 'node:module';
import * as path from 'node:path';
import { JOINTS, SIDES, USES } from './features.mjs';
import { LAYERS, OWNED_PACKAGES, ROWS } from './layers.mjs';

/** `src/features/engine.ts` -> `engine/engine.ts`; null outside src. The last src counts: a checkout may lie under another one. */
function placeInSource(file) {
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('src');
  return at === -1 ? null : parts.slice(at + 1).join('/');
}

const isIn = (place, folder) => place === folder || place.startsWith(`${folder}/`);
const matches = (name, pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern);

/** `@scope/name/deep/file` -> `@scope/name` */
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** `engine/import/propose/column-names` -> `import`, `renderer/screens/data/Findings` -> `screens/data`; null for what lies loose. */
function folderWithin({ rows }, place) {
  const [, ...parts] = place.split('/');
  const folders = rows.some((row) => row.includes(`${parts[0]}/*`)) ? 2 : 1;
  const folder = parts.slice(0, folders).join('/');
  return parts.length > folders || rows.some((row) => row.includes(folder)) ? folder : null;
}

const rowOf = ({ rows }, folder) =>
  rows.findIndex((row) => row.includes(folder) || row.includes(folder.replace(/\/.*/, '/*')));

const stem = (name) => name.replace(/(\.test)?\.[jt]sx?$/, '');

/** `features/rules/window/Day.tsx` -> { name: 'rules', layer: 'renderer' }; name is null for a joint, layer undefined where there is no such side. */
function featureOf(place) {
  const [folder, name, side] = place.split('/');
  if (folder !== 'features') return null;
  return side === undefined ? { name: null, layer: JOINTS[stem(name)] } : { name, layer: SIDES[stem(side)] };
}
/** The layer that a file runs in. */
const layerOf = (place) => {
  const feature = featureOf(place);
  return feature === null
    ? LAYERS.find(({ folder }) => isIn(place, folder))
    : LAYERS.find(({ folder }) => folder === feature.layer);
};

/** A test of the whole runs what the program joins: it may import every room and every feature that its layer may import. */
const isOfTheWhole = (place) => /\.(?:whole|alone)\.test\.tsx?$/.test(place);

/** What a feature shows to others: its contract, and public.ts of a side. */
const SHOWN = /^features\/[^/]+\/(contract(\/.+|\.tsx?)?|[^/]+\/public(\.tsx?)?)$/;

/** @returns {string | null} why a feature may not be imported from there */
function refuseFeature(place, target) {
  if (isOfTheWhole(place)) return null;
  const [from, to] = [featureOf(place), featureOf(target)];
  if (to?.name == null || from?.name === to.name || (from !== null && from.name === null)) return null;
  if (from === null)
    return `src/${place} may not import src/${target}, a feature. Let the feature register in a joint of src/features, or move what both need down.`;
  if (USES[from.name]?.[to.name] === undefined)
    return `src/features/${from.name} may not import src/${target}: scripts/lint/features.mjs does not list the pair. Hand it in, or move what both need to the core.`;
  // A test may look at how another feature shows what its own part gave.
  return SHOWN.test(target) || /\.test\.tsx?$/.test(place)
    ? null
    : `src/features/${from.name} may not import src/${target}, which src/features/${to.name} keeps to itself. Add what is needed to public.ts of that side.`;
}

/** @returns {string | null} why a file may not lie where it does */
function refusePlace(place) {
  if (featureOf(place)?.layer === undefined && place.startsWith('features/'))
    return `src/${place} is no side of a feature and no joint: add its folder to SIDES or JOINTS of scripts/lint/features.mjs.`;
  const [layer, ...rest] = place.split('/');
  const table = ROWS[layer];
  if (table === undefined) return null;
  const folder = folderWithin(table, place);
  if (folder === null)
    return table.loose.includes(rest.join('/').replace(/(\.test)?\.tsx?$/, ''))
      ? null
      : `src/${place} lies loose in src/${layer}. Move it to the folder of its subject.`;
  return rowOf(table, folder) === -1
    ? `src/${place} is in no row of src/${layer}: add its folder to ROWS in scripts/lint/layers.mjs.`
    : null;
}

/** @returns {string | null} why an import within a layer is refused */
function refuseWithin(layer, place, target) {
  const table = ROWS[layer];
  if (table === undefined || isOfTheWhole(place)) return null;
  const from = folderWithin(table, place);
  const to = folderWithin(table, target);
  // Loose files join the parts, and stand above them.
  if (from === null || from === to) return null;
  const [own, other] = [rowOf(table, from), to === null ? -1 : rowOf(table, to)];
  if (other > own) return null;
  if (to !== null && other === -1)
    return `src/${layer}/${from} may not import src/${target}, which is in no row. Add its folder to ROWS in scripts/lint/layers.mjs.`;
  const where = other < own ? 'lies above it' : 'lies beside it';
  return `src/${layer}/${from} may not import src/${target}, which ${where}. Hand it in, or move what both need to a folder below both.`;
}

/** @returns {string | null} why an import of one of our own files is refused */
function refuseOwn(place, layer, target) {
  const refused = refuseFeature(place, target);
  if (refused !== null) return refused;
  const feature = featureOf(target);
  const targetFolder = feature === null ? target.split('/')[0] : feature.layer;
  if (targetFolder === layer.folder && (feature !== null || featureOf(place) !== null)) return null;
  if (targetFolder === layer.folder) return refuseWithin(layer.folder, place, target);
  for (const allowed of layer.mayImport) {
    if (allowed === targetFolder) return null;
    if (allowed.folder !== targetFolder) continue;
    const module = target.slice(targetFolder.length + 1).replace(/\.[jt]sx?$/, '');
    if (allowed.only.includes(module)) return null;
  }
  return `src/${layer.folder} may not import src/${target}. ${layer.instead}`;
}

/** @returns {string | null} why an import of a package or a built-in module is refused */
function refusePackage(place, layer, specifier) {
  // A unit test beside its file runs in Node, wherever the file runs.
  if (isBuiltin(specifier))
    return layer.node || place.includes('.test.')
      ? null
      : `src/${layer.folder} may not import Node's ${specifier}. ${layer.instead}`;
  const name = packageOf(specifier);
  const owned = OWNED_PACKAGES.find(({ packages }) => packages.some((pattern) => matches(name, pattern)));
  if (owned === undefined || owned.folders.some((folder) => isIn(place, folder) || folder === featureOf(place)?.layer))
    return null;
  const owners = owned.folders.map((folder) => `src/${folder}`).join(' and ');
  return `Only ${owners} may import ${name}: ${owned.instead}`;
}

/**
 * @param {string} file the importing file
 * @param {string} specifier what it imports
 * @returns {string | null} why it may not; null where it may
 */
export function refuseImport(file, specifier) {
  const place = placeInSource(file);
  if (place === null) return null;
  const layer = layerOf(place);
  if (layer === undefined) return `src/${place} is in no layer: add its folder to scripts/lint/layers.mjs.`;
  if (!specifier.startsWith('.')) return refusePackage(place, layer, specifier);
  const target = placeInSource(path.resolve(path.dirname(file), specifier));
  // Outside src there is only package.json and the like.
  return target === null ? null : refuseOwn(place, layer, target);
}

export const layersRule = {
  create(context) {
    const place = placeInSource(context.filename);
    const misplaced = place === null ? null : refusePlace(place);
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const message = refuseImport(context.filename, source.value);
      if (message !== null) context.report({ node: source, message });
    };
    const isRequire = ({ type, name, object }) =>
      type === 'MemberExpression' ? isRequire(object) : type === 'Identifier' && name === 'require';
    return {
      Program: (node) => {
        if (misplaced !== null) context.report({ node, message: misplaced });
      },
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument),
      TSExternalModuleReference: (node) => check(node.expression),
      CallExpression: (node) => {
        if (isRequire(node.callee)) check(node.arguments[0]);
      },
    };
  },
};
