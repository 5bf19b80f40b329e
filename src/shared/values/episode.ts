/** The name of a series and the episode, taken apart for showing; what is stored and hashed stays one text. */

export interface TitleParts {
  series: string;
  /** As it stands in the title: "3화", "part 2"; null where the title names none. */
  episode: string | null;
}

/**
 * What ends a title as an episode: a number with 화, 회, 부, 편 or 권, or after part, episode, ep, chapter, season or #. A year alone
 * ("Show 2024") or a number that belongs to the name ("Toy Story 2") is none.
 */
const EPISODE =
  /^(?<series>.*?\S)[\s,:·–-]+(?<episode>(?:제\s*)?\d{1,4}\s*(?:화|회|부|편|권)|(?:part|episode|ep\.?|chapter|season|시즌|#)\s*#?\d{1,4})$/iu;

/** Titles without a name beside the episode ("1화") are left whole. */
export function titleParts(title: string): TitleParts {
  const found = EPISODE.exec(title.trim())?.groups;
  return found === undefined
    ? { series: title, episode: null }
    : { series: found['series']!, episode: found['episode']! };
}

export interface EpisodeOrder {
  /** Tells series apart, and the units that one is counted in: "episode 2" says nothing about "season 1". */
  readonly series: string;
  readonly number: number;
}

/** Where a title stands in its series; null where it names no episode. */
export function episodeOrder(title: string): EpisodeOrder | null {
  const { series, episode } = titleParts(title);
  const number = episode === null ? undefined : /\d+/.exec(episode)?.[0];
  if (episode === null || number === undefined) return null;
  const unit = episode
    .normalize('NFC')
    .toLowerCase()
    .replace(/\d+|제|[\s#.]/g, '');
  return { series: `${seriesKey(series)}\n${unit}`, number: Number(number) };
}

/** As names of series are compared: without regard to case, and however a Korean syllable is composed. */
export const seriesKey = (series: string): string => series.trim().normalize('NFC').toLowerCase();
