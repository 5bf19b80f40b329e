/** profile_data and sample_submission. */
import { RandomStream } from '../../../src/engine/model/random';
import type { Dirt } from '../dirt';
import { markSome } from '../world/draws';
import type { World } from '../world/world';
import { csvLine } from './table-form';
import { writeTable } from './table-file';

export interface ProfileDirt {
  /** Profiles with a history and without a row. */
  profilesWithoutRow: number;
  /** Profiles with a row and without a history. */
  profilesWithoutHistory: number;
  unknownCodes: number;
  unknownAges: number;
}

export async function writeProfiles(
  folder: string,
  { profiles }: World,
  seed: number,
  dirt: Dirt,
): Promise<{ rows: number; planted: ProfileDirt }> {
  const random = new RandomStream(seed, 'dirt/profiles');
  const size = profiles.length;
  const absent = markSome(
    random,
    size,
    Math.round(size * dirt.profilesWithoutRow),
    (index) => profiles[index]!.events > 0,
  );
  const oddCode = markSome(random, size, dirt.unknownCodes, (index) => absent[index] === 0);
  const oddAge = markSome(random, size, dirt.unknownAges, (index) => absent[index] === 0 && oddCode[index] === 0);
  const planted: ProfileDirt = { profilesWithoutRow: 0, profilesWithoutHistory: 0, unknownCodes: 0, unknownAges: 0 };
  let rows = 0;
  await writeTable(folder, 'profile_data.csv', dirt.files['profile_data.csv'] ?? {}, (add) => {
    profiles.forEach(({ id, row, events }, index) => {
      planted.profilesWithoutRow += absent[index]!;
      if (absent[index]) return;
      if (events === 0) planted.profilesWithoutHistory++;
      planted.unknownCodes += oddCode[index]!;
      planted.unknownAges += oddAge[index]!;
      const child = oddCode[index] ? row.child.with(0, 'K12') : row.child;
      add(csvLine([id, row.sex, oddAge[index] ? '15' : row.age, ...row.parent, ...child]));
      rows++;
    });
  });
  return { rows, planted };
}

/** Every profile once, in its own order, and some unknown ones. */
export async function writeSubmission(
  folder: string,
  { profiles, catalogue }: World,
  seed: number,
  dirt: Dirt,
): Promise<{ rows: number }> {
  const random = new RandomStream(seed, 'submission');
  const unknown = Array.from({ length: dirt.unknownProfiles }, (_, index) => profiles.at(-1)!.id + 10 + index);
  const ids = random.shuffle([...profiles.map((profile) => profile.id), ...unknown]);
  const example = `[${Array.from(catalogue.ids.subarray(0, 25)).join(', ')}]`;
  await writeTable(folder, 'sample_submission.csv', dirt.files['sample_submission.csv'] ?? {}, (add) => {
    for (const id of ids) add(csvLine([id, example]));
  });
  return { rows: ids.length };
}
