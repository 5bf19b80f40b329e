/** Rules that could bring titles to more profiles, before any of them is tried. */
import type { ProfileCondition, Rule, TitleCondition } from '../../../../shared/contract/rules';
import { LIST_LENGTH, LONGEST_KEPT_NAME, MOST_RULE_VALUES } from '../../../../shared/limits';
import { titleParts } from '../../../../shared/values/episode';
import { visibleText } from '../../../../shared/values/visible-text';
import type { Attribute } from '../../../../engine/data/tables';
import type { DatasetSession } from '../../../../engine/sessions/dataset-session';
import { valuesOfRow } from '../../../../engine/data/display/attributes';

/** The last place that is seen without scrolling. */
const SEEN_PLACE = 5;

export type RuleToTry =
  | {
      readonly kind: 'pin';
      readonly place: number;
      readonly to: number;
      readonly profiles?: ProfileCondition | undefined;
    }
  | { readonly kind: 'boost'; readonly places: number; readonly profiles?: ProfileCondition | undefined }
  | { readonly kind: 'new-titles'; readonly count: number; readonly profiles?: ProfileCondition | undefined };

/** A pin to a range from the first place on: a list that has the title there keeps it where it is, others get it at the last place. */
export const pinWithin = (to: number, profiles: ProfileCondition | undefined): RuleToTry => ({
  kind: 'pin',
  place: 1,
  to,
  profiles,
});

/** Pins for the profiles of a goal: into the list, which costs least, and to where it is seen at once. */
export const pinsFor = (profiles: ProfileCondition | undefined): RuleToTry[] =>
  [LIST_LENGTH, SEEN_PLACE].map((to) => pinWithin(to, profiles));

/** A rule of a free ID, named after its titles. */
export function ruleOf(
  tried: RuleToTry,
  titles: TitleCondition,
  { taken, name }: { taken: ReadonlySet<string>; name: string },
): Rule {
  let number = 1;
  while (taken.has(`${tried.kind}-${number}`)) number++;
  const { profiles, ...rule } = tried;
  return { id: `${tried.kind}-${number}`, name, on: true, titles, ...(profiles && { profiles }), ...rule };
}

/** The name of a title or series, and how many more there are. */
export function nameOf({ items }: DatasetSession, rows: readonly number[]): string {
  const names = new Set(rows.map((row) => titleParts(items.titles[row] ?? items.ids[row]!).series));
  const [first] = names;
  const own = rows.length === 1 ? (items.titles[rows[0]!] ?? items.ids[rows[0]!]!) : first!;
  const more = names.size > 1 ? ` +${names.size - 1}` : '';
  const text = visibleText(own).trim();
  return `${text.slice(0, LONGEST_KEPT_NAME - more.length)}${more}`;
}

interface NearBy {
  /** For each profile, the rank of the best of the titles in what the run stores; 0 beyond it. */
  readonly ranks: Int32Array;
  /** For each profile, 1 if a list of it may have one of the titles. */
  readonly isOpen: Uint8Array;
  readonly wanted: number;
}

/**
 * The profiles of some values of one attribute, those among whom the titles rank highest: as few values as hold so many profiles.
 * @returns null if only all profiles hold as many
 */
export function nearestGroup(attributes: readonly Attribute[], near: NearBy): ProfileCondition | null {
  let best: { share: number; condition: ProfileCondition } | null = null;
  for (const attribute of attributes) {
    const found = ofAttribute(attribute, near);
    if (found !== null && (best === null || found.share > best.share)) best = found;
  }
  return best?.condition ?? null;
}

function ofAttribute(
  attribute: Attribute,
  { ranks, isOpen, wanted }: NearBy,
): { share: number; condition: ProfileCondition } | null {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < ranks.length; row++)
    for (const value of valuesOfRow(attribute, row)) {
      if (value === null || isOpen[row] === 0) continue;
      const rows = groups.get(value);
      if (rows === undefined) groups.set(value, [row]);
      else rows.push(row);
    }
  const shareOf = (rows: Iterable<number>, all: number): number => {
    let ranked = 0;
    for (const row of rows) if (ranks[row]! > 0) ranked++;
    return ranked / all;
  };
  const ordered = Array.from(groups, ([value, rows]) => ({ value, rows, share: shareOf(rows, rows.length) })).sort(
    (left, right) => right.share - left.share || right.rows.length - left.rows.length,
  );
  const held = new Set<number>();
  const values: string[] = [];
  for (const { value, rows } of ordered) {
    if (held.size >= wanted || values.length === MOST_RULE_VALUES) break;
    values.push(value);
    for (const row of rows) held.add(row);
  }
  if (held.size < wanted || values.length === groups.size) return null;
  return { share: shareOf(held, held.size), condition: { attributes: { [attribute.name]: values } } };
}
