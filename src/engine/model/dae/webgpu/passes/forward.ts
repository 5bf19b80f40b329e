/** From the rows of a batch to the score of each title. */
import type { GpuShape } from '../shape';
import { HYPERBOLIC_TANGENT } from './arithmetic';
import type { Pass } from './pass';
import { scoresPass } from './scores';
import { type Binding, declared } from './shader';

/** The passes in order: encoder, code, scores. */
export const forwardPasses = (shape: GpuShape): Pass[] => [encode(shape), code(shape), scores(shape)];

/** A row times the encoder: its titles in the order of the row, slice after slice, one chain of additions per number. */
function encode({ hidden, rows }: GpuShape): Pass {
  const bindings: Binding[] = [
    ['slice', 'Slice'],
    ['inputStarts', 'u32'],
    ['inputTitles', 'u32'],
    ['inputValues', 'f32'],
    ['value', 'f32'],
    ['encoded', 'f32', 'read_write'],
  ];
  return {
    name: 'encode',
    bindings,
    parameter: 'encoder',
    isOfSlice: true,
    groups: () => [Math.ceil(hidden / 64), rows, 1],
    text: `${declared(bindings)}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  let unit = id.x;
  let row = id.y;
  if (unit >= ${hidden}u) { return; }
  let at = row * ${hidden}u + unit;
  var sum = 0.0;
  if (slice.number > 0u) { sum = encoded[at]; }
  for (var place = inputStarts[slice.number * ${rows}u + row]; place < inputStarts[(slice.number + 1u) * ${rows}u + row]; place++) {
    sum = fma(inputValues[place], value[(inputTitles[place] - slice.first) * ${hidden}u + unit], sum);
  }
  encoded[at] = sum;
}`,
  };
}

const ACTIVATIONS: Record<GpuShape['activation'], string> = {
  tanh: 'hyperbolicTangent(before)',
  relu: 'max(before, 0.0)',
  linear: 'before',
};

/** The input of the decoder: the activated code, and beside it the profile as it is or through its network. */
function code(shape: GpuShape): Pass {
  const { hidden, width, joined, conditions, hasNetwork, activation, rows } = shape;
  const bindings: Binding[] = [
    ['encoded', 'f32'],
    ['encoderBias', 'f32'],
    ...(joined > 0 ? ([['conditions', 'f32']] as const) : []),
    ...(hasNetwork
      ? ([
          ['condition', 'f32'],
          ['conditionBias', 'f32'],
        ] as const)
      : []),
    ['code', 'f32', 'read_write'],
  ];
  const beside = hasNetwork
    ? `var sum = 0.0;
  for (var column = 0u; column < ${conditions}u; column++) {
    sum = fma(conditions[row * ${conditions}u + column], condition[column * ${joined}u + beside], sum);
  }
  code[at] = hyperbolicTangent(sum + conditionBias[beside]);`
    : `code[at] = conditions[row * ${joined}u + beside];`;
  return {
    name: 'code',
    bindings,
    isOfSlice: false,
    groups: () => [Math.ceil(width / 64), rows, 1],
    text: `${declared(bindings)}
${HYPERBOLIC_TANGENT}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  let unit = id.x;
  let row = id.y;
  if (unit >= ${width}u) { return; }
  let at = row * ${width}u + unit;
  if (unit < ${hidden}u) {
    let before = encoded[row * ${hidden}u + unit] + encoderBias[unit];
    code[at] = ${ACTIVATIONS[activation]};
    return;
  }
  ${joined === 0 ? '' : `let beside = unit - ${hidden}u;\n  ${beside}`}
}`,
  };
}

const scores = ({ rows, width }: GpuShape): Pass =>
  scoresPass({
    name: 'scores',
    rows,
    width,
    decoder: 'value',
    bias: 'decoderBias',
    parameter: 'decoder',
    place: 'row * slice.count + column',
    biasPlace: 'column',
  });
