/** Lists titles in a sentence or a cell. Many contain commas ("Otter Bay, part 1"), so commas cannot separate them. */

interface Named {
  readonly item: string;
  /** Null if the data has none: the ID is shown. */
  readonly title: string | null;
}

export const nameOf = ({ item, title }: Named): string => title ?? item;

/** "Otter Bay, part 1 · The Wind Hill · 764" */
const namesBeside = (names: readonly string[]): string => names.join(' · ');
export const titlesBeside = (titles: readonly Named[]): string => namesBeside(titles.map(nameOf));
