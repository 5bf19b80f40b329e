/** Starts a rule from a title's row: a draft beside the saved rules, to edit and save on the Rules screen. */
import { useCallback } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { type Rule, ruleSetOf } from '../../../shared/contract/rules';
import type { TunedItem } from '../../../shared/contract/tuning';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addError, addUndo } from '../../../renderer/stores/notices';
import { freeId, keepRuleDraft, ruleDraftOf } from './rule-drafts';

export type DraftKind = 'pin' | 'boost' | 'hide';
export const DRAFT_KINDS: readonly DraftKind[] = ['pin', 'boost', 'hide'];

/** Initial number of places to move up. */
const PLACES = 10;

type DraftItem = Pick<TunedItem, 'item' | 'title' | 'rank'>;

/** Drafts a rule about a title of a list: pin at its rank, move up, or hide; for all profiles until edited. */
export function useDraftRule(data: string): (kind: DraftKind, item: DraftItem) => Promise<void> {
  const t = useTexts();
  const { client, queries } = useEngine();
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
        keepRuleDraft(data, { set: ruleSetOf([...set.rules, rule]), revision });
        addUndo(
          (say) => say('rules.drafted', { name }),
          ['compare', 'rules'],
          async () => {
            const now = ruleDraftOf(data);
            if (now !== null)
              keepRuleDraft(data, { ...now, set: ruleSetOf(now.set.rules.filter(({ id }) => id !== rule.id)) });
          },
          // A draft that was saved is taken back among the versions of the rules.
          {
            key: queries.rules.key(),
            isStill: async () => ruleDraftOf(data)?.set.rules.some(({ id }) => id === rule.id) === true,
          },
          { place: `/rules/${rule.id}`, label: (say) => say('rules.draftOpen') },
        );
      } catch (error) {
        addError(t('rules.failed'), error);
      }
    },
    [client, queries, data, t],
  );
}
