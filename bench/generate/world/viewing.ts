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
/** Days before the end of the period within which a profile has watched that still watches in the week after it. */
const LATELY = 14;
/** Chance that a restless profile looks for anything at all. */
const RESTLESS = 0.25;

/** School begins: children of this age also watch whatever their classmates talk about. */
const isRestless = ({ age }: Profile): boolean => age >= 7 && age <= 9;

interface Viewings {
  /** Over the 26 weeks. */
  readonly viewing: Viewing;
  /** In the week after them: each profile goes on as before. */
  readonly nextWeek: Viewing;
}

/** @param oddities whether the viewing of one age group is hard to predict */
export function simulateViewing(
  seed: number,
  catalogue: Catalogue,
  profiles: readonly Profile[],
  oddities: boolean,
): Viewings {
  const watching = profiles.flatMap((profile, index): Watching[] => {
    if (profile.events === 0) return [];
    const random = new RandomStream(seed, `viewing/${index}`);
    const viewer = new Viewer(catalogue, profile, random, oddities && isRestless(profile) ? RESTLESS : 0);
    return [{ index, events: profile.events, random, viewer, bought: new Set(), since: 0, clock: 0 }];
  });
  const session = { last: 1000 };
  const viewing = watch(catalogue, watching, session, 'period');
  const random = new RandomStream(seed, 'next-week');
  const still = watching.flatMap((one): Watching[] => {
    const weeks = Math.max(1, (one.clock - one.since) / (7 * SECONDS_A_DAY));
    const events = Math.floor(one.events / weeks + random.uniform());
    return one.clock < (PERIOD_DAYS - LATELY) * SECONDS_A_DAY || events === 0 ? [] : [{ ...one, events }];
  });
  return { viewing, nextWeek: watch(catalogue, still, session, 'week') };
}

/** A profile that is watching. */
interface Watching {
  readonly index: number;
  /** Number of events to come. */
  readonly events: number;
  readonly random: RandomStream;
  readonly viewer: Viewer;
  readonly bought: Set<number>;
  /** When it began to watch, and how far it is; seconds since the start of the period. */
  since: number;
  clock: number;
}

/** @param session the number of the last one, counted on */
function watch(
  catalogue: Catalogue,
  watching: readonly Watching[],
  session: { last: number },
  span: 'period' | 'week',
): Viewing {
  const drawn = allocate(watching.reduce((sum, { events }) => sum + events, 0));
  let filled = 0;
  for (const one of watching) {
    const { index, random, viewer, bought } = one;
    for (const { start, events } of sessions(random, one.events, span)) {
      if (one.clock === 0) one.since = start;
      viewer.startSession();
      session.last++;
      one.clock = Math.max(one.clock + 300, start);
      for (let number = 0; number < events; number++) {
        const choice = viewer.choose(Math.floor(one.clock / SECONDS_A_DAY));
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
        drawn.time[filled] = PERIOD_START + one.clock;
        drawn.session[filled] = session.last;
        drawn.flags[filled] =
          (choice.continued ? CONTINUED : 0) |
          (isTrailer ? TRAILER : 0) |
          (choice.found && chance(random, 0.12) ? SEARCHED : 0) |
          (buys ? BOUGHT : 0);
        drawn.watched[filled] = chance(random, 0.6) ? watched : 0;
        filled++;
        one.clock += 5 + random.below(20) + Math.round(isTrailer ? 40 : (minutes * 60 * watched) / 100);
      }
    }
  }
  return sortByTime(drawn);
}

/** Sessions of one profile in time order; `start` in seconds since the start of the period. */
function sessions(random: RandomStream, events: number, span: 'period' | 'week'): { start: number; events: number }[] {
  const { from, days } = span === 'week' ? { from: PERIOD_DAYS, days: 7 } : daysInPeriod(random);
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

/** The days of the period on which a profile watches at all. */
function daysInPeriod(random: RandomStream): { from: number; days: number } {
  const from = chance(random, 0.65) ? 0 : random.below(Math.floor(0.8 * PERIOD_DAYS));
  const until = chance(random, 0.75) ? PERIOD_DAYS : from + 3 + random.below(PERIOD_DAYS - from);
  return { from, days: Math.min(until, PERIOD_DAYS) - from };
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
