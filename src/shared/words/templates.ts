/** A table of sentences: of each its template in every language of the window. */
export type Templates = Readonly<Record<string, { readonly en: string; readonly ko: string }>>;
