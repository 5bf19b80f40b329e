/** The catalogue: series and their albums (an album is one episode or film). */
import { RandomStream } from '../../../src/engine/model/random';
import { PERIOD_DAYS } from '../options';
import { chance, cumulate, geometric, normal, pickCumulative } from './draws';
import { GENRES } from './genres';
import { TitleMaker } from './titles';

export interface Series {
  readonly title: string;
  readonly english: boolean;
  readonly genre: number;
  /** Index into the genre's kinds. */
  readonly kind: number;
  /** The age it fits best. */
  readonly age: number;
  /** Popularity relative to others of its kind. */
  readonly popularity: number;
  /** Albums firstAlbum .. firstAlbum + episodes - 1. */
  readonly firstAlbum: number;
  readonly episodes: number;
  readonly minutes: number;
  /** In won; 0 if free. */
  readonly price: number;
  /** On the front page for two weeks from this day; -1 for never. */
  readonly featuredFrom: number;
}

export interface Catalogue {
  readonly series: readonly Series[];
  /** Per album: its ID, its series, and its release day in the period (negative: before it). */
  readonly ids: Int32Array;
  readonly seriesOf: Int32Array;
  readonly releaseDay: Int32Array;
}

const OLDEST_DAY = -900;

export function makeCatalogue(seed: number, items: number): Catalogue {
  const random = new RandomStream(seed, 'catalogue');
  const titles = new TitleMaker(new RandomStream(seed, 'titles'));
  // Films are series of one: they need more series for the same share of the shelf.
  const genreSums = cumulate(GENRES.map((genre) => (genre.episodes === 1 ? 3 : 1)));
  const series: Series[] = [];
  const ids = new Int32Array(items);
  const seriesOf = new Int32Array(items);
  const releaseDay = new Int32Array(items);
  let id = 100;
  for (let firstAlbum = 0; firstAlbum < items; firstAlbum += series.at(-1)!.episodes) {
    const made = makeSeries(random, titles, pickCumulative(random, genreSums), firstAlbum, items - firstAlbum);
    const days = releaseDays(random, made.episodes);
    for (let episode = 0; episode < made.episodes; episode++) {
      ids[firstAlbum + episode] = id += 1 + random.below(3);
      seriesOf[firstAlbum + episode] = series.length;
      releaseDay[firstAlbum + episode] = days[episode]!;
    }
    series.push(made);
  }
  return { series, ids, seriesOf, releaseDay };
}

function makeSeries(random: RandomStream, titles: TitleMaker, genre: number, firstAlbum: number, room: number): Series {
  const kind = GENRES[genre]!;
  const english = kind.name === '영어놀이' || chance(random, 0.25);
  const wanted = kind.episodes === 1 ? 1 : Math.min(52, 1 + geometric(random, kind.episodes - 1));
  const part = random.below(kind.kinds.length);
  const paid = chance(random, kind.episodes === 1 ? 0.6 : 0.1);
  return {
    title: titles.series(kind.name, english),
    english,
    genre,
    kind: part,
    age: Math.max(1, Math.min(13, kind.age + (part - 1) * 0.8 * kind.ageWidth + 0.25 * kind.ageWidth * normal(random))),
    popularity: Math.exp(0.7 * normal(random)),
    firstAlbum,
    episodes: Math.min(wanted, room),
    minutes: Math.max(2, Math.round(kind.minutes * (0.8 + 0.4 * random.uniform()))),
    price: paid ? 500 * (1 + random.below(kind.episodes === 1 ? 12 : 3)) : 0,
    featuredFrom: chance(random, 0.5) ? random.below(PERIOD_DAYS) : -1,
  };
}

/** Most series exist from the start; some come out during the period, at once or an episode a week. */
function releaseDays(random: RandomStream, episodes: number): number[] {
  const isNew = chance(random, 0.22);
  const isWeekly = chance(random, isNew ? 0.5 : 0.06);
  const first = isNew ? random.below(PERIOD_DAYS - 10) : OLDEST_DAY + random.below(-OLDEST_DAY);
  return Array.from({ length: episodes }, (_, episode) => {
    if (!isWeekly) return first;
    // A weekly series that began before the period still has its second half to come.
    return isNew ? first + 7 * episode : 7 * (episode - (episodes >> 1));
  });
}
