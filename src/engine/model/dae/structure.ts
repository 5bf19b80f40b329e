/** The parameters of the network: names, shapes and initial values, from the recipe and the sizes of the data alone. */
import type { Recipe } from '../../../shared/recipe/table';
import type { RandomStreams } from '../random';

export interface Sizes {
  readonly items: number;
  /** Columns of the encoded profile; 0 where profiles have no attributes. */
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

/** The trend part, 1 x items: stored beside the parameters, added to the bias of the decoder, not trained with them. */
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

/** encoder: items x width. decoder: items x (width + condition), one row an item. Biases are 1 x n. */
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

/** Glorot-uniform weights, each from a stream of its own; biases 0. */
export function initialValues({ name, shape }: ParameterShape, random: RandomStreams, stage: string): Float32Array {
  const [rows, columns] = shape;
  if (name.endsWith('.bias')) return new Float32Array(rows * columns);
  return random.stream(`weights/${stage}/${name}`).glorotUniform(rows * columns, rows, columns);
}
