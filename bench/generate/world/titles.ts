/** Invented names of series and episodes. */
import type { RandomStream } from '../../../src/engine/model/random';
import { chance, pick } from './draws';
import {
  ENGLISH_ADJECTIVES,
  ENGLISH_EPISODES,
  ENGLISH_HEROES,
  KOREAN_ADJECTIVES,
  KOREAN_EPISODES,
  KOREAN_HEROES,
  THEMES,
} from './words';

/** Gives each series a unique name. */
export class TitleMaker {
  readonly #taken = new Set<string>();

  constructor(readonly random: RandomStream) {}

  series(genre: string, english: boolean): string {
    const title = english ? this.#english(genre) : this.#korean(genre);
    let free = title;
    for (let season = 2; this.#taken.has(free); season++)
      free = english ? `${title} ${season}` : `${title} ${season}기`;
    this.#taken.add(free);
    return free;
  }

  #korean(genre: string): string {
    const theme = pick(this.random, THEMES[genre]!.korean);
    const hero = pick(this.random, KOREAN_HEROES);
    const adjective = pick(this.random, KOREAN_ADJECTIVES);
    const patterns = [
      `${hero}와 ${theme}`,
      `${adjective} ${hero}의 ${theme}`,
      `${hero}네 ${theme}`,
      `${adjective} ${theme}`,
      `${theme}, ${hero}가 간다`,
    ];
    return pick(this.random, patterns);
  }

  #english(genre: string): string {
    const theme = pick(this.random, THEMES[genre]!.english);
    const hero = pick(this.random, ENGLISH_HEROES);
    const adjective = pick(this.random, ENGLISH_ADJECTIVES);
    const patterns = [
      `${hero} and the ${theme}`,
      `${adjective} ${hero} of ${theme}`,
      `The ${adjective} ${theme}`,
      `${hero}, ${adjective} as Ever: ${theme}`,
      `${hero}'s ${theme}`,
    ];
    return pick(this.random, patterns);
  }
}

/** Title and sub-title of an episode; a film (a series of one) has only its series' name. */
export function episodeTitle(series: string, english: boolean, episode: number, episodes: number): string {
  if (episodes === 1) return series;
  return english ? `${series}, part ${episode + 1}` : `${series} ${episode + 1}화`;
}

/** Sub-titles contain the commas, quotes and newlines, as real ones do. */
export function episodeSubTitle(random: RandomStream, english: boolean, plain: boolean): string {
  const words = english ? ENGLISH_EPISODES : KOREAN_EPISODES;
  const name = pick(random, words);
  if (plain || !chance(random, 0.15)) return name;
  const other = pick(
    random,
    words.filter((word) => word !== name),
  );
  return pick(random, [`${name}, ${other}`, `"${name}"`, `${name}\n${other}`]);
}
