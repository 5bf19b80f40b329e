/** The multinomial loss of each row (see `lossOfRows`), and its gradient, which replaces the scores. */
import { type GpuShape, SOFTMAX_TITLES } from '../shape';
import { EXPONENTIAL, LOGARITHM } from './arithmetic';
import type { Pass } from './pass';
import { type Binding, declared } from './shader';

/** The passes in order: softmax, losses, gradient. */
export const lossPasses = (shape: GpuShape): Pass[] => [
  softmaxParts(shape),
  softmaxRows(shape),
  losses(shape),
  softmax(shape),
  targets(shape),
];

/** Lower than any score: the maximum of none. */
const LOWEST = '-3.4e38';

/** For each row and part of the titles: the largest score, and the sum of exponentials relative to it, as a tree of fixed shape. */
function softmaxParts({ rows, softmaxParts: parts }: GpuShape): Pass {
  const bindings: Binding[] = [
    ['slice', 'Slice'],
    ['scores', 'f32'],
    ['largest', 'f32', 'read_write'],
    ['exponentials', 'f32', 'read_write'],
  ];
  const tree = (combined: string): string =>
    `for (var half = 128u; half > 0u; half >>= 1u) { if (local < half) { held[local] = ${combined}; } workgroupBarrier(); }`;
  return {
    name: 'softmax parts',
    bindings,
    isOfSlice: true,
    groups: ({ count }) => [Math.ceil(count / SOFTMAX_TITLES), rows, 1],
    text: `${declared(bindings)}
${EXPONENTIAL}
var<workgroup> held: array<f32, 256>;
@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  let row = group.y * slice.count;
  let to = min(slice.count, (group.x + 1u) * ${SOFTMAX_TITLES}u);
  let start = group.x * ${SOFTMAX_TITLES}u + local;
  var top = ${LOWEST};
  for (var title = start; title < to; title += 256u) { top = max(top, scores[row + title]); }
  held[local] = top;
  workgroupBarrier();
  ${tree('max(held[local], held[local + half])')}
  let most = held[0];
  workgroupBarrier();
  var sum = 0.0;
  for (var title = start; title < to; title += 256u) { sum += exponential(scores[row + title] - most); }
  held[local] = sum;
  workgroupBarrier();
  ${tree('held[local] + held[local + half]')}
  if (local == 0u) {
    let at = group.y * ${parts}u + slice.first / ${SOFTMAX_TITLES}u + group.x;
    largest[at] = most;
    exponentials[at] = held[0];
  }
}`,
  };
}

/** The logarithm of the sum of a row's exponentials: its parts in order. */
function softmaxRows({ rows, softmaxParts: parts }: GpuShape): Pass {
  const bindings: Binding[] = [
    ['largest', 'f32'],
    ['exponentials', 'f32'],
    ['logarithms', 'f32', 'read_write'],
  ];
  return {
    name: 'softmax rows',
    bindings,
    isOfSlice: false,
    groups: () => [Math.ceil(rows / 64), 1, 1],
    text: `${declared(bindings)}
${EXPONENTIAL}
${LOGARITHM}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  let row = id.x;
  if (row >= ${rows}u) { return; }
  let start = row * ${parts}u;
  var top = ${LOWEST};
  for (var part = 0u; part < ${parts}u; part++) { top = max(top, largest[start + part]); }
  var sum = 0.0;
  for (var part = 0u; part < ${parts}u; part++) { sum += exponentials[start + part] * exponential(largest[start + part] - top); }
  logarithms[row] = top + logarithm(sum);
}`,
  };
}

const TARGETS: readonly Binding[] = [
  ['targetStarts', 'u32'],
  ['targetTitles', 'u32'],
  ['targetValues', 'f32'],
];
const placesOf = (row: string, rows: number): { from: string; to: string } => ({
  from: `targetStarts[slice.number * ${rows}u + ${row}]`,
  to: `targetStarts[(slice.number + 1u) * ${rows}u + ${row}]`,
});

/** Over the targets of a row, in order. */
function losses({ rows }: GpuShape): Pass {
  const bindings: Binding[] = [
    ['step', 'Step'],
    ['slice', 'Slice'],
    ...TARGETS,
    ['scores', 'f32'],
    ['logarithms', 'f32'],
    ['losses', 'f32', 'read_write'],
  ];
  const { from, to } = placesOf('row', rows);
  return {
    name: 'losses',
    bindings,
    isOfSlice: true,
    groups: () => [Math.ceil(rows / 64), 1, 1],
    text: `${declared(bindings)}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  let row = id.x;
  if (row >= ${rows}u) { return; }
  let at = step.slot * ${rows}u + row;
  var sum = 0.0;
  if (slice.number > 0u) { sum = losses[at]; }
  for (var place = ${from}; place < ${to}; place++) {
    sum = fma(targetValues[place], logarithms[row] - scores[row * slice.count + targetTitles[place] - slice.first], sum);
  }
  losses[at] = sum;
}`,
  };
}

/** Softmax times the sum of the row's targets: the gradient without the targets themselves. */
function softmax({ rows }: GpuShape): Pass {
  const bindings: Binding[] = [
    ['step', 'Step'],
    ['slice', 'Slice'],
    ['logarithms', 'f32'],
    ['targetSums', 'f32'],
    ['scores', 'f32', 'read_write'],
  ];
  return {
    name: 'softmax',
    bindings,
    isOfSlice: true,
    groups: ({ count }) => [Math.ceil(count / 256), rows, 1],
    text: `${declared(bindings)}
${EXPONENTIAL}
@compute @workgroup_size(256) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.count) { return; }
  let at = id.y * slice.count + id.x;
  scores[at] = exponential(scores[at] - logarithms[id.y]) * (targetSums[id.y] * step.scale);
}`,
  };
}

/** No title occurs in a row twice, so that no two threads change one number. */
function targets({ rows }: GpuShape): Pass {
  const bindings: Binding[] = [['step', 'Step'], ['slice', 'Slice'], ...TARGETS, ['scores', 'f32', 'read_write']];
  const { from, to } = placesOf('group.x', rows);
  return {
    name: 'targets',
    bindings,
    isOfSlice: true,
    groups: () => [rows, 1, 1],
    text: `${declared(bindings)}
@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  for (var place = ${from} + local; place < ${to}; place += 64u) {
    let at = group.x * slice.count + targetTitles[place] - slice.first;
    scores[at] = scores[at] - targetValues[place] * step.scale;
  }
}`,
  };
}
