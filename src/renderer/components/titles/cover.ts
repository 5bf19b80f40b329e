/** How the cover of a title is drawn: alike for all episodes of a series, on every screen and every computer. */
import { seriesKey, titleParts } from '../../../shared/values/episode';
import { COVER_COLOURS, type CoverColours } from '../../theme/cover-colours';
import { type Motif, MOTIFS, type Scene, SCENES } from './cover-drawing';

export interface Cover {
  readonly colours: CoverColours;
  readonly motif: Motif;
  readonly scene: Scene;
  /** Whether motif and scene face the other way. */
  readonly isMirrored: boolean;
  /** Number of the episode, for the spine; null without one. */
  readonly episode: string | null;
}

export function coverOf(title: string): Cover {
  const { series, episode } = titleParts(title.normalize('NFC'));
  const key = mixed(seriesKey(series));
  // The parts are drawn from one number, like the digits of a clock.
  const take = (from: number, count: number): number => Math.floor(key / from) % count;
  const [colours, motifs, scenes] = [COVER_COLOURS.length, MOTIFS.length, SCENES.length];
  return {
    colours: COVER_COLOURS[take(1, colours)]!,
    motif: MOTIFS[take(colours, motifs)]!,
    scene: SCENES[take(colours * motifs, scenes)]!,
    isMirrored: take(colours * motifs * scenes, 2) === 1,
    episode: episode === null ? null : (/\d+/.exec(episode)?.[0] ?? null),
  };
}

/** FNV-1a over the text's code units, finished as in MurmurHash3: similar texts get distant values. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
