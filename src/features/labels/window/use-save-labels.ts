/** Saves labels one change at a time, on top of what is saved now, with Undo in a notice. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { labelKey, type Label, type Labels } from '../../../shared/contract/labels';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addUndo, type Told } from '../../../renderer/stores/notices';
import { dropTyped, failTyped, type Typed, withLabel } from './label-drafts';

type Part = Partial<Pick<Labels, 'entries' | 'colours' | 'timeZone'>> & { posters?: string | null };

interface Change {
  /** What the notice says of it. */
  readonly told: Told;
  /** The parts to save; null if nothing changes. */
  readonly parts: (now: Labels) => Part | null;
}

interface SavingLabels {
  readonly save: (change: Change) => Promise<boolean>;
  /** Saves what was typed for something; it stays typed if it cannot be saved. */
  readonly saveTyped: (typed: Typed) => Promise<boolean>;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly reset: () => void;
}

/** One after the other: each change is made to the result of the one before. */
let last: Promise<unknown> = Promise.resolve();

export const labelOf = (entries: readonly Label[], of: Pick<Label, 'attribute' | 'code'>): string =>
  entries.find((one) => labelKey(one) === labelKey(of))?.label ?? '';

export function useSaveLabels(data: string): SavingLabels {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const show = async (now: Labels): Promise<void> => {
    cache.setQueryData(queries.labels.get.queryKey({ input: { data } }), now);
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.labels.history.key() }),
      cache.invalidateQueries({ queryKey: queries.labels.poster.key() }),
    ]);
  };
  const saving = useMutation({
    mutationFn: async ({ told, parts }: Change) => {
      const before = await client.labels.get({ data });
      const given = parts(before);
      if (given === null) return;
      const now = await client.labels.set({ data, revision: before.revision, ...given });
      await show(now);
      const { entries, colours, timeZone, posters = null } = before;
      addUndo(
        told,
        ['data'],
        async () =>
          show(await client.labels.set({ data, revision: now.revision, entries, colours, timeZone, posters })),
        {
          key: queries.labels.key(),
          isStill: async () => (await client.labels.get({ data })).revision === now.revision,
        },
      );
    },
    onError: () => cache.invalidateQueries({ queryKey: queries.labels.key() }),
  });
  const save = (change: Change): Promise<boolean> => {
    const mine = last
      .then(() => saving.mutateAsync(change))
      .then(
        () => true,
        () => false,
      );
    last = mine;
    return mine;
  };
  return {
    save,
    saveTyped: async (typed) => {
      const { of, base, text } = typed;
      const name = of.code ?? of.attribute;
      const label = text.trim();
      const told: Told = (t) => (label === '' ? t('labels.saved', { name }) : t('labels.savedAs', { name, label }));
      const parts = (now: Labels): Part | null => {
        const present = labelOf(now.entries, of);
        if (present === label) return null;
        if (present !== base)
          throw new ShelfwiseError(
            'busy',
            say('kept.changed', { what: say('kept.labels', { data: data.slice(0, 12) }) }),
          );
        return { entries: withLabel(now.entries, of, label) };
      };
      const isSaved = await save({ told, parts });
      if (isSaved) dropTyped(data, typed);
      else failTyped(data, typed);
      return isSaved;
    },
    error: saving.error,
    isBusy: saving.isPending,
    reset: saving.reset,
  };
}
