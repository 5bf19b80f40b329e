/** What all passes in WGSL share: bindings, the numbers of a step and of a slice, tiled products, Adam. */

/** A binding of a pass, in the order of its buffers: a uniform, or an array that is read or changed. */
export type Binding = readonly [name: string, of: 'Step' | 'Slice' | 'f32' | 'u32', access?: 'read_write'];

/** Rows and columns of the part of a product that one group of 256 threads computes, and the terms that it holds at a time. */
export const TILE = 64;
const TERMS = 16;
/** Row length of these parts in shared memory; one more than a tile, so that neighbouring threads use neighbouring banks. */
const STRIDE = TILE + 1;

/** Numbers of a step, as `stepNumbers` writes them. */
const STEP = `struct Step { rate: f32, epsilon: f32, shrink: f32, firstShare: f32, secondShare: f32, scale: f32, slot: u32, padding: u32 }`;
/** Titles of a slice: the first, their number, and the number of the slice. */
const SLICE = `struct Slice { first: u32, count: u32, number: u32, padding: u32 }`;

/** WGSL declarations of a pass's bindings and their structs. */
export const declared = (bindings: readonly Binding[]): string =>
  [
    STEP,
    SLICE,
    ...bindings.map(([name, of, access = 'read'], place) =>
      of === 'Step' || of === 'Slice'
        ? `@group(0) @binding(${place}) var<uniform> ${name}: ${of};`
        : `@group(0) @binding(${place}) var<storage, ${access}> ${name}: array<${of}>;`,
    ),
  ].join('\n');

/** A parameter with its moments: the first bindings of a pass that updates it. */
export const UPDATED: readonly Binding[] = [
  ['step', 'Step'],
  ['value', 'f32', 'read_write'],
  ['first', 'f32', 'read_write'],
  ['second', 'f32', 'read_write'],
];

/** update(at, gradient): one step of Adam with decoupled decay (see `AdamStep`). */
export const ADAM_UPDATE = `
fn update(at: u32, gradient: f32) {
  let mean = first[at] + (gradient - first[at]) * step.firstShare;
  let square = second[at] + (gradient * gradient - second[at]) * step.secondShare;
  first[at] = mean;
  second[at] = square;
  value[at] = value[at] * step.shrink - mean * step.rate / (sqrt(square) + step.epsilon);
}`;

interface Product {
  readonly bindings: readonly Binding[];
  /** Functions that the expressions below call. */
  readonly functions?: string;
  /** Sides of the result, and the range of the sum, as expressions in WGSL; `z` is the part of a sum that is computed in parts. */
  readonly rows: string;
  readonly columns: string;
  readonly from: string;
  readonly to: string;
  /** left[row, term] and right[term, column], as expressions in `row`, `column` and `term`. */
  readonly left: string;
  readonly right: string;
  /** Whether the terms of a factor are contiguous; otherwise its rows or columns are. */
  readonly alongTerms: { readonly left: boolean; readonly right: boolean };
  /** What to do with a number of the result, as statements in `row`, `column`, `z` and `sum`. */
  readonly store: string;
}

/** A product in tiles: 16 by 16 threads compute 4 by 4 numbers each, and each number is one chain over its ascending terms. */
export function product(of: Product): string {
  const load = (alongTerms: boolean, side: string, array: string, limit: string, call: string): string => `
      for (var part = 0u; part < 4u; part++) {
        ${
          alongTerms
            ? `let term = local % ${TERMS}u; let place = local / ${TERMS}u + part * ${TERMS}u;`
            : `let place = local % ${TILE}u; let term = local / ${TILE}u + part * 4u;`
        }
        var loaded = 0.0;
        if (start + term < to && ${side} + place < ${limit}) { loaded = ${call}; }
        ${array}[term * ${STRIDE}u + place] = loaded;
      }`;
  return `${declared(of.bindings)}
${of.functions ?? ''}
var<workgroup> lefts: array<f32, ${STRIDE * TERMS}>;
var<workgroup> rights: array<f32, ${STRIDE * TERMS}>;
fn leftOf(row: u32, term: u32) -> f32 { return ${of.left}; }
fn rightOf(term: u32, column: u32) -> f32 { return ${of.right}; }
fn store(row: u32, column: u32, z: u32, sum: f32) { ${of.store} }
@compute @workgroup_size(16, 16)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) id: vec3u, @builtin(local_invocation_index) local: u32) {
  let top = group.y * ${TILE}u;
  let side = group.x * ${TILE}u;
  let z = group.z;
  let to = ${of.to};
  var sums: array<vec4f, 4>;
  for (var start = ${of.from}; start < to; start += ${TERMS}u) {
    ${load(of.alongTerms.left, 'top', 'lefts', of.rows, 'leftOf(top + place, start + term)')}
    ${load(of.alongTerms.right, 'side', 'rights', of.columns, 'rightOf(start + term, side + place)')}
    workgroupBarrier();
    for (var term = 0u; term < ${TERMS}u; term++) {
      let left = term * ${STRIDE}u + id.y * 4u;
      let right = term * ${STRIDE}u + id.x * 4u;
      let beside = vec4f(rights[right], rights[right + 1u], rights[right + 2u], rights[right + 3u]);
      for (var place = 0u; place < 4u; place++) { sums[place] = fma(vec4f(lefts[left + place]), beside, sums[place]); }
    }
    workgroupBarrier();
  }
  for (var down = 0u; down < 4u; down++) {
    for (var across = 0u; across < 4u; across++) {
      let row = top + id.y * 4u + down;
      let column = side + id.x * 4u + across;
      if (row < ${of.rows} && column < ${of.columns}) { store(row, column, z, sums[down][across]); }
    }
  }
}`;
}
