/**
 * How good lists were, in people's terms: the one sentence for every screen, the report and the command line. It is pooled: hits over targets, over
 * all children together, so a child who watched much counts for more than one who watched a little; recall is the mean over children.
 */
import type { Wording } from './wording';

interface FirstViewings {
  /** Titles that children watched for the first time, each once per child. */
  readonly all: number;
  /** Those in the list of their child. */
  readonly listed: number;
  /** Those in it if each list had been bestsellers. */
  readonly popular: number;
}

/** Of 100; 0 where nothing was watched. */
export const ofHundred = (count: number, all: number): number => (all === 0 ? 0 : Math.round((100 * count) / all));

/** "Of 100 titles that children watched next, 45 were in their lists; bestsellers 10." */
export const ofHundredText = ({ all, listed, popular }: FirstViewings, { t }: Pick<Wording, 't'>): string =>
  t('ofHundred.sentence', { listed: ofHundred(listed, all), popular: ofHundred(popular, all) });

/** What the hundred stands for: "176 of 390 titles, 182 children". */
export const ofHundredDetail = ({ all, listed }: FirstViewings, children: number, { t, format }: Wording): string =>
  t('ofHundred.detail', { listed: format.count(listed), all: format.count(all), children });
