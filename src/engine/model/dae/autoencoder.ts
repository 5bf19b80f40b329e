/** The autoencoder's row in the table of models: its own tensors, and those of companions. */
import { type CompanionName, MOST_COMPANIONS } from '../../../shared/recipe/companion-names';
import { possibleCompanions } from '../../../shared/recipe/companions';
import type { Recipe } from '../../../shared/recipe/table';
import { baselineOf } from '../baselines/baselines';
import type { DeclaredValues, ModelSizes, TensorDeclaration } from '../declaration';
import type { ModelDefinition } from '../definition';
import type { Kernels } from '../kernels/kernels';
import type { NamedTensors } from '../recommender';
import { type Companion, prefixOf, shareTensorOf } from './companion';
import { restoreDae } from './dae-recommender';
import { declareDae } from './structure';

export const autoencoder: ModelDefinition = {
  usesChance: true,
  declare: (recipe, sizes, tensors) => [
    ...declareDae(recipe, sizes, tensors),
    ...declareCompanions(recipe, sizes, tensors),
  ],
  restore: (tensors, recipe, kernels) => restoreDae(kernels, recipe, tensors, companionsOf(recipe, tensors, kernels)),
};

function declareCompanions(recipe: Recipe, sizes: ModelSizes, tensors: NamedTensors): TensorDeclaration[] {
  return companionsIn(recipe, tensors).flatMap((name) => [
    ...baselineOf(name)
      .declare(recipe, sizes, {})
      .map((declaration) => prefixed(declaration, prefixOf(name))),
    { name: shareTensorOf(name), type: 'F32' as const, shape: [1], values: { kind: 'share' as const } },
  ]);
}

/** The companions that have a share in these tensors. Tensors of further ones are not declared, and so refused. */
const companionsIn = (recipe: Recipe, tensors: NamedTensors): CompanionName[] =>
  possibleCompanions(recipe)
    .filter((name) => Object.hasOwn(tensors, shareTensorOf(name)))
    .slice(0, MOST_COMPANIONS);

/** Prefixes the name, and the names of sides and of other tensors: equal names in two companions mean different things. */
function prefixed({ name, type, shape, values }: TensorDeclaration, prefix: string): TensorDeclaration {
  return {
    name: `${prefix}${name}`,
    type,
    shape: shape.map((side) => (typeof side === 'string' ? `${prefix}${side}` : side)),
    ...(values && { values: prefixedValues(values, prefix) }),
  };
}

function prefixedValues(values: DeclaredValues, prefix: string): DeclaredValues {
  switch (values.kind) {
    case 'offsets':
      return { ...values, into: `${prefix}${values.into}` };
    case 'links':
      return { ...values, offsets: `${prefix}${values.offsets}` };
    default:
      return values;
  }
}

function companionsOf(recipe: Recipe, tensors: NamedTensors, kernels: Kernels): Companion[] {
  return companionsIn(recipe, tensors).flatMap((model) => {
    const share = tensors[shareTensorOf(model)]!.values[0]!;
    if (share === 0) return [];
    const own = Object.entries(tensors)
      .filter(([key]) => key.startsWith(prefixOf(model)))
      .map(([key, tensor]) => [key.slice(prefixOf(model).length), tensor]);
    const theirs = Object.fromEntries(own) as NamedTensors;
    return { model, recommender: baselineOf(model).restore(theirs, recipe, kernels), share };
  });
}
