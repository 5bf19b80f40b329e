/** A synthetic service: catalogue, profiles, and viewing. */
import type { GeneratorOptions } from '../options';
import { makeAudience, type Profile } from './audience';
import { makeCatalogue, type Catalogue } from './catalogue';
import { simulateViewing, type Viewing } from './viewing';

export interface World {
  readonly catalogue: Catalogue;
  readonly profiles: readonly Profile[];
  readonly viewing: Viewing;
  /** In the week after the period. */
  readonly nextWeek: Viewing;
}

/** @param events of the viewing, before dirt is added */
export function makeWorld(options: GeneratorOptions, events: number): World {
  const catalogue = makeCatalogue(options.seed, options.items);
  const profiles = makeAudience(options.seed, options.profiles, events);
  return { catalogue, profiles, ...simulateViewing(options.seed, catalogue, profiles, options.oddities === true) };
}
