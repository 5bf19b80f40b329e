/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder's tridiagonalisation, then QL with implicit shifts (tred2 and tql2 of EISPACK, as
 * in JAMA, public domain). Uses only additions, products and square roots, so the bits are the same everywhere.
 */

interface Eigen {
  /** Largest first. */
  readonly values: Float64Array;
  /** size x size; row r is the unit vector of values[r], its component of the largest size positive. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors, largest value first.
 * @param matrix size x size, symmetric; overwritten
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  // Stored by columns: row c of `work` is column c of the matrices in the papers, so that the inner loops run over contiguous memory.
  const work = matrix;
  // Scaled to size 1, so that no square of a small number underflows.
  const scale = work.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (scale > 0) for (let at = 0; at < work.length; at++) work[at]! /= scale;
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  reduce(work, diagonal, beside, size);
  accumulate(work, diagonal, beside, size);
  rotate(work, diagonal, beside, size);
  return sorted(work, diagonal, size, scale);
}

function reduce(work: Float64Array, diagonal: Float64Array, beside: Float64Array, size: number): void {
  const at = (row: number, column: number): number => column * size + row;
  for (let column = 0; column < size; column++) diagonal[column] = work[at(size - 1, column)]!;
  for (let row = size - 1; row > 0; row--) {
    let scale = 0;
    for (let k = 0; k < row; k++) scale += Math.abs(diagonal[k]!);
    let squares = 0;
    if (scale === 0) {
      beside[row] = diagonal[row - 1]!;
      for (let j = 0; j < row; j++) {
        diagonal[j] = work[at(row - 1, j)]!;
        work[at(row, j)] = 0;
        work[at(j, row)] = 0;
      }
    } else {
      for (let k = 0; k < row; k++) {
        diagonal[k]! /= scale;
        squares += diagonal[k]! * diagonal[k]!;
      }
      const last = diagonal[row - 1]!;
      const root = last > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
      beside[row] = scale * root;
      squares -= last * root;
      diagonal[row - 1] = last - root;
      beside.fill(0, 0, row);
      for (let j = 0; j < row; j++) {
        const factor = diagonal[j]!;
        work[at(j, row)] = factor;
        let sum = beside[j]! + work[at(j, j)]! * factor;
        for (let k = j + 1; k < row; k++) {
          sum += work[at(k, j)]! * diagonal[k]!;
          beside[k]! += work[at(k, j)]! * factor;
        }
        beside[j] = sum;
      }
      let inner = 0;
      for (let j = 0; j < row; j++) {
        beside[j]! /= squares;
        inner += beside[j]! * diagonal[j]!;
      }
      const half = inner / (squares + squares);
      for (let j = 0; j < row; j++) beside[j]! -= half * diagonal[j]!;
      for (let j = 0; j < row; j++) {
        const factor = diagonal[j]!;
        const other = beside[j]!;
        for (let k = j; k < row; k++) work[at(k, j)]! -= factor * beside[k]! + other * diagonal[k]!;
        diagonal[j] = work[at(row - 1, j)]!;
        work[at(row, j)] = 0;
      }
    }
    diagonal[row] = squares;
  }
}

function accumulate(work: Float64Array, diagonal: Float64Array, beside: Float64Array, size: number): void {
  const at = (row: number, column: number): number => column * size + row;
  for (let i = 0; i < size - 1; i++) {
    work[at(size - 1, i)] = work[at(i, i)]!;
    work[at(i, i)] = 1;
    const squares = diagonal[i + 1]!;
    if (squares !== 0) {
      for (let k = 0; k <= i; k++) diagonal[k] = work[at(k, i + 1)]! / squares;
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let k = 0; k <= i; k++) sum += work[at(k, i + 1)]! * work[at(k, j)]!;
        for (let k = 0; k <= i; k++) work[at(k, j)]! -= sum * diagonal[k]!;
      }
    }
    for (let k = 0; k <= i; k++) work[at(k, i + 1)] = 0;
  }
  for (let j = 0; j < size; j++) {
    diagonal[j] = work[at(size - 1, j)]!;
    work[at(size - 1, j)] = 0;
  }
  work[at(size - 1, size - 1)] = 1;
  beside[0] = 0;
}

function rotate(work: Float64Array, diagonal: Float64Array, beside: Float64Array, size: number): void {
  beside.copyWithin(0, 1);
  beside[size - 1] = 0;
  let shift = 0;
  // An off-diagonal value counts as zero relative to the size of the whole matrix, which is 1.
  let largest = 1;
  for (let l = 0; l < size; l++) {
    largest = Math.max(largest, Math.abs(diagonal[l]!) + Math.abs(beside[l]!));
    const small = Number.EPSILON * largest;
    let m = l;
    while (m < size - 1 && Math.abs(beside[m]!) > small) m++;
    // If the value is already isolated, there is nothing to do.
    const isCoupled = (): boolean => m > l && Math.abs(beside[l]!) > small;
    while (isCoupled()) {
      const first = diagonal[l]!;
      const middle = (diagonal[l + 1]! - first) / (2 * beside[l]!);
      const root = Math.sqrt(middle * middle + 1);
      const signed = middle < 0 ? -root : root;
      diagonal[l] = beside[l]! / (middle + signed);
      diagonal[l + 1] = beside[l]! * (middle + signed);
      const next = diagonal[l + 1]!;
      const moved = first - diagonal[l]!;
      for (let i = l + 2; i < size; i++) diagonal[i]! -= moved;
      shift += moved;
      sweep(work, diagonal, beside, size, l, m, next);
    }
    diagonal[l]! += shift;
    beside[l] = 0;
  }
}

/** One implicit QL sweep over rows l to m. */
function sweep(
  work: Float64Array,
  diagonal: Float64Array,
  beside: Float64Array,
  size: number,
  l: number,
  m: number,
  next: number,
): void {
  let p = diagonal[m]!;
  let cosine = 1;
  let cosineBefore = 1;
  let cosineTwoBefore = 1;
  const besideNext = beside[l + 1]!;
  let sine = 0;
  let sineBefore = 0;
  for (let i = m - 1; i >= l; i--) {
    cosineTwoBefore = cosineBefore;
    cosineBefore = cosine;
    sineBefore = sine;
    const g = cosine * beside[i]!;
    const h = cosine * p;
    const r = Math.sqrt(p * p + beside[i]! * beside[i]!);
    beside[i + 1] = sine * r;
    sine = beside[i]! / r;
    cosine = p / r;
    p = cosine * diagonal[i]! - sine * g;
    diagonal[i + 1] = h + sine * (cosine * g + sine * diagonal[i]!);
    const left = i * size;
    const right = left + size;
    for (let k = 0; k < size; k++) {
      const kept = work[right + k]!;
      work[right + k] = sine * work[left + k]! + cosine * kept;
      work[left + k] = cosine * work[left + k]! - sine * kept;
    }
  }
  p = (-sine * sineBefore * cosineTwoBefore * besideNext * beside[l]!) / next;
  beside[l] = sine * p;
  diagonal[l] = cosine * p;
}

function sorted(work: Float64Array, diagonal: Float64Array, size: number, scale: number): Eigen {
  const order = Int32Array.from(diagonal.keys()).sort(
    (left, right) => diagonal[right]! - diagonal[left]! || left - right,
  );
  const vectors = new Float64Array(size * size);
  order.forEach((column, place) => {
    const vector = work.subarray(column * size, (column + 1) * size);
    let largest = 0;
    for (const component of vector) if (Math.abs(component) > Math.abs(largest)) largest = component;
    vectors.set(largest < 0 ? vector.map((component) => -component) : vector, place * size);
  });
  return { values: Float64Array.from(order, (column) => diagonal[column]! * scale), vectors };
}
