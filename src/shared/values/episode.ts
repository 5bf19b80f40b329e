/** Splits a title into series and episode for display; the stored and hashed text stays whole. */

interface TitleParts {
  series: string;
  /** As written in the title: "3화", "part 2"; null without an episode. */
  episode: string | null;
}

/**
 * Ends a title as an episode: a number with 화, 회, 부, 편 or 권, or after part, episode, ep, chapter, season or #. Not a
 * year ("Show 2024") or a number of the name ("Toy Story 2").
 */
const EPISODE =
  /^(?<series>.*?\S)[\s,:·–-]+(?<episode>(?:제\s*)?\d{1,4}\s*(?:화|회|부|편|권)|(?:part|episode|ep\.?|chapter|season|시즌|#)\s*#?\d{1,4})$/iu;

/** Titles without a name beside the episode ("1화") stay whole. */
export function titleParts(title: string): TitleParts {
  const found = EPISODE.exec(title.trim())?.groups;
  return found === undefined
    ? { series: title, episode: null }
    : { series: found['series']!, episode: found['episode']! };
}

interface EpisodeOrder {
  /** Identifies a series and its unit: "episode 2" says nothing about "season 1". */
  readonly series: string;
  readonly number: number;
}

/** Position of a title in its series; null without an episode. */
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

/** Key for comparing names of series: ignores case and how Korean syllables are composed. */
export const seriesKey = (series: string): string => series.trim().normalize('NFC').toLowerCase();
