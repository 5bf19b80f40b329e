/** What the cover of a title shows: the same everywhere, and for all episodes of a series. */
import { titleParts } from '../../shared/values/episode';

/** Drawings at the foot of a cover. */
export const MOTIFS = ['board', 'hills', 'dots', 'waves', 'rays'] as const;
export type Motif = (typeof MOTIFS)[number];

interface Cover {
  /** First letter or digit; empty if the title has neither. */
  readonly initial: string;
  readonly motif: Motif;
}

export function coverOf(title: string): Cover {
  const { series } = titleParts(title);
  const initial = /[\p{L}\p{N}]/u.exec(series.normalize('NFC'))?.[0] ?? '';
  return { initial: initial.toLocaleUpperCase('en'), motif: MOTIFS[mixed(series) % MOTIFS.length]! };
}

/** FNV-1a over the text's code units: similar texts get distant values. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
