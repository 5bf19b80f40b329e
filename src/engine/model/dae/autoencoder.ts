/** The autoencoder's row in the table of models: its own tensors, and those of companions. */
import { COMPANION_SLOTS, companionIn } from '../../../shared/recipe/companions';
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
  return COMPANION_SLOTS.flatMap((slot) => {
    const name = companionIn(recipe, slot);
    if (name === null || !Object.hasOwn(tensors, shareTensorOf(slot))) return [];
    return [
      ...baselineOf(name)
        .declare(recipe, sizes, {})
        .map((declaration) => prefixed(declaration, prefixOf(slot))),
      { name: shareTensorOf(slot), type: 'F32' as const, shape: [1], values: { kind: 'share' as const } },
    ];
  });
}

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
  return COMPANION_SLOTS.flatMap((slot) => {
    const share = tensors[shareTensorOf(slot)]?.values[0] ?? 0;
    const name = companionIn(recipe, slot);
    if (share === 0 || name === null) return [];
    const own = Object.entries(tensors)
      .filter(([key]) => key.startsWith(prefixOf(slot)))
      .map(([key, tensor]) => [key.slice(prefixOf(slot).length), tensor]);
    const theirs = Object.fromEntries(own) as NamedTensors;
    return { model: name, recommender: baselineOf(name).restore(theirs, recipe, kernels), share };
  });
}
