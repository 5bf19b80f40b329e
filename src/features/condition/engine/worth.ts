/** What measured scores say of the attributes. */
import type { PairedFigure } from '../../../shared/contract/paired';
import { verdictOf } from '../../../shared/words/paired-text';
import { compareFigures, reversed } from '../../../engine/delivery/judge';
import { meanOf } from '../../../engine/model/evaluate/judge';
import type { AttributeVariant } from '../../../shared/values/attribute-variants';
import type { KnownRow, Worth } from '../contract/condition';

/** One figure per profile held out, in the same order for every variant. */
type Scores = Readonly<Record<AttributeVariant, ArrayLike<number>>>;

/** @param known number of titles known of each profile; null: whole histories */
export function knownRow(known: number | null, { with: own, without, shuffled }: Scores): KnownRow {
  const [ofWithout, ofShuffled] = compareFigures(own, [without, shuffled]).map(reversed) as [
    PairedFigure,
    PairedFigure,
  ];
  return { known, with: meanOf(own), without: ofWithout, shuffled: ofShuffled };
}

/** Surely better than no attributes alone may be a matter of more weights; than shuffled ones too, it is what they say. */
export function worthOf(rows: readonly KnownRow[]): Worth {
  const none = rows.find(({ known }) => known === 0)!;
  const isBetter = verdictOf(none.without) === 'better' && verdictOf(none.shuffled) === 'better';
  const verdict = isBetter ? 'better' : verdictOf(none.without) === 'worse' ? 'worse' : 'same';
  return {
    verdict,
    titles: isBetter ? asMuchAs(none.with, rows) : null,
    hurts: rows.filter(({ without }) => verdictOf(without) === 'worse').map(({ known }) => known),
  };
}

/**
 * How many more titles help as much as the attributes of a profile of whom none is known. The mean scores of the model without attributes at 0, 1, 3 and
 * 5 known titles are joined by straight lines; the number is where that line first reaches the mean score of the model with attributes at 0 titles, to the
 * nearest whole title. It is fewer than one where it is below half a title, and more than the last where the line does not reach it. Whole histories are
 * of different lengths and take no part.
 * @param score with attributes at 0 titles, above that without
 */
function asMuchAs(score: number, rows: readonly KnownRow[]): NonNullable<Worth['titles']> {
  const line = rows.flatMap(({ known, without }) => (known === null ? [] : [{ known, score: without.before }]));
  const end = line.findIndex((point) => point.score >= score);
  if (end < 0) return { is: 'more', count: line.at(-1)!.known };
  const [from, to] = [line[end - 1] ?? line[end]!, line[end]!];
  const share = to.score === from.score ? 0 : (score - from.score) / (to.score - from.score);
  const count = Math.round(from.known + share * (to.known - from.known));
  return count === 0 ? { is: 'fewer', count: 1 } : { is: 'about', count };
}
