/** The queue as the address of Review, and of a profile opened from it, names it. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { PlaceValues } from '../../../renderer/components/origin';
import { valuesText } from '../../../renderer/components/origin';
import { QUEUE_ORDERS, type QueueOrder } from '../contract/queue';
import { isProgramCheck } from '../words/check-reason';

export const STATES = ['open', 'decided', 'all', 'rest'] as const;
export type QueueState = (typeof STATES)[number];

/** Number of lists sampled from the rest. */
const REST_SAMPLE = 20;

/** Only the lists that are alike: found by one check, in one title or with one value; or those that no large cause explains. */
export interface Alike {
  readonly unexplained?: true | undefined;
  readonly check?: string | undefined;
  readonly item?: string | undefined;
  readonly value?: string | undefined;
  /** What they have in common, for the screen: the name of the title, or of the check of a curator. */
  readonly name?: string | undefined;
}

export interface QueueView extends Alike {
  /** Absent for the deck. */
  readonly form?: 'list' | undefined;
  readonly state: QueueState;
  readonly order: QueueOrder;
  readonly seed: number;
}

/** The order that was chosen last: Review keeps it where its address names none, as when it is opened from the rail. */
export const useLastOrder = create<{ order: QueueOrder }>()(
  persist((): { order: QueueOrder } => ({ order: 'need' }), {
    name: 'shelfwise.queue-order',
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export function viewOf({ form, state, order, seed, unexplained, check, item, value, name }: PlaceValues): QueueView {
  const given = Number(seed);
  return {
    form: form === 'list' ? form : undefined,
    unexplained: unexplained === undefined ? undefined : true,
    state: STATES.find((one) => one === state) ?? 'open',
    order: QUEUE_ORDERS.find((one) => one === order) ?? 'need',
    seed: Number.isSafeInteger(given) && given > 0 ? given : 1,
    check,
    item,
    value,
    name,
  };
}

/** Without what is usual. */
export const valuesOfView = ({ state, order, seed, unexplained, ...others }: QueueView): PlaceValues => ({
  ...(state !== 'open' && { state }),
  ...(order !== 'need' && { order }),
  ...(state === 'rest' && { seed: String(seed) }),
  ...(unexplained && { unexplained: 'yes' }),
  ...others,
});

/** @param at the profile whose row is selected there */
export function placeOfQueue(view: QueueView, at?: string): string {
  const values = valuesText({ ...valuesOfView(view), at });
  return values === '' ? '/review' : `/review/${values}`;
}

/** What the engine is asked for. */
export const inputOf = ({ state, order, seed, unexplained, check, item, value }: QueueView) => ({
  of: state === 'rest' ? ('rest' as const) : ('odd' as const),
  order,
  ...(state === 'open' || state === 'decided' ? { state } : {}),
  ...(state === 'rest'
    ? { sample: { seed, count: REST_SAMPLE } }
    : {
        ...(unexplained && { unexplained }),
        ...(check !== undefined && { check }),
        ...(item !== undefined && { item }),
        ...(value !== undefined && { value }),
      }),
});

/** What the queue is restricted to, for people; empty for all flagged lists. */
export function useAlikeName(): (alike: Alike) => string {
  const t = useTexts();
  return useMemo(
    () =>
      ({ unexplained, check, item, value, name }) => {
        if (unexplained === true) return t('deck.own');
        const about = check === undefined ? '' : isProgramCheck(check) ? t(`checks.names.${check}`) : (name ?? check);
        const what = item === undefined ? value : (name ?? item);
        return [about, what ?? ''].filter((part) => part !== '').join(' – ');
      },
    [t],
  );
}
