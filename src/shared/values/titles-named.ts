/** Titles beside each other in a sentence or a cell. Many have commas of their own ("Otter Bay, part 1"), so commas cannot stand between them. */

interface Named {
  readonly item: string;
  /** Null where the data say none: then it is called by its ID. */
  readonly title: string | null;
}

export const nameOf = ({ item, title }: Named): string => title ?? item;

/** "Otter Bay, part 1 · The Wind Hill · 764" */
export const namesBeside = (names: readonly string[]): string => names.join(' · ');
export const titlesBeside = (titles: readonly Named[]): string => namesBeside(titles.map(nameOf));
