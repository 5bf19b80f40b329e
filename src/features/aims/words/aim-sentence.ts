/** An aim in plain words. */
import { type RuleNames, titleWords } from '../../../shared/words/rule-sentence';
import { say, type Sentence } from '../../../shared/words/sentence';
import type { Aim } from '../contract/aims';

export function aimSentence(aim: Aim, names: RuleNames = {}): Sentence {
  switch (aim.kind) {
    case 'at-least':
    case 'at-most':
      return say(`aims.${aim.kind}`, { titles: titleWords(aim.titles, names), percent: percentOf(aim.share) });
    case 'each':
      return say('aims.each', { titles: titleWords(aim.titles, names), count: aim.count });
    case 'apart':
      return say('aims.apart', { days: aim.days });
    case 'calibrated':
      return say('aims.calibrated', {
        attribute: names.attribute?.(aim.attribute) ?? aim.attribute,
        divergence: aim.divergence,
      });
  }
}

/** With one digit where it is not whole: a third is 33.3. */
const percentOf = (share: number): number => Math.round(1000 * share) / 10;
