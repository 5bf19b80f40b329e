/** Takes a rule out of those being edited, with Undo. */
import type { Rule } from '../../../shared/contract/rules';
import { ruleSetOf } from '../../../shared/contract/rules';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addUndo } from '../../../renderer/stores/notices';
import { dropRuleDraft, keepRuleDraft, type RuleDraft, ruleDraftOf } from './rule-drafts';

/** @returns takes out the rule, which the notice calls by the name */
export function useRemoveRule(data: string, { set, revision }: RuleDraft): (rule: Rule, name: string) => void {
  const { client, queries } = useEngine();
  const present = async (): Promise<RuleDraft> => ruleDraftOf(data) ?? client.rules.get({ data });
  return (rule, name) => {
    const before = ruleDraftOf(data);
    const place = set.rules.findIndex(({ id }) => id === rule.id);
    keepRuleDraft(data, { set: ruleSetOf(set.rules.filter(({ id }) => id !== rule.id)), revision });
    const made = ruleDraftOf(data);
    addUndo(
      (t) => t('rules.removed', { name }),
      ['rules'],
      async () => {
        if (ruleDraftOf(data) === made) {
          if (before === null) dropRuleDraft(data);
          else keepRuleDraft(data, before);
          return;
        }
        // Once more was changed, or it was saved without the rule, that stays: the rule comes back as a change.
        const now = await present();
        const { rules } = now.set;
        keepRuleDraft(data, { ...now, set: ruleSetOf([...rules.slice(0, place), rule, ...rules.slice(place)]) });
      },
      {
        key: queries.rules.key(),
        isStill: async () => !(await present()).set.rules.some(({ id }) => id === rule.id),
      },
    );
  };
}
