/** All viewing: sessions over 26 weeks, series watched in order, favourites watched again. */
import { RandomStream } from '../../../src/engine/model/random';
import { PERIOD_DAYS, PERIOD_START, SECONDS_A_DAY } from '../options';
import type { Profile } from './audience';
import type { Catalogue } from './catalogue';
import { chance, cumulate, geometric, pickCumulative } from './draws';
import { Viewer } from './viewer';

export const CONTINUED = 1;
export const TRAILER = 2;
export const SEARCHED = 4;
export const BOUGHT = 8;

/** One entry per event, ordered by (time, profile); events of one profile never share a moment. */
export interface Viewing {
  readonly profile: Int32Array;
  readonly album: Int32Array;
  /** Seconds since 1970. */
  readonly time: Float64Array;
  readonly session: Int32Array;
  readonly flags: Uint8Array;
  /** Per cent of the album watched; 0 if no end was recorded. */
  readonly watched: Uint8Array;
}

const EVENTS_A_SESSION = 4.5;
/** Relative number of sessions starting in each hour: before school, and from the afternoon to bedtime. */
const HOURS = cumulate([0, 0, 0, 0, 0, 1, 3, 7, 6, 4, 4, 4, 4, 4, 5, 7, 9, 11, 12, 11, 7, 3, 1, 0]);
const WEEKDAY_CHANCE = 0.6;
/** Chance that a restless profile looks for anything at all. */
const RESTLESS = 0.25;

/** School begins: children of this age also watch whatever their classmates talk about. */
const isRestless = ({ age }: Profile): boolean => age >= 7 && age <= 9;

/** @param oddities whether the viewing of one age group is hard to predict */
export function simulateViewing(
  seed: number,
  catalogue: Catalogue,
  profiles: readonly Profile[],
  oddities: boolean,
): Viewing {
  const total = profiles.reduce((sum, profile) => sum + profile.events, 0);
  const drawn = allocate(total);
  let filled = 0;
  let session = 1000;
  profiles.forEach((profile, index) => {
    if (profile.events === 0) return;
    const random = new RandomStream(seed, `viewing/${index}`);
    const viewer = new Viewer(catalogue, profile, random, oddities && isRestless(profile) ? RESTLESS : 0);
    const bought = new Set<number>();
    let clock = 0;
    for (const { start, events } of sessions(random, profile.events)) {
      viewer.startSession();
      session++;
      clock = Math.max(clock + 300, start);
      for (let number = 0; number < events; number++) {
        const choice = viewer.choose(Math.floor(clock / SECONDS_A_DAY));
        const { minutes, price } = catalogue.series[catalogue.seriesOf[choice.album]!]!;
        const isTrailer = choice.found && chance(random, 0.05);
        const buys = price > 0 && !isTrailer && !bought.has(choice.album) && chance(random, 0.7);
        if (buys) bought.add(choice.album);
        const watched = isTrailer
          ? 0
          : chance(random, choice.found ? 0.3 : 0.1)
            ? 5 + random.below(50)
            : 80 + random.below(21);
        drawn.profile[filled] = index;
        drawn.album[filled] = choice.album;
        drawn.time[filled] = PERIOD_START + clock;
        drawn.session[filled] = session;
        drawn.flags[filled] =
          (choice.continued ? CONTINUED : 0) |
          (isTrailer ? TRAILER : 0) |
          (choice.found && chance(random, 0.12) ? SEARCHED : 0) |
          (buys ? BOUGHT : 0);
        drawn.watched[filled] = chance(random, 0.6) ? watched : 0;
        filled++;
        clock += 5 + random.below(20) + Math.round(isTrailer ? 40 : (minutes * 60 * watched) / 100);
      }
    }
  });
  return sortByTime(drawn);
}

/** Sessions of one profile in time order; `start` in seconds since the start of the period. */
function sessions(random: RandomStream, events: number): { start: number; events: number }[] {
  const from = chance(random, 0.65) ? 0 : random.below(Math.floor(0.8 * PERIOD_DAYS));
  const until = chance(random, 0.75) ? PERIOD_DAYS : from + 3 + random.below(PERIOD_DAYS - from);
  const days = Math.min(until, PERIOD_DAYS) - from;
  const parts: number[] = [];
  for (let left = events; left > 0; left -= parts.at(-1)!)
    parts.push(Math.min(left, geometric(random, EVENTS_A_SESSION)));
  const starts = parts.map(() => {
    let day = from + random.below(days);
    while (day % 7 < 5 && !chance(random, WEEKDAY_CHANCE)) day = from + random.below(days);
    return day * SECONDS_A_DAY + pickCumulative(random, HOURS) * 3600 + random.below(3600);
  });
  starts.sort((left, right) => left - right);
  return parts.map((part, index) => ({ start: starts[index]!, events: part }));
}

function allocate(length: number): Viewing {
  return {
    profile: new Int32Array(length),
    album: new Int32Array(length),
    time: new Float64Array(length),
    session: new Int32Array(length),
    flags: new Uint8Array(length),
    watched: new Uint8Array(length),
  };
}

function sortByTime(drawn: Viewing): Viewing {
  const length = drawn.time.length;
  // One number holds both: seconds of the period above, the place below (which grows with the profile). Exact below
  // 2^53.
  const keys = drawn.time.map((time, place) => (time - PERIOD_START) * 0x4000000 + place).sort();
  const sorted = allocate(length);
  for (let place = 0; place < length; place++) {
    const from = keys[place]! % 0x4000000;
    for (const column of Object.keys(drawn) as (keyof Viewing)[]) sorted[column][place] = drawn[column][from]!;
  }
  return sorted;
}
