/** The search space of a sweep: the knobs it may try, and the values of each. */
import type { KnobValues, Setting, SweepRequest } from '../contract/sweep';
import { ShelfwiseError } from '../../../shared/errors';
import { completeRecipe } from '../../../shared/recipe/schema';
import { KNOB_NAMES, KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { canBeTried, CHOOSES_MODEL, tellsTrialsApart } from '../../../shared/recipe/tried-knobs';
import { say } from '../../../shared/words/sentence';

/** Knobs and their values, in the order of the recipe table. */
export type Space = readonly (readonly [knob: KnobName, values: KnobValues])[];

/** The space of a sweep that was begun. */
export const keptSpaceOf = ({ knobs }: Pick<SweepRequest, 'knobs'>): Space =>
  KNOB_NAMES.flatMap((knob) => {
    const values = knobs[knob];
    return values === undefined ? [] : [[knob, values] as const];
  });

/** @throws ShelfwiseError `usage` naming the knob and what is wrong with it, before anything is trained */
export function spaceOf({ knobs, recipe, method }: SweepRequest): Space {
  if (recipe.model === 'dae' && recipe['stopping.rule'] !== 'validation')
    throw new ShelfwiseError('usage', say('unit.no-validation'));
  const space = keptSpaceOf({ knobs });
  for (const [knob, values] of space) {
    if (!canBeTried(knob, method)) throw new ShelfwiseError('usage', say('sweep.not-swept', { knob }));
    if (Array.isArray(values)) for (const value of values) completeRecipe({ [knob]: value }, recipe);
    else refuseRange(knob, values, recipe, method);
  }
  refuseUnread(space, recipe);
  return space;
}

type Range = Exclude<KnobValues, Setting[]>;

function refuseRange(knob: KnobName, range: Range, recipe: Recipe, method: SweepRequest['method']): void {
  const { from, to, scale, steps } = range;
  const { kind } = KNOBS[knob] as Knob;
  if (kind !== 'number' && kind !== 'integer') throw new ShelfwiseError('usage', say('sweep.no-numbers', { knob }));
  for (const value of [from, to]) completeRecipe({ [knob]: value }, recipe);
  if (from >= to)
    throw new ShelfwiseError('usage', say('sweep.empty-range', { knob, from: String(from), to: String(to) }));
  if (scale === 'logarithmic' && from <= 0) throw new ShelfwiseError('usage', say('sweep.no-logarithm', { knob }));
  if (method === 'grid' && steps === undefined) throw new ShelfwiseError('usage', say('sweep.no-steps', { knob }));
}

/** A knob that nothing in the recipe reads would make identical trials. */
function refuseUnread(space: Space, recipe: Recipe): void {
  const tried = space.map(([knob]) => knob);
  if (tried.some((knob) => CHOOSES_MODEL.includes(knob))) return;
  const unread = space.find(([knob]) => !tellsTrialsApart(recipe, knob, tried));
  if (unread !== undefined)
    throw new ShelfwiseError('usage', say('sweep.unread', { knob: unread[0], model: recipe.model }));
}
