/** How the companions of a run were chosen, and what the autoencoder adds to them, in sentences. */
import type { RunRecord } from '../../../shared/contract/run';
import type { Wording } from '../../../shared/words/wording';
import { gainText } from '../charts/gains-chart';

/** A model that was tried beside the autoencoder. */
interface TriedCompanion {
  readonly name: string;
  readonly score: string;
  /** Beside the score without companions. */
  readonly gain: string;
  /** Its share in the run, or that it has none. */
  readonly share: string;
  readonly isTaken: boolean;
}

export interface MixtureFacts {
  readonly sentences: readonly string[];
  readonly tried: readonly TriedCompanion[];
}

/** @returns null for a run in which nothing was chosen or mixed in */
export function mixtureFacts({ mixture, overCompanions }: RunRecord, { t, format }: Wording): MixtureFacts | null {
  const { chosen, shares = {} } = mixture ?? {};
  const sentences: string[] = [];
  if (chosen !== undefined) {
    const { shown, by } = chosen;
    const how = shown !== undefined ? 'byFewTitles' : by === 'windows' ? 'byWindows' : 'byValidation';
    sentences.push(
      t(`runs.mixture.${how}`, {
        profiles: t('common.profiles', { count: chosen.profiles }),
        shown: shown?.join(', ') ?? '',
        alone: format.score(chosen.alone),
        mixed: format.score(chosen.score),
      }),
    );
    // Otherwise a gain beside "not taken" would look like a mistake.
    if (chosen.tried.some(({ model, score }) => shares[model] === undefined && score > chosen.alone))
      sentences.push(t('runs.mixture.taken'));
  }
  if (overCompanions !== undefined) {
    const { mean, low, high } = overCompanions;
    const says = low > 0 ? 'adds' : high < 0 ? 'takes' : 'level';
    sentences.push(
      t(`runs.mixture.${says}`, {
        gain: gainText(mean, format),
        range: t('charts.groups.range', { low: gainText(low, format), high: gainText(high, format) }),
      }),
    );
  }
  if (sentences.length === 0) return null;
  const tried = (chosen?.tried ?? []).map(({ model, score }) => ({
    name: t(`common.models.${model}`),
    score: format.score(score),
    gain: gainText(score - chosen!.alone, format),
    share: shares[model] === undefined ? t('runs.mixture.notTaken') : format.percent(shares[model], 0),
    isTaken: shares[model] !== undefined,
  }));
  return { sentences, tried };
}
