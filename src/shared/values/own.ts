/** What a record has under a key itself: IDs, names and values come from files, and "constructor" or "toString" may be any of them. */
export function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
