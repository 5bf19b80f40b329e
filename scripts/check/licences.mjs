// Which licences the packages may have, and which package has another.
import { isShipped, nameOfPlace } from '../package/shipped.mjs';

/** Licences of shipped packages: those that only require their own text beside the program. OFL-1.1 is for fonts. */
const SHIPPED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'Unlicense', 'OFL-1.1']);

/** Licences of build tools; the additional ones bind only those who modify or redistribute the tool. */
const TOOLS = new Set([...SHIPPED, 'BlueOak-1.0.0', 'MPL-2.0', 'Python-2.0', 'CC-BY-4.0', 'WTFPL']);

/**
 * Whether one may choose allowed licences only.
 * @param {string} expression of SPDX, such as "(MIT OR CC0-1.0)"; anything else is not allowed
 * @param {Set<string>} allowed
 */
export function isAllowed(expression, allowed) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let next = 0;
  const take = (word) => words[next] === word && ++next > 0;
  const one = () => {
    if (!take('(')) return allowed.has(words[next++]);
    const inner = either();
    return take(')') && inner;
  };
  const both = () => {
    let good = one();
    while (take('AND')) good = one() && good;
    return good;
  };
  const either = () => {
    let good = both();
    while (take('OR')) good = both() || good;
    return good;
  };
  const good = either();
  // Leftover words, such as "WITH an exception", are unknown.
  return good && next === words.length;
}

/**
 * @param {Record<string, import('../package/shipped.mjs').LockedPackage>} packages by folder
 * @returns {string[]} a sentence for each package whose licence is not allowed
 */
export function licenceProblems(packages) {
  return Object.entries(packages).flatMap(([place, locked]) => {
    const licence = typeof locked.license === 'string' ? locked.license : 'no licence';
    if (isAllowed(licence, isShipped(locked) ? SHIPPED : TOOLS)) return [];
    const where = isShipped(locked) ? 'is passed on to users' : 'is a tool';
    return [`${nameOfPlace(place)} ${locked.version} ${where} and has the licence "${licence}", which is not allowed`];
  });
}
