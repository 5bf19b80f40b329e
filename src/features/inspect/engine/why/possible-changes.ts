/** Lists single changes of a profile, in the order in which they are most likely to bring a title into its list. */
import type { Tuning } from '../../../../shared/contract/tuning';
import { setText, splitSet } from '../../../../shared/values/set-text';
import type { Attribute } from '../../../../engine/data/tables';
import { displayValue } from '../../../../engine/data/display/attributes';
import { topK } from '../../../../engine/model/ranking/top-k';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { similarities } from '../../../../engine/sessions/similar-titles';
import type { TunedRow } from '../../../../engine/lists/tuned-rows';

export type PossibleChange =
  | { readonly kind: 'added' | 'removed'; readonly item: string }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly before: string | null;
      readonly value: string | null;
    };

/** How many of each kind are tried. */
const MOST_ADDED = 96;
const MOST_REMOVED = 96;
const MOST_VALUES = 24;

/** The tuning with the changes on top. */
export function withChanges(tuning: Tuning, changes: readonly PossibleChange[]): Tuning {
  const changed = {
    ...tuning,
    added: [...tuning.added],
    removed: [...tuning.removed],
    attributes: { ...tuning.attributes },
  };
  for (const change of changes)
    switch (change.kind) {
      case 'added':
        changed.added.push(change.item);
        break;
      case 'removed':
        // A title that the tuning adds was never watched: it is not removed but no longer added.
        if (changed.added.includes(change.item)) changed.added = changed.added.filter((item) => item !== change.item);
        else changed.removed.push(change.item);
        break;
      case 'attribute':
        changed.attributes[change.name] = change.value;
    }
  return changed;
}

/**
 * Titles added, the most similar first; titles removed, the least similar first; other values of attributes.
 * @param item column of the title to bring in
 * @param tuned the current profile
 */
export async function possibleChanges(
  session: RunSession,
  item: number,
  { row, history, scored }: TunedRow,
  tuning: Tuning,
): Promise<PossibleChange[]> {
  const { items } = await session.data();
  const alike = await similarities(session, item);
  const seen = scored.history.indices;
  const isTaken = Int32Array.from(new Set([...history.watched, item])).sort();
  const near = Array.from(topK(alike, 0, alike.length, MOST_ADDED, isTaken)).filter((other) => alike[other]! > 0);
  const far = Array.from(seen)
    .sort((left, right) => alike[left]! - alike[right]! || left - right)
    .slice(0, MOST_REMOVED);
  return [
    ...near.map((other) => ({ kind: 'added', item: items.ids[other]! }) as const),
    ...(await otherAttributes(session, row, tuning)),
    ...far.map((other) => ({ kind: 'removed', item: items.ids[other]! }) as const),
  ];
}

/** Empty if the model ignores attributes. */
async function otherAttributes(session: RunSession, row: number, tuning: Tuning): Promise<PossibleChange[]> {
  const autoencoder = await session.autoencoder();
  if (autoencoder === null || autoencoder.joinedWidth === 0) return [];
  const { profiles } = await session.data();
  return profiles.attributes.flatMap((attribute) => {
    const { name } = attribute;
    const before = Object.hasOwn(tuning.attributes, name) ? tuning.attributes[name]! : displayValue(attribute, row);
    return otherValues(attribute, before)
      .filter((value) => value !== before)
      .slice(0, MOST_VALUES)
      .map((value) => ({ kind: 'attribute', name, before, value }) as const);
  });
}

/** Other values of one attribute: any category, some existing numbers, a set with one member more or less. */
function otherValues(attribute: Attribute, before: string | null): string[] {
  switch (attribute.kind) {
    case 'categorical':
      return [...attribute.categories];
    case 'numeric': {
      const known = Array.from(new Set(attribute.values.filter((value) => !Number.isNaN(value)))).sort((a, b) => a - b);
      const step = Math.max(1, Math.ceil(known.length / MOST_VALUES));
      return known.filter((_, place) => place % step === 0).map(String);
    }
    case 'set': {
      const members = before === null ? [] : splitSet(before, attribute.categories);
      const more = attribute.categories
        .filter((category) => !members.includes(category))
        // In the order of the categories, as every set is displayed.
        .map((category) => setText(attribute.categories.filter((one) => one === category || members.includes(one))));
      const fewer = members.length < 2 ? [] : members.map((member) => setText(members.filter((one) => one !== member)));
      return [...more, ...fewer];
    }
  }
}
