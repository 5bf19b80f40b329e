// What is printed of mutants: a row a file, and each that no test noticed.

const FIGURES = ['mutants', 'killed', 'survived', 'no coverage', 'score', 'at load', 'equivalent'];
/** Characters of code in a line of the list. */
const LONGEST = 90;

/** @param {import('./test-mutants.mjs').Tested[]} mutants */
export function printTable(mutants) {
  const files = [...new Set(mutants.map(({ file }) => file))].toSorted();
  const rows = files.map((file) => [file, ...figuresOf(mutants.filter((mutant) => mutant.file === file))]);
  const table = [['file', ...FIGURES], ...rows, ['all', ...figuresOf(mutants)]];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  console.log('');
  for (const [name, ...figures] of table)
    console.log(
      [name.padEnd(widths[0]), ...figures.map((figure, column) => figure.padStart(widths[column + 1]))].join('  '),
    );
  console.log('');
  const left = (outcome) => mutants.filter((mutant) => mutant.outcome === outcome);
  for (const { file, line, original, replacement } of left('survived'))
    console.log(`${file}:${line} ${short(original)} → ${short(replacement)}`);
  for (const file of files) {
    const lines = [...new Set(left('no coverage').flatMap((mutant) => (mutant.file === file ? [mutant.line] : [])))];
    if (lines.length > 0) console.log(`${file}: no test runs through lines ${lines.join(', ')}`);
  }
}

/** The score is Stryker's: killed, of those that were tried or that no test runs through. */
function figuresOf(mutants) {
  const count = (wanted) => mutants.filter(({ outcome }) => outcome === wanted).length;
  const killed = count('killed');
  const scored = killed + count('survived') + count('no coverage');
  const score = scored === 0 ? '-' : `${((100 * killed) / scored).toFixed(1)} %`;
  return [scored, killed, count('survived'), count('no coverage'), score, count('at load'), count('equivalent')].map(
    String,
  );
}

function short(code) {
  const line = code.replaceAll(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
