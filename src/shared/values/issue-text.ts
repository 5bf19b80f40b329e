/** What a schema objects to, with the place. */

interface Issue {
  readonly path?: readonly PropertyKey[] | undefined;
  readonly message: string;
}

/** @param whole what the value itself is called, to which an issue without a path belongs; without it, such an issue is told alone */
export function issueText({ path = [], message }: Issue, whole?: string): string {
  const place = path.length === 0 ? whole : path.map(String).join('.');
  return place === undefined ? message : `${place}: ${message}`;
}
