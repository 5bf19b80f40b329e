/** Rules that begin on the row of a title: a draft beside the saved rules, to be looked at and saved on the screen of rules. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/contract/rules';
import type { TunedItem } from '../../../shared/contract/tuning';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addError, addUndo } from '../../../renderer/stores/notices';
import { freeId, keepRuleDraft, ruleDraftOf, withRules } from './rule-drafts';

export type DraftKind = 'pin' | 'boost' | 'hide';
export const DRAFT_KINDS: readonly DraftKind[] = ['pin', 'boost', 'hide'];

/** How far up, until somebody says otherwise. */
const PLACES = 10;

type DraftItem = Pick<TunedItem, 'item' | 'title' | 'rank'>;

/** Makes a rule about a title of a list: pinned where it stands, moved up, or hidden; for everybody, until it is edited. */
export function useDraftRule(data: string): (kind: DraftKind, item: DraftItem) => Promise<void> {
  const { t } = useTranslation();
  const { client } = useEngine();
  return useCallback(
    async (kind, { item, title, rank }) => {
      const name = t(`rules.newName.${kind}`, { title: title ?? item }).slice(0, LONGEST_KEPT_NAME);
      try {
        const saved = await client.rules.get({ data });
        const { set, revision } = ruleDraftOf(data) ?? saved;
        const rule: Rule = {
          id: freeId(set.rules, kind),
          name,
          on: true,
          titles: { ids: [item] },
          ...(kind === 'pin' ? { kind, place: rank } : kind === 'boost' ? { kind, places: PLACES } : { kind }),
        };
        keepRuleDraft(data, { set: withRules([...set.rules, rule]), revision });
        addUndo(t('rules.drafted', { name }), async () => {
          const now = ruleDraftOf(data);
          if (now !== null)
            keepRuleDraft(data, { ...now, set: withRules(now.set.rules.filter(({ id }) => id !== rule.id)) });
        });
      } catch (error) {
        addError(t('rules.failed'), error);
      }
    },
    [client, data, t],
  );
}
