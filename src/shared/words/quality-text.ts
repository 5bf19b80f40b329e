/** What lists are like, in figures: written once, so that one run has the same figure wherever it is shown. */
import type { ListQuality } from '../contract/run';
import type { Format } from './format';

export type QualityTexts = Readonly<Record<keyof ListQuality, string>>;

/** @returns "47.0%" for the coverage, "4.13" for the novelty, "0.0%" for what was already watched; dashes for a run without lists */
export function qualityTexts(quality: ListQuality | null, format: Format): QualityTexts {
  if (quality === null) return { coverage: '–', novelty: '–', watchedShare: '–' };
  return {
    coverage: format.percent(quality.coverage),
    novelty: format.score(quality.novelty, 2),
    watchedShare: format.percent(quality.watchedShare),
  };
}
