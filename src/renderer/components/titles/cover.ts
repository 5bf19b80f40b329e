/** The cover of a title, typeset from its series: alike for all episodes, in every list and on every computer. */
import { seriesKey, titleParts } from '../../../shared/values/episode';
import { COVER_PAIRS, type CoverColours, NAMELESS } from '../../theme/cover-colours';
import { type Pattern, PATTERNS } from './cover-patterns';
import { type CoverType, heavySize, hyphenated, type Layout, LAYOUTS, smallSize, typeOf } from './cover-type';

export interface Cover {
  readonly colours: CoverColours;
  /** Null for a title without a name. */
  readonly pattern: Pattern | null;
  readonly layout: Layout;
  readonly type: CoverType;
  /** In hundredths of the width. */
  readonly heavySize: number;
  /** What a row has room for, and its size there. */
  readonly small: string;
  readonly smallSize: number;
  /** Number of the episode, for the spine; null without one. */
  readonly episode: string | null;
}

/** @param title the ID where it has no name: then it stands on grey paper */
export function coverOf(item: string, title: string): Cover {
  const { series, episode } = titleParts(title.normalize('NFC').trim());
  const hash = mixed(seriesKey(series));
  const isNamed = title !== item;
  const layout: Layout = isNamed ? LAYOUTS[(hash >>> 16) % LAYOUTS.length]! : 'foot';
  const type = isNamed ? typeOf(series) : { before: '', heavy: series, after: '' };
  const small = hyphenated(type.heavy);
  return {
    colours: isNamed ? pairOf(hash) : NAMELESS,
    pattern: isNamed ? PATTERNS[(hash >>> 8) % PATTERNS.length]! : null,
    layout,
    type,
    heavySize: heavySize(type, layout),
    small,
    smallSize: smallSize(small),
    episode: episode === null ? null : (/\d+/.exec(episode)?.[0] ?? null),
  };
}

/** Of every three series one has its pair turned round, so that more of them differ. */
const TURNED = 3;

function pairOf(hash: number): CoverColours {
  const { ground, ink } = COVER_PAIRS[hash % COVER_PAIRS.length]!;
  return (hash >>> 20) % TURNED === 0 ? { ground: ink, ink: ground } : { ground, ink };
}

/** FNV-1a over the text's code units, finished as in MurmurHash3: similar texts get distant values. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
