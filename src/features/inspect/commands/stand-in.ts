/** A title without viewings in words: what it stands in for, its score, and what would add it to the list. */
import type { StandIn } from '../../new-titles/contract/new-titles';
import { LIST_LENGTH } from '../../../shared/limits';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { count, counted, decimals, list } from '../../../cli/words';

/** Number of titles in the text; --json has all. */
const MOST_PARTS = 12;
/** Number of shared words per title. */
const MOST_IN_COMMON = 3;

const nameOf = (item: string, title: string | null): string => singleLine(title ?? item);

/** A word that is both genre and keyword is shown once. */
const sharedWords = ({ shared }: StandIn['parts'][number]): string[] =>
  [...new Set(shared.map(({ kind, value }) => (kind === 'series' ? 'the series' : value)))].slice(0, MOST_IN_COMMON);

/** What prevents a place, or how it gets one. */
function placeOf({ profile, rank, suiting, change, underRules }: StandIn): string {
  if (underRules !== null && underRules.rank !== null)
    return `Under the rules it is in the list, at rank ${underRules.rank}.`;
  if (rank !== null) {
    const among = `${counted(suiting, 'new title')} ${suiting === 1 ? 'suits' : 'suit'} the profile; this is number ${count(rank)}.`;
    if (rank > LIST_LENGTH) return `${among} No list has so many places.`;
    const rules = underRules === null ? '' : ' The rules that were given do not.';
    return `${among} A rule of the kind new-titles that gives ${counted(rank, 'place')} brings it in, where no other rule is in the way.${rules}`;
  }
  return change === null
    ? 'It cannot come into any list: it has nothing in common with a title that was watched.'
    : `It does not suit profile ${profile}. If the profile had watched ${nameOf(change.item, change.title)}, it would be number ${count(change.rank)} of the new titles.`;
}

export function describeStandIn(terminal: Terminal, told: StandIn): string {
  const { item, title, score, after, parts, sentence } = told;
  const watched = parts.filter((part) => part.watched);
  const shown = [...watched, ...parts.filter((part) => !part.watched)].slice(0, MOST_PARTS);
  const lines = (text: string): string => wrap(text, terminal.width).join('\n');
  return blocks(
    `${terminal.style('bold', nameOf(item, title))}: nobody has watched it yet, so the model has no score for it`,
    parts.length === 0
      ? null
      : lines(
          `It stands in for ${counted(parts.length, 'title')} that ${parts.length === 1 ? 'is' : 'are'} most like it; profile ${told.profile} watched ${count(watched.length)} of them. By likeness that is ${decimals(score, 3)} of 1, which is the score of a new title.`,
        ),
    after === null
      ? null
      : `It follows ${nameOf(after.item, after.title)}, which the profile ${after.watched ? 'watched' : 'did not watch: only who did gets it'}.`,
    lines(placeOf(told)),
    told.rank === null ? null : singleLine(sentence.en),
    shown.length === 0
      ? null
      : formatTable(
          terminal,
          [
            { title: 'stands in for', shrinkTo: 16 },
            { title: 'adds', align: 'right' },
            { title: 'likeness', align: 'right' },
            { title: 'both have', shrinkTo: 12 },
          ],
          shown.map((part) => [
            nameOf(part.id, part.title),
            part.watched ? `+${decimals(part.value, 3)}` : 'not watched',
            decimals(part.likeness, 3),
            singleLine(list(sharedWords(part))),
          ]),
        ),
    parts.length > shown.length
      ? terminal.style('dim', `… and ${parts.length - shown.length} more: --json has all`)
      : null,
  );
}
