/** Generates a whole data folder in the contest's schema, and describes its contents. */
import * as path from 'node:path';
import { makeFolder, writeFile } from '../../src/engine/storage/files';
import { dirtOf } from './dirt';
import type { GeneratorOptions } from './options';
import { readmeText } from './readme';
import { makeWorld, type World } from './world/world';
import { extraRows, writeHistory, type EventDirt } from './write/history';
import { writeKeywords, writeMetadata, type MetadataDirt } from './write/metadata';
import { OTHER_EVENTS, writeOtherEvents } from './write/other-events';
import { writeProfiles, writeSubmission, type ProfileDirt } from './write/profiles';
import type { FileName } from './write/schema';

/** What an importer has to find. */
export interface Manifest {
  readonly options: GeneratorOptions;
  /** Data rows of each file as a CSV reader counts them, including bad ones. */
  readonly rows: Readonly<Record<FileName, number>>;
  readonly history: EventDirt;
  readonly watch: EventDirt;
  readonly purchase: EventDirt;
  readonly search: EventDirt;
  readonly profiles: ProfileDirt;
  readonly metadata: MetadataDirt;
  /** Good events of the history, with: */
  readonly events: number;
  readonly profilesWithHistory: number;
  readonly albumsWatched: number;
  /** Distinct pairs of profile and album. */
  readonly pairs: number;
  /** Profiles and albums over all files except sample_submission. */
  readonly allProfiles: number;
  readonly allAlbums: number;
  /** First and last time of the history, seconds since 1970. */
  readonly period: readonly [number, number];
  /** Sum of the times of all good events. */
  readonly timeSum: number;
}

export async function generateFolder(options: GeneratorOptions, folder: string): Promise<Manifest> {
  const dirt = dirtOf(options.dirt);
  const world = makeWorld(options, options.events - extraRows(options, dirt));
  await makeFolder(folder);
  const history = await writeHistory(folder, world, options, dirt);
  const others = [];
  for (const table of OTHER_EVENTS) others.push(await writeOtherEvents(folder, world, options.seed, dirt, table));
  const [watch, purchase, search] = others as [typeof history, typeof history, typeof history];
  const profiles = await writeProfiles(folder, world, options.seed, dirt);
  const metadata = await writeMetadata(folder, world, options, dirt);
  const keywords = await writeKeywords(folder, world, options.seed, dirt);
  const submission = await writeSubmission(folder, world, options.seed, dirt);
  await writeFile(path.join(folder, 'README.txt'), readmeText(options));
  return {
    options,
    rows: {
      'history_data.csv': history.rows,
      'profile_data.csv': profiles.rows,
      'meta_data.csv': metadata.rows,
      'meta_data_plus.csv': keywords.rows,
      'watch_e_data.csv': watch.rows,
      'buy_data.csv': purchase.rows,
      'search_data.csv': search.rows,
      'sample_submission.csv': submission.rows,
    },
    history: history.planted,
    watch: watch.planted,
    purchase: purchase.planted,
    search: search.planted,
    profiles: profiles.planted,
    metadata: metadata.planted,
    ...describe(world),
  };
}

/** Writes the history of the week after that of `generateFolder` with the same options, without dirt: what a service would add. */
export async function generateNextWeek(options: GeneratorOptions, folder: string): Promise<{ rows: number }> {
  const world = makeWorld(options, options.events - extraRows(options, dirtOf(options.dirt)));
  await makeFolder(folder);
  const { rows } = await writeHistory(folder, { ...world, viewing: world.nextWeek }, options, dirtOf('none'));
  await writeFile(path.join(folder, 'README.txt'), readmeText(options, true));
  return { rows };
}

function describe({ viewing, catalogue, profiles }: World) {
  const albums = catalogue.ids.length;
  const pairs = new Set<number>();
  for (let event = 0; event < viewing.time.length; event++)
    pairs.add(viewing.profile[event]! * albums + viewing.album[event]!);
  return {
    events: viewing.time.length,
    profilesWithHistory: profiles.filter((profile) => profile.events > 0).length,
    albumsWatched: new Set(viewing.album).size,
    pairs: pairs.size,
    allProfiles: profiles.length,
    allAlbums: albums,
    period: [viewing.time[0] ?? 0, viewing.time.at(-1) ?? 0] as const,
    timeSum: viewing.time.reduce((sum, time) => sum + time, 0),
  };
}
