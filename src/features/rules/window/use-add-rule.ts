/** Puts a rule into the book from any screen. */
import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ScreenName } from '../../screens';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useSayRule } from '../../../renderer/components/rules/use-rule-text';
import { addError, addUndo } from '../../../renderer/stores/notices';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import { changeBook } from './saving';
import { freeId } from './sentences';

type Without<One, Keys extends PropertyKey> = One extends unknown ? Omit<One, Keys> : never;

/** A rule that is to be on, without its ID. Where it has no name, it is called by what it says. */
export type NewRule = Without<Rule, 'id' | 'name' | 'on'> & { readonly name?: string };

interface AddedFrom {
  /** Names of the titles in the rule. */
  readonly titles: CheckedRules['titles'];
  /** The screens on which it can be seen what the rule does: there the notice stays. */
  readonly seenOn: readonly ScreenName[];
}

/**
 * Puts a rule at the end of the book and saves it, on for the lists of today; tells so with Undo (Ctrl+Z) and the way to it.
 * @param data fingerprint of the data set
 * @returns adds a rule; its ID, or null if it could not be saved, which is told
 */
export function useAddRule(data: string): (rule: NewRule, from: AddedFrom) => Promise<string | null> {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const say = useSayRule(data);
  return useCallback(
    async (given, { titles, seenOn }) => {
      const connection = { client, queries, cache };
      const rule = { ...given, on: true } as Without<Rule, 'id' | 'name'> & { name?: string };
      const name = rule.name ?? say({ ...rule, id: 'new', name: '-' } as Rule, titles);
      const added = await changeBook(connection, data, {
        change: (now) => [...now, { ...rule, name, id: freeId(now, rule.kind) } as Rule],
        isOnce: true,
      });
      if ('error' in added) {
        addError(t('rules.failed'), added.error);
        return null;
      }
      const { id } = added.sentences.at(-1)!;
      addUndo(
        (words) => words('rules.added', { name }),
        seenOn,
        async () => {
          const undone = await changeBook(connection, data, {
            change: (now) => now.filter((one) => one.id !== id),
            of: id,
            isOnce: true,
          });
          if ('error' in undone) throw undone.error;
        },
        {
          key: queries.rules.key(),
          isStill: async () => (await client.rules.get({ data })).set.rules.some((one) => one.id === id),
        },
        { place: `/rules/${id}`, label: (words) => words('rules.look') },
      );
      return id;
    },
    [client, queries, cache, data, say, t],
  );
}
