/** What the processor does of a run that a GPU trains, told before it begins. */
import { say, type Sentence } from '../words/sentence';
import { possibleCompanions } from './companions';
import type { Recipe } from './table';

/** Null for a run that no GPU trains. */
export function processorsShare(recipe: Recipe): Sentence | null {
  if (recipe['numeric.device'] !== 'gpu' || recipe.model !== 'dae') return null;
  if (possibleCompanions(recipe).length > 0) return say('gpu.processor-companions');
  if (recipe['mixture.peers'] > 0) return say('gpu.processor-peers');
  return say(recipe['scoring.hidden'] > 0 ? 'gpu.processor-hidden' : 'gpu.processor-alone');
}
