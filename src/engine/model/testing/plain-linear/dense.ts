/**
 * Inverts a symmetric positive definite matrix in plain JavaScript numbers: the one dense computation of a baseline. Every sum has a fixed order and
 * no product is fused with a sum, so the bits are the same on every machine. All three steps are sums over contiguous rows, done by one blocked
 * product: 1,682 x 1,682 takes about three seconds.
 */

/** Columns of the current block; the rows of one block and a panel of PANEL columns stay in the cache. */
const BLOCK = 48;
const PANEL = 256;

/**
 * Inverts a matrix by Cholesky factorisation, and yields the finished fraction between two steps.
 * @param matrix size x size, row-major, symmetric (reads the lower triangle); overwritten
 * @returns minus the inverse, size x size, lower triangle only; or null if the matrix is not positive definite
 */
export function* stepsOfInverse(matrix: Float64Array, size: number): Generator<number, Float64Array | null> {
  for (const start of starts(size)) {
    if (!factorise(matrix, size, start)) return null;
    yield start / size / 3;
  }
  const inverseFactor = new Float64Array(size * size);
  for (const start of starts(size)) {
    invertFactor(matrix, size, start, inverseFactor);
    yield (1 + start / size) / 3;
  }
  matrix.fill(0);
  for (const start of starts(size)) {
    for (let column = 0; column <= start; column += BLOCK)
      subtractProducts(
        { target: matrix, left: inverseFactor, right: inverseFactor, size },
        { from: start, to: Math.min(size, start + BLOCK) },
        { from: column, to: Math.min(size, column + BLOCK) },
        { from: start, to: size },
      );
    yield (2 + start / size) / 3;
  }
  return matrix;
}

const starts = (size: number): number[] => Array.from({ length: Math.ceil(size / BLOCK) }, (_, block) => block * BLOCK);

/** Computes the block's columns of the Cholesky factor, in place (lower triangle); false if a pivot is not positive. */
function factorise(matrix: Float64Array, size: number, start: number): boolean {
  const end = Math.min(size, start + BLOCK);
  const block = { from: start, to: end };
  subtractProducts({ target: matrix, left: matrix, right: matrix, size }, { from: start, to: size }, block, {
    from: 0,
    to: start,
  });
  for (let row = start; row < size; row++) {
    for (let column = start; column < Math.min(row, end); column++) {
      let sum = matrix[row * size + column]!;
      for (let inner = start; inner < column; inner++)
        sum -= matrix[row * size + inner]! * matrix[column * size + inner]!;
      matrix[row * size + column] = sum / matrix[column * size + column]!;
    }
    if (row >= end) continue;
    let pivot = matrix[row * size + row]!;
    for (let inner = start; inner < row; inner++) pivot -= matrix[row * size + inner]! * matrix[row * size + inner]!;
    if (!(pivot > 0)) return false;
    matrix[row * size + row] = Math.sqrt(pivot);
  }
  return true;
}

/** Computes the block's columns of the transposed inverse of a lower triangular factor: upper triangular, so that its columns are contiguous. */
function invertFactor(factor: Float64Array, size: number, start: number, inverse: Float64Array): void {
  const end = Math.min(size, start + BLOCK);
  for (let above = 0; above < start; above += BLOCK)
    subtractProducts(
      { target: inverse, left: inverse, right: factor, size },
      { from: above, to: above + BLOCK },
      { from: start, to: end },
      { from: above, to: start },
    );
  for (let row = 0; row < end; row++)
    for (let column = Math.max(row, start); column < end; column++) {
      let sum = column === row ? 1 : inverse[row * size + column]!;
      for (let inner = start; inner < column; inner++)
        sum -= inverse[row * size + inner]! * factor[column * size + inner]!;
      inverse[row * size + column] = sum / factor[column * size + column]!;
    }
}

interface Operands {
  /** All size x size, row-major. */
  target: Float64Array;
  left: Float64Array;
  right: Float64Array;
  size: number;
}
interface Range {
  from: number;
  to: number;
}

/** target[row][column] -= sum over inner of left[row][inner] right[column][inner], panel by panel, four by two at a time. */
function subtractProducts(operands: Operands, rows: Range, columns: Range, inner: Range): void {
  for (let panel = inner.from; panel < inner.to; panel += PANEL) {
    const panelEnd = Math.min(inner.to, panel + PANEL);
    let row = rows.from;
    for (; row + 4 <= rows.to; row += 4) {
      let column = columns.from;
      for (; column + 2 <= columns.to; column += 2) subtractTile(operands, row, column, panel, panelEnd);
      for (; column < columns.to; column++)
        for (let single = row; single < row + 4; single++) subtractOne(operands, single, column, panel, panelEnd);
    }
    for (; row < rows.to; row++)
      for (let column = columns.from; column < columns.to; column++)
        subtractOne(operands, row, column, panel, panelEnd);
  }
}

function subtractOne({ target, left, right, size }: Operands, row: number, column: number, from: number, to: number) {
  let sum = 0;
  for (let inner = from; inner < to; inner++) sum += left[row * size + inner]! * right[column * size + inner]!;
  target[row * size + column]! -= sum;
}

/** Eight sums at once: the processor works on them in parallel, and every number that is read is used more than once. */
function subtractTile(
  { target, left, right, size }: Operands,
  row: number,
  column: number,
  from: number,
  to: number,
): void {
  const row0 = row * size;
  const row1 = row0 + size;
  const row2 = row1 + size;
  const row3 = row2 + size;
  const column0 = column * size;
  const column1 = column0 + size;
  let sum00 = 0;
  let sum01 = 0;
  let sum10 = 0;
  let sum11 = 0;
  let sum20 = 0;
  let sum21 = 0;
  let sum30 = 0;
  let sum31 = 0;
  for (let inner = from; inner < to; inner++) {
    const right0 = right[column0 + inner]!;
    const right1 = right[column1 + inner]!;
    const left0 = left[row0 + inner]!;
    sum00 += left0 * right0;
    sum01 += left0 * right1;
    const left1 = left[row1 + inner]!;
    sum10 += left1 * right0;
    sum11 += left1 * right1;
    const left2 = left[row2 + inner]!;
    sum20 += left2 * right0;
    sum21 += left2 * right1;
    const left3 = left[row3 + inner]!;
    sum30 += left3 * right0;
    sum31 += left3 * right1;
  }
  target[row0 + column]! -= sum00;
  target[row0 + column + 1]! -= sum01;
  target[row1 + column]! -= sum10;
  target[row1 + column + 1]! -= sum11;
  target[row2 + column]! -= sum20;
  target[row2 + column + 1]! -= sum21;
  target[row3 + column]! -= sum30;
  target[row3 + column + 1]! -= sum31;
}
