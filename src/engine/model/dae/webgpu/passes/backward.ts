/** From the gradient of the scores to the updated parameters. */
import type { ParameterName } from '../../structure';
import type { GpuShape } from '../shape';
import type { Pass } from './pass';
import { ADAM_UPDATE, type Binding, declared, product, TILE, UPDATED } from './shader';

/** The code's gradient is computed before the decoder is updated, as it depends on the old decoder. */
export const backwardPasses = (shape: GpuShape): Pass[] => [
  codeGradientParts(shape),
  codeGradient(shape),
  decoder(shape),
  decoderBias(shape),
  encoder(shape),
  bias(shape, 'encoder.bias', 0, shape.hidden),
  ...(shape.hasNetwork ? [condition(shape), bias(shape, 'condition.bias', shape.hidden, shape.joined)] : []),
];

/** Gradient of the scores times decoder, over the titles of a part. */
function codeGradientParts({ rows, width, trained, partTitles }: GpuShape): Pass {
  const bindings: Binding[] = [
    ['slice', 'Slice'],
    ['scores', 'f32'],
    ['value', 'f32'],
    ['gradientParts', 'f32', 'read_write'],
  ];
  return {
    name: 'code gradient parts',
    bindings,
    parameter: 'decoder',
    isOfSlice: true,
    groups: ({ count }) => [Math.ceil(trained / TILE), Math.ceil(rows / TILE), Math.ceil(count / partTitles)],
    text: product({
      bindings,
      rows: `${rows}u`,
      columns: `${trained}u`,
      from: `z * ${partTitles}u`,
      to: `min(slice.count, (z + 1u) * ${partTitles}u)`,
      left: 'scores[row * slice.count + term]',
      right: `value[term * ${width}u + column]`,
      alongTerms: { left: true, right: false },
      store: `gradientParts[((slice.first / ${partTitles}u + z) * ${rows}u + row) * ${trained}u + column] = sum;`,
    }),
  };
}

/** Derivative of the activation, from its result. */
const DERIVATIVES: Record<GpuShape['activation'], string> = {
  tanh: '1.0 - result * result',
  relu: 'select(0.0, 1.0, result > 0.0)',
  linear: '1.0',
};

/** Sums the parts in order, times the derivative of the activation behind the code. */
function codeGradient({ rows, width, hidden, trained, parts, activation }: GpuShape): Pass {
  const bindings: Binding[] = [
    ['gradientParts', 'f32'],
    ['code', 'f32'],
    ['gradient', 'f32', 'read_write'],
  ];
  return {
    name: 'code gradient',
    bindings,
    isOfSlice: false,
    groups: () => [Math.ceil(trained / 64), rows, 1],
    text: `${declared(bindings)}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${trained}u) { return; }
  let at = id.y * ${trained}u + id.x;
  var sum = 0.0;
  for (var part = 0u; part < ${parts}u; part++) { sum += gradientParts[part * ${rows * trained}u + at]; }
  let result = code[id.y * ${width}u + id.x];
  var derivative = ${DERIVATIVES[activation]};
  if (id.x >= ${hidden}u) { derivative = 1.0 - result * result; }
  gradient[at] = sum * derivative;
}`,
  };
}

/** The decoder's gradient is never stored: each number is used where it is computed. */
function decoder({ rows, width }: GpuShape): Pass {
  const bindings: Binding[] = [...UPDATED, ['slice', 'Slice'], ['scores', 'f32'], ['code', 'f32']];
  return {
    name: 'decoder',
    bindings,
    parameter: 'decoder',
    isOfSlice: true,
    groups: ({ count }) => [Math.ceil(width / TILE), Math.ceil(count / TILE), 1],
    text: product({
      bindings,
      functions: ADAM_UPDATE,
      rows: 'slice.count',
      columns: `${width}u`,
      from: '0u',
      to: `${rows}u`,
      left: 'scores[term * slice.count + row]',
      right: `code[term * ${width}u + column]`,
      alongTerms: { left: false, right: false },
      store: `update(row * ${width}u + column, sum);`,
    }),
  };
}

function decoderBias({ rows }: GpuShape): Pass {
  const bindings: Binding[] = [...UPDATED, ['slice', 'Slice'], ['scores', 'f32']];
  return {
    name: 'decoder bias',
    bindings,
    parameter: 'decoder.bias',
    isOfSlice: true,
    groups: ({ count }) => [Math.ceil(count / 64), 1, 1],
    text: `${declared(bindings)}
${ADAM_UPDATE}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= slice.count) { return; }
  var sum = 0.0;
  for (var row = 0u; row < ${rows}u; row++) { sum += scores[row * slice.count + id.x]; }
  update(id.x, sum);
}`,
  };
}

/** The rows of each title are contiguous (the host sorts them), so that a gradient is one sum in one order. Titles in no row decay and move too. */
function encoder({ hidden, trained }: GpuShape): Pass {
  const bindings: Binding[] = [
    ...UPDATED,
    ['slice', 'Slice'],
    ['titleStarts', 'u32'],
    ['titleRows', 'u32'],
    ['titleValues', 'f32'],
    ['gradient', 'f32'],
  ];
  return {
    name: 'encoder',
    bindings,
    parameter: 'encoder',
    isOfSlice: true,
    groups: ({ count }) => [Math.ceil(hidden / 64), Math.ceil(count / 4), 1],
    text: `${declared(bindings)}
${ADAM_UPDATE}
@compute @workgroup_size(64, 4) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${hidden}u || id.y >= slice.count) { return; }
  let title = slice.first + id.y;
  var sum = 0.0;
  for (var place = titleStarts[title]; place < titleStarts[title + 1u]; place++) {
    sum = fma(titleValues[place], gradient[titleRows[place] * ${trained}u + id.x], sum);
  }
  update(id.y * ${hidden}u + id.x, sum);
}`,
  };
}

/** @param from first column of the code's gradient; `count` columns */
function bias({ rows, trained }: GpuShape, parameter: ParameterName, from: number, count: number): Pass {
  const bindings: Binding[] = [...UPDATED, ['gradient', 'f32']];
  return {
    name: parameter,
    bindings,
    parameter,
    isOfSlice: false,
    groups: () => [Math.ceil(count / 64), 1, 1],
    text: `${declared(bindings)}
${ADAM_UPDATE}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${count}u) { return; }
  var sum = 0.0;
  for (var row = 0u; row < ${rows}u; row++) { sum += gradient[row * ${trained}u + ${from}u + id.x]; }
  update(id.x, sum);
}`,
  };
}

function condition({ rows, hidden, joined, trained, conditions }: GpuShape): Pass {
  const bindings: Binding[] = [...UPDATED, ['conditions', 'f32'], ['gradient', 'f32']];
  return {
    name: 'condition',
    bindings,
    parameter: 'condition',
    isOfSlice: false,
    groups: () => [Math.ceil(joined / TILE), Math.ceil(conditions / TILE), 1],
    text: product({
      bindings,
      functions: ADAM_UPDATE,
      rows: `${conditions}u`,
      columns: `${joined}u`,
      from: '0u',
      to: `${rows}u`,
      left: `conditions[term * ${conditions}u + row]`,
      right: `gradient[term * ${trained}u + ${hidden}u + column]`,
      alongTerms: { left: false, right: false },
      store: `update(row * ${joined}u + column, sum);`,
    }),
  };
}
