/** meta_data and meta_data_plus. */
import { RandomStream } from '../../../src/engine/model/random';
import type { Dirt } from '../dirt';
import { type GeneratorOptions, PERIOD_DAYS, PERIOD_START, SECONDS_A_DAY } from '../options';
import { chance, markSome, pick } from '../world/draws';
import { GENRES } from '../world/genres';
import { episodeSubTitle, episodeTitle } from '../world/titles';
import { CAST, COUNTRIES, KEYWORDS } from '../world/words';
import type { World } from '../world/world';
import { COLUMNS, logTime } from './schema';
import { csvLine, type Field } from './table-form';
import { writeTable } from './table-file';

export interface MetadataDirt {
  /** Second rows of an album: the same film under another genre_small. */
  secondRows: number;
  /** Watched albums without a row. */
  albumsWithoutRow: number;
}

/**
 * Unpopular series are not licensed for ever: this share of them ends, half with the period, the others years later.
 */
const SHARE_ENDING = 0.2;
const FEW = 0.45;

/** The last day of each series from the first of the period; null for most. */
function lastDays(seed: number, { catalogue }: World): (number | null)[] {
  const random = new RandomStream(seed, 'last-days');
  return catalogue.series.map(({ popularity }) => {
    const ends = popularity < FEW && chance(random, SHARE_ENDING);
    const later = chance(random, 0.5) ? 365 * (3 + random.below(3)) : 0;
    return ends ? PERIOD_DAYS - 1 + later : null;
  });
}

const dayText = (day: number): string => logTime(PERIOD_START + day * SECONDS_A_DAY).slice(0, 8);

export async function writeMetadata(
  folder: string,
  world: World,
  { seed, oddities = false }: GeneratorOptions,
  dirt: Dirt,
): Promise<{ rows: number; planted: MetadataDirt }> {
  const { catalogue, viewing } = world;
  const ends = oddities ? lastDays(seed, world) : null;
  const random = new RandomStream(seed, 'metadata');
  const dirtRandom = new RandomStream(seed, 'dirt/metadata');
  const albums = catalogue.ids.length;
  const watched = new Uint8Array(albums);
  for (const album of viewing.album) watched[album] = 1;
  const absent = markSome(
    dirtRandom,
    albums,
    Math.round(albums * dirt.withoutMetadata),
    (album) => watched[album] === 1,
  );
  const twice = markSome(dirtRandom, albums, Math.round(albums * dirt.severalMetaRows), (album) => absent[album] === 0);
  const planted: MetadataDirt = { secondRows: 0, albumsWithoutRow: 0 };
  let rows = 0;

  const header = csvLine([...COLUMNS['meta_data.csv'], ...(ends === null ? [] : ['end_date'])]);
  await writeTable(folder, 'meta_data.csv', { ...dirt.files['meta_data.csv'], header }, (add) => {
    for (const [number, series] of catalogue.series.entries()) {
      const genre = GENRES[series.genre]!;
      const country = pick(random, COUNTRIES);
      const known = random.shuffle([...CAST]).slice(0, random.below(4));
      const cast: Field[] = Array.from({ length: 7 }, (_, place) => known[place] ?? '');
      const lastDay = ends?.[number] ?? null;
      for (let episode = 0; episode < series.episodes; episode++) {
        const album = series.firstAlbum + episode;
        const fields: Field[] = [
          catalogue.ids[album]!,
          episodeTitle(series.title, series.english, episode, series.episodes),
          episodeSubTitle(random, series.english, !dirt.oddTexts),
          series.episodes === 1 ? '영화' : '키즈',
          genre.name,
          genre.kinds[series.kind]!,
          country,
          series.minutes,
          dayText(catalogue.releaseDay[album]!),
          ...cast,
          ...(ends === null ? [] : [lastDay === null ? '' : dayText(lastDay)]),
        ];
        if (absent[album]) {
          planted.albumsWithoutRow++;
          continue;
        }
        add(csvLine(fields));
        rows++;
        if (!twice[album]) continue;
        add(csvLine(fields.with(5, genre.kinds[(series.kind + 1) % 3]!)));
        rows++;
        planted.secondRows++;
      }
    }
  });
  return { rows, planted };
}

/** Two to five keywords per album, mostly those of its series. */
export async function writeKeywords(folder: string, world: World, seed: number, dirt: Dirt): Promise<{ rows: number }> {
  const random = new RandomStream(seed, 'keywords');
  let rows = 0;
  await writeTable(folder, 'meta_data_plus.csv', dirt.files['meta_data_plus.csv'] ?? {}, (add) => {
    for (const series of world.catalogue.series) {
      const keywords = random.shuffle(KEYWORDS.map((_, index) => index)).slice(0, 2 + random.below(4));
      for (let episode = 0; episode < series.episodes; episode++)
        for (const keyword of keywords) {
          const id = world.catalogue.ids[series.firstAlbum + episode]!;
          add(csvLine([id, `KWD0${1 + (keyword % 4)}`, KEYWORDS[keyword]!, 1 + random.below(10)]));
          rows++;
        }
    }
  });
  return { rows };
}
