// Mutants that change nothing anybody could see, each with the reason. They are left out of the score.

/**
 * @typedef {object} Equivalent
 * @property {string} file
 * @property {string} line the whole line, without the spaces around it
 * @property {string[]} mutants what Stryker writes in place of a part of it
 * @property {string} because
 */

/** @type {Equivalent[]} */
const EQUIVALENTS = [
  {
    file: 'src/features/cluster/engine/address-book.ts',
    line: "host === 'localhost' || /^127(?:\\.\\d{1,3}){3}$/.test(host) || host === '[::1]';",
    mutants: ['/127(?:\\.\\d{1,3}){3}$/'],
    because: 'a host that ends with a number is an address of four numbers, or no URL',
  },
  {
    file: 'src/features/cluster/engine/address-book.ts',
    line: 'return all.map(shownCluster).sort((left, right) => (left.name < right.name ? -1 : 1));',
    mutants: ['left.name <= right.name'],
    because: 'no two clusters have one name',
  },
];

/**
 * @param {import('./test-mutants.mjs').Tested[]} mutants
 * @returns {import('./test-mutants.mjs').Tested[]} survivors that are known to be equivalent as such
 */
export function withEquivalents(mutants) {
  for (const { file, line, because } of EQUIVALENTS)
    if (mutants.some((mutant) => mutant.file === file) && !mutants.some(({ text }) => text === line))
      console.log(`mutate: scripts/mutate/equivalents.mjs has a line that ${file} lacks: ${line} (${because})`);
  const isKnown = ({ file, text, replacement }) =>
    EQUIVALENTS.some((known) => known.file === file && known.line === text && known.mutants.includes(replacement));
  return mutants.map((mutant) =>
    mutant.outcome === 'survived' && isKnown(mutant) ? { ...mutant, outcome: 'equivalent' } : mutant,
  );
}
