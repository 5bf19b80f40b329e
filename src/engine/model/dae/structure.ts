/** The parameters of the network: names, shapes and initial values, computed from the recipe and the sizes of the data. */
import type { Recipe } from '../../../shared/recipe/table';
import type { ModelSizes, TensorDeclaration } from '../declaration';
import type { RandomStreams } from '../random';
import type { NamedTensors } from '../recommender';
import { PEERS, PEERS_SHARE } from './peers';

export interface Sizes {
  readonly items: number;
  /** Columns of the encoded profile; 0 if profiles have no attributes. */
  readonly conditions: number;
}

export interface ParameterShape {
  readonly name: ParameterName;
  readonly shape: readonly [rows: number, columns: number];
}

/** Stored in this order, which is also the order of hashing. */
export const PARAMETER_NAMES = [
  'encoder',
  'encoder.bias',
  'condition',
  'condition.bias',
  'decoder',
  'decoder.bias',
] as const;
export type ParameterName = (typeof PARAMETER_NAMES)[number];

/** The trend part, 1 x items: stored beside the parameters, added to the bias of the decoder, not trained. */
export const TREND = 'trend';

/** Width of what joins the latent code. */
export function conditionWidth(recipe: Recipe, sizes: Sizes): number {
  if (sizes.conditions === 0) return 0;
  switch (recipe['structure.condition']) {
    case 'none':
      return 0;
    case 'concatenate':
      return sizes.conditions;
    case 'network':
      return recipe['structure.conditionWidth'];
  }
}

/** encoder: items x width. decoder: items x (width + condition), one row per item. Biases are 1 x n. */
export function parameterShapes(recipe: Recipe, sizes: Sizes): ParameterShape[] {
  const width = recipe['structure.width'];
  const joined = conditionWidth(recipe, sizes);
  const shapes: ParameterShape[] = [
    { name: 'encoder', shape: [sizes.items, width] },
    { name: 'encoder.bias', shape: [1, width] },
  ];
  if (joined > 0 && recipe['structure.condition'] === 'network')
    shapes.push(
      { name: 'condition', shape: [sizes.conditions, joined] },
      { name: 'condition.bias', shape: [1, joined] },
    );
  shapes.push(
    { name: 'decoder', shape: [sizes.items, width + joined] },
    { name: 'decoder.bias', shape: [1, sizes.items] },
  );
  return shapes;
}

/** The tensors of a trained autoencoder. Several members are stored as one that is as many times as wide. */
export function declareDae(recipe: Recipe, sizes: ModelSizes, tensors: NamedTensors): TensorDeclaration[] {
  const members = recipe['mixture.members'];
  const whole: Recipe = {
    ...recipe,
    'structure.width': recipe['structure.width'] * members,
    'structure.conditionWidth': recipe['structure.conditionWidth'] * members,
  };
  const conditions = sizes.conditions ?? conditionsIn(tensors, whole);
  const shapes = parameterShapes(whole, { items: sizes.items, conditions });
  return [
    ...shapes.map(({ name, shape }) => ({ name, type: 'F32' as const, shape })),
    ...(Object.hasOwn(tensors, TREND) ? [{ name: TREND, type: 'F32' as const, shape: [1, sizes.items] }] : []),
    ...(Object.hasOwn(tensors, PEERS)
      ? [
          { name: PEERS, type: 'F32' as const, shape: [conditions + 1, sizes.items] },
          { name: PEERS_SHARE, type: 'F32' as const, shape: [1], values: { kind: 'share' as const } },
        ]
      : []),
  ];
}

/** Columns of the encoded profile that a model was trained with, derived from its tensors if the data is missing. */
function conditionsIn(tensors: NamedTensors, recipe: Recipe): number {
  switch (recipe['structure.condition']) {
    case 'none':
      return 0;
    case 'concatenate':
      return Math.max(0, (tensors['decoder']?.shape[1] ?? 0) - recipe['structure.width']);
    case 'network':
      return tensors['condition']?.shape[0] ?? 0;
  }
}

/** Initial values of a parameter, row-major: Glorot-uniform weights (Glorot and Bengio 2010), each from its own stream; biases 0. */
export function initialValues({ name, shape }: ParameterShape, random: RandomStreams, stage: string): Float32Array {
  const [rows, columns] = shape;
  if (name.endsWith('.bias')) return new Float32Array(rows * columns);
  return random.stream(`weights/${stage}/${name}`).glorotUniform(rows * columns, rows, columns);
}
