/** The blanks of a sentence: which there are, and what each shows while it is closed. */
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { RuleProfiles, TitleCondition } from '../../../shared/contract/rules';
import { isEmptyRange } from '../../../shared/values/empty-range';
import { seriesKey, titleParts } from '../../../shared/values/episode';
import { membersValues, profileWords, titleWords } from '../../../shared/words/rule-sentence';
import { textOf } from '../../../shared/words/sentence';
import { useRuleNames } from '../../../renderer/components/rules/use-rule-text';
import { tidied } from '../../../renderer/components/rules/tidied';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useTexts } from '../../../renderer/locales/use-texts';
import { usePreferences } from '../../../renderer/stores/preferences';
import { endsBefore, type RuleFields } from './rule-fields';

export const BLANKS = [
  'titles',
  'others',
  'profiles',
  'days',
  'range',
  'places',
  'count',
  'per',
  'attribute',
  'ages',
  'unknown',
  'after',
  'day',
  'start',
] as const;
export type BlankName = (typeof BLANKS)[number];

export interface BlankText {
  readonly text: string;
  /** Whether it has to be filled in. */
  readonly isMissing?: boolean;
  /** Whether it says what holds where nothing is chosen. */
  readonly isUsual?: boolean;
  /** The title whose cover stands before it, and how many titles it names where these are more. */
  readonly cover?: { readonly item: string; readonly title: string };
  readonly count?: number;
}

/** Forms that may be about all titles. */
const OF_ALL_TITLES: readonly RuleFields['form'][] = ['at-most', 'in-order', 'new-titles'];

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** @param titles names of the titles in the sentence */
export function useBlankTexts(fields: RuleFields, titles: CheckedRules['titles']): Record<BlankName, BlankText> {
  const t = useTexts();
  const labels = useLabels();
  const language = usePreferences((state) => state.language);
  const names = useRuleNames(titles);
  const nameOf = (item: string): string => names.title!(item);
  const missing: BlankText = { text: t('rules.blankEmpty'), isMissing: true };
  const ofTitles = (condition: TitleCondition): BlankText => {
    const parts = Object.keys(condition);
    if (parts.length === 0)
      return OF_ALL_TITLES.includes(fields.form)
        ? { text: t('condition.all-titles'), isUsual: true }
        : { text: t('rules.noTitlesYet'), isMissing: true };
    const { ids = [], series = [] } = condition;
    const [first] = ids;
    if (parts.length === 1 && first !== undefined) {
      const isOne = ids.length > 1 && new Set(ids.map((id) => seriesKey(titleParts(nameOf(id)).series))).size === 1;
      return {
        text: isOne ? titleParts(nameOf(first)).series : nameOf(first),
        cover: { item: first, title: nameOf(first) },
        ...(ids.length > 1 && { count: ids.length }),
      };
    }
    if (parts.length === 1 && series[0] !== undefined)
      return {
        text: series[0],
        cover: { item: '', title: series[0] },
        ...(series.length > 1 && { count: series.length }),
      };
    return {
      text: titleWords(condition, names)
        .map((word) => textOf([word], language))
        .join(', '),
    };
  };
  const dayText = (day: unknown): BlankText => (isText(day) ? { text: names.day!(day) } : missing);
  const numberText = (value: unknown, text: (count: number) => string): BlankText =>
    isNumber(value) ? { text: text(value) } : missing;
  const { place, to, count, per, ages, attribute, from, until } = fields as Record<string, unknown> & {
    per?: { series?: true; attribute?: string };
    ages?: { from?: number; to?: number };
  };
  return {
    titles: ofTitles(tidied(fields['titles'] ?? {}) as TitleCondition),
    others: ofTitles(tidied(fields['others'] ?? {}) as TitleCondition),
    profiles: profilesText(),
    days: daysText(),
    range:
      isNumber(place) && !isEmptyRange({ from: place, to })
        ? { text: rangeText(place, isNumber(to) ? to : place) }
        : missing,
    places: numberText(fields['places'], (places) => t('rules.byPlaces', { places })),
    count: numberText(count, (most) =>
      fields.form === 'new-titles' ? t('rules.countPlaces', { count: most }) : String(most),
    ),
    per: {
      text:
        per === undefined
          ? t('rules.perAll')
          : per.series === true
            ? t('rules.perSeries')
            : t('rules.perAttribute', { name: labels.attribute(per.attribute!) }),
    },
    attribute: isText(attribute) ? { text: labels.attribute(attribute) } : missing,
    ages: agesText(),
    unknown: {
      text: t(fields['unknown'] === true ? 'rules.unknownShown' : 'rules.unknownHidden'),
      isUsual: fields['unknown'] !== true,
    },
    after: dayText(fields['after']),
    day: dayText(fields['day']),
    start: isNumber(place)
      ? { text: t('rules.newPlaceAt', { place }) }
      : { text: t('rules.newPlaceLast'), isUsual: true },
  };

  function rangeText(first: number, last: number): string {
    if (first === last) return t('rules.atPlace', { place: first });
    return first === 1 ? t('rules.atTop', { to: last }) : t('rules.atPlaces', { place: first, to: last });
  }

  function agesText(): BlankText {
    const { from: least, to: most } = ages ?? {};
    if (isEmptyRange({ from: least, to: most })) return missing;
    if (isNumber(least) && isNumber(most)) return { text: t('labels.range', { from: least, to: most }) };
    if (isNumber(least)) return { text: t('rules.agesFrom', { from: least }) };
    return isNumber(most) ? { text: t('rules.agesTo', { to: most }) } : missing;
  }

  function profilesText(): BlankText {
    const { members, ...condition } = tidied(fields['profiles'] ?? {}) as RuleProfiles;
    if (isEmptyRange(condition.watched ?? {})) return missing;
    const words = profileWords(condition, names);
    const chosen = members === undefined ? [] : [t('condition.members', membersValues(members, names))];
    const [first] = words;
    const areAged = words.length === 1 && typeof first === 'object' && first.id === 'condition.aged';
    if (words.length > 0) chosen.push(t(areAged ? 'rules.agedChildren' : 'rules.someChildren', { profiles: words }));
    const isUsual = chosen.length === 0;
    if (fields.form !== 'new-titles') return { text: isUsual ? t('rules.everybody') : chosen.join(', '), isUsual };
    // Of those it names, a rule for new titles picks the ones they suit.
    return { text: isUsual ? t('rules.suited') : t('rules.suitedOf', { profiles: chosen.join(', ') }), isUsual };
  }

  function daysText(): BlankText {
    if (isText(from) && isText(until))
      return {
        text: t('rules.fromUntil', { from: names.day!(from), until: names.day!(until) }),
        isMissing: endsBefore(fields),
      };
    if (isText(from)) return { text: t('rules.fromDay', { from: names.day!(from) }) };
    if (isText(until)) return { text: t('rules.untilDay', { until: names.day!(until) }) };
    return { text: t('rules.always'), isUsual: true };
  }
}
