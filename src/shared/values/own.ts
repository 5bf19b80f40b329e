/** A record's own value of a key: IDs, names and values come from files, and may be "constructor" or "toString". */
export function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
