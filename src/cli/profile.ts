/** Resolves the profile that the user means if IDs of a data set are pseudonyms. */
import type { Context } from './context';

export const PROFILE_INPUT = { kind: 'text', required: true, value: 'ID', help: 'the profile' } as const;

export const PROFILE_KEY_INPUT = {
  kind: 'text',
  value: 'KEYFILE',
  help: 'the profile is named by its original ID: the key file of the import',
} as const;

/**
 * The ID of a profile in a data set: as typed, or its pseudonym given a key file.
 * @param data fingerprint of the data set
 */
export async function profileOfData(
  context: Context,
  data: string,
  typed: string,
  key: string | undefined,
): Promise<string> {
  if (key === undefined) return typed;
  const client = await context.client();
  const request = { data, profile: typed, pseudonymKey: context.resolve(key) };
  return (await client.privacy.pseudonym(request)).pseudonym;
}

/** Like profileOfData, in the data set of a run. */
export async function profileOfRun(
  context: Context,
  runId: string,
  typed: string,
  key: string | undefined,
): Promise<string> {
  if (key === undefined) return typed;
  const { dataset } = await (await context.client()).runs.get({ runId });
  return profileOfData(context, dataset.fingerprint, typed, key);
}
