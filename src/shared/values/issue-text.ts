/** An issue of a schema with its path. */

interface Issue {
  readonly path?: readonly PropertyKey[] | undefined;
  readonly message: string;
}

/** @param whole name of the value itself, for an issue without a path; without it, such an issue stands alone */
export function issueText({ path = [], message }: Issue, whole?: string): string {
  const place = path.length === 0 ? whole : path.map(String).join('.');
  return place === undefined ? message : `${place}: ${message}`;
}
