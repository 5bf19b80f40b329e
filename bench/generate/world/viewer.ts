/** How one profile decides what to watch next. */
import type { RandomStream } from '../../../src/engine/model/random';
import type { Profile } from './audience';
import type { Catalogue, Series } from './catalogue';
import { chance, cumulate, pickCumulative } from './draws';
import { ageFit, GENRES } from './genres';

/** Chance to return to a series begun before, rather than look for another. */
const RETURN = 0.1;
/** Chance to rewatch a favourite, for profiles with many; half of it with 40 of them. */
const FAVOURITE = 0.47;
const MANY_FAVOURITES = 40;
/** Chance to rewatch an episode when returning to its series. */
const AGAIN = 0.3;
/** The same when finding it while looking around. */
const AGAIN_FOUND = 0.5;
/** Chance that the next episode plays by itself. */
const CONTINUE = 0.2;
/** Number of recently begun series to return to. */
const REMEMBERED = 8;

const FEATURED_DAYS = 35;
const MOST_ATTRACTION = 10.5;
const MOST_ATTEMPTS = 200;

export interface Choice {
  readonly album: number;
  /** Whether it was looked for, rather than returned to. */
  readonly found: boolean;
  /** Whether it followed the previous one by itself. */
  readonly continued: boolean;
}

export class Viewer {
  readonly #sums: Float64Array;
  readonly #anything: Float64Array;
  /** Begun series, latest last, and the next episode of each. */
  #begun: number[] = [];
  readonly #next = new Map<number, number>();
  #current = -1;
  readonly #seen = new Set<number>();
  /** Distinct albums, in order of first viewing. */
  readonly #favourites: number[] = [];

  constructor(
    readonly catalogue: Catalogue,
    profile: Profile,
    readonly random: RandomStream,
    /** Chance to look for anything at all. */
    readonly restless: number,
  ) {
    this.#anything = cumulate(catalogue.series.map(() => 1));
    this.#sums = cumulate(catalogue.series.map((series) => liking(profile, series)));
  }

  startSession(): void {
    this.#current = -1;
  }

  /** @param day of the period */
  choose(day: number): Choice {
    const choice = this.#watchOn(day) ??
      this.#favourite() ??
      this.#goBack(day) ?? { album: this.#find(day), found: true, continued: false };
    if (!this.#seen.has(choice.album)) this.#favourites.push(choice.album);
    this.#seen.add(choice.album);
    return choice;
  }

  #watchOn(day: number): Choice | null {
    if (this.#current < 0 || !chance(this.random, CONTINUE)) return null;
    const album = this.#episode(this.#current, day, 0);
    return album === null ? null : { album, found: false, continued: true };
  }

  /** Something seen before; earlier finds are loved more. */
  #favourite(): Choice | null {
    const known = this.#favourites.length;
    if (known === 0 || !chance(this.random, (FAVOURITE * known) / (known + MANY_FAVOURITES))) return null;
    const album = this.#favourites[Math.floor(this.random.uniform() * this.random.uniform() * known)]!;
    return { album, found: false, continued: false };
  }

  #goBack(day: number): Choice | null {
    if (this.#begun.length === 0 || !chance(this.random, RETURN)) return null;
    // The square of a uniform number leans towards 0: the latest.
    const ago = Math.floor(this.random.uniform() * this.random.uniform() * Math.min(REMEMBERED, this.#begun.length));
    const series = this.#begun[this.#begun.length - 1 - ago]!;
    const album = this.#episode(series, day, AGAIN);
    if (album === null) return null;
    this.#remember(series);
    return { album, found: false, continued: false };
  }

  #find(day: number): number {
    const sums = this.restless > 0 && chance(this.random, this.restless) ? this.#anything : this.#sums;
    let series = pickCumulative(this.random, sums);
    // Bounded, because a tiny catalogue may have nothing released yet.
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (this.random.uniform() * MOST_ATTRACTION < this.#attraction(series, day)) break;
      series = pickCumulative(this.random, sums);
    }
    const known = this.#next.has(series);
    if (!known) this.#next.set(series, this.#firstEpisode(series, day));
    const album = this.#episode(series, day, known ? AGAIN_FOUND : 0) ?? this.#again(series);
    this.#remember(series);
    return album;
  }

  /** A released episode of the series: the next one, or a seen one with the chance `again`; null at its end. */
  #episode(index: number, day: number, again: number): number | null {
    const series = this.catalogue.series[index]!;
    const released = this.#released(series, day);
    if (!GENRES[series.genre]!.inOrder) {
      // Songs and the like are watched in any order, the early ones more.
      if (released === 0) return null;
      const episode = Math.min(this.random.below(released), this.random.below(released));
      this.#next.set(index, Math.max(this.#next.get(index) ?? 0, episode + 1));
      return series.firstAlbum + episode;
    }
    const next = this.#next.get(index) ?? 0;
    if (next > 0 && chance(this.random, again)) return this.#again(index);
    if (next >= released) return null;
    this.#next.set(index, next + 1);
    return series.firstAlbum + next;
  }

  #again(index: number): number {
    const seen = Math.max(1, this.#next.get(index) ?? 1);
    return this.catalogue.series[index]!.firstAlbum + this.random.below(seen);
  }

  /** Most start at the first episode, some a little later. */
  #firstEpisode(index: number, day: number): number {
    const series = this.catalogue.series[index]!;
    if (!GENRES[series.genre]!.inOrder || !chance(this.random, 0.15)) return 0;
    return this.random.below(Math.max(1, Math.min(3, this.#released(series, day))));
  }

  #remember(series: number): void {
    this.#current = series;
    this.#begun = this.#begun.filter((begun) => begun !== series);
    this.#begun.push(series);
    if (this.#begun.length > 3 * REMEMBERED) this.#begun.splice(0, REMEMBERED);
  }

  #released(series: Series, day: number): number {
    let released = 0;
    while (released < series.episodes && this.catalogue.releaseDay[series.firstAlbum + released]! <= day) released++;
    return released;
  }

  /** From 0 (not released) to MOST_ATTRACTION: new and featured titles are found more easily. */
  #attraction(index: number, day: number): number {
    const series = this.catalogue.series[index]!;
    const release = this.catalogue.releaseDay[series.firstAlbum]!;
    if (release > day) return 0;
    const isFeatured =
      series.featuredFrom >= 0 && day >= series.featuredFrom && day < series.featuredFrom + FEATURED_DAYS;
    return 0.5 + (release >= 0 ? 4 * Math.exp((release - day) / 20) : 0) + (isFeatured ? 6 : 0);
  }
}

function liking(profile: Profile, series: Series): number {
  const taste = profile.taste[series.genre]! + profile.kindTaste[series.genre * 3 + series.kind]!;
  return series.popularity * Math.exp(taste) * (0.05 + ageFit(profile.age, series.age, 1.6));
}
