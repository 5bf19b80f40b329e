import { useLocation } from 'wouter';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Audience, Reach } from '../../contract/audience';
import { proposeRule } from '../../../rules/window/public';
import { LONGEST_KEPT_NAME } from '../../../../shared/limits';

type ReachRule = Reach['options'][number]['rule'];

/** Opens Rules with the form filled in with a rule that reaches more profiles, under a name that says what it does. */
export function useMakeRule(data: string, titles: Audience['titles']): (rule: ReachRule) => void {
  const t = useTexts();
  const [, go] = useLocation();
  const named = titles.flatMap(({ item, title }) => (title === null ? [] : [{ item, title }]));
  return (rule) => {
    const name = hasName(rule) ? t(`rules.newName.${rule.kind}`, { title: rule.name }) : rule.name;
    proposeRule(data, { rule: { ...rule, name: name.slice(0, LONGEST_KEPT_NAME) }, titles: named });
    go('/rules');
  };
}

const hasName = (rule: ReachRule): rule is ReachRule & { kind: 'pin' | 'boost' | 'new-titles' } =>
  rule.kind === 'pin' || rule.kind === 'boost' || rule.kind === 'new-titles';
