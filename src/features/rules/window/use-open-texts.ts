/** What the blanks that open fields show while they are closed. */
import { useTexts } from '../../../renderer/locales/use-texts';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { RuleProfiles, TitleCondition } from '../../../shared/contract/rules';
import { isDay } from '../../../renderer/components/rules/DayField';
import { tidied } from '../../../renderer/components/rules/tidied';
import { usePreferences } from '../../../renderer/stores/preferences';
import { textOf } from '../../../shared/words/sentence';
import { membersValues, profileWords, titleWords } from '../../../shared/words/rule-sentence';
import type { OpenPart } from './OpenFields';
import { endsBefore, type RuleFields } from './rule-fields';
import { useRuleNames } from '../../../renderer/components/rules/use-rule-text';

/** Kinds that may be about all titles. */
const OF_ALL_TITLES: readonly RuleFields['form'][] = ['at-most', 'in-order', 'new-titles'];

interface OpenText {
  readonly text: string;
  /** Whether it has to be filled in. */
  readonly isMissing: boolean;
}

export function useOpenTexts(fields: RuleFields, titles: CheckedRules['titles']): Record<OpenPart, OpenText> {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const names = useRuleNames(titles);
  const ofTitles = (condition: TitleCondition): OpenText => {
    const isEmpty = Object.keys(condition).length === 0;
    if (isEmpty && !OF_ALL_TITLES.includes(fields.form)) return { text: t('rules.noTitlesYet'), isMissing: true };
    const words = titleWords(condition, names);
    const text = words.map((word) => textOf([word], language)).join(', ');
    const isOne = condition.ids?.length === 1 && Object.keys(condition).length === 1;
    return { text: fields.form === 'pin' && !isOne ? t('rules.bestOf', { titles: text }) : text, isMissing: false };
  };
  const { members, ...condition } = tidied(fields['profiles'] ?? {}) as RuleProfiles;
  const profiles = profileWords(condition, names);
  const chosen = members === undefined ? null : t('condition.members', membersValues(members, names));
  const among = [chosen, profiles.length === 0 ? null : t('rules.someProfiles', { profiles })]
    .filter((part) => part !== null)
    .join(', ');
  // Of those it names, a rule for new titles picks the ones they suit.
  const suited = among === '' ? t('rules.suited') : t('rules.suitedOf', { profiles: among });
  return {
    titles: ofTitles(tidied(fields['titles'] ?? {}) as TitleCondition),
    others: ofTitles(tidied(fields['others'] ?? {}) as TitleCondition),
    profiles: {
      text: fields.form === 'new-titles' ? suited : among || t('rules.everybody'),
      isMissing: false,
    },
    days: daysText(t, fields, names.day!),
  };
}

function daysText(
  t: ReturnType<typeof useTexts>,
  { from, until }: RuleFields,
  written: (day: string) => string,
): OpenText {
  const [first, last] = [from, until].map((day) => (typeof day === 'string' && day !== '' ? day : null));
  const isMissing = [first, last].some((day) => day !== null && !isDay(day!)) || endsBefore({ from, until });
  if (first && last) return { text: t('rules.fromUntil', { from: written(first), until: written(last) }), isMissing };
  if (first) return { text: t('rules.fromDay', { from: written(first) }), isMissing };
  if (last) return { text: t('rules.untilDay', { until: written(last) }), isMissing };
  return { text: t('rules.always'), isMissing: false };
}
