/** To whom titles are recommended, why, and what it would take to reach more, as tables of the command line. */
import type { Audience, AudienceWhy, Breakdown, Reach, SuitedAudience } from '../contract/audience';
import type { NewTitlesVerdict } from '../../new-titles/contract/new-titles';
import { PART_NAMES } from '../../inspect/commands/public';
import { costText, ruleSentence } from '../../rules/commands/public';
import { reasonsText } from '../../../cli/rules';
import { textOf } from '../../../shared/words/sentence';
import { blocks, formatFacts, formatTable, wrap } from '../../../cli/layout';
import { rulesWords } from '../../../cli/rules';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { count as counting, counted, decimals, ENGLISH, list, percent } from '../../../cli/words';
import { reachNotes } from '../words/reach-notes';

/** Titles, profiles, values and groups in the text; --json has more. */
const MOST_ROWS = 10;

export interface ToldAudience {
  readonly audience: Audience;
  /** Null if no profile gets the titles, or nothing is computed with the run. */
  readonly why: AudienceWhy | null;
  /** What places for new titles are worth; null if the titles were watched, or it cannot be judged. */
  readonly sure: NewTitlesVerdict | null;
  readonly reach: Reach | null;
}

const nameOf = ({ item, title }: { item: string; title: string | null }): string => singleLine(title ?? item);

export function describeAudience(terminal: Terminal, { audience, why, sure, reach }: ToldAudience): string {
  const { titles, count, profiles, watched, recommended, asRanked, meanPlace, places, rules, receivers } = audience;
  const first = titles.slice(0, MOST_ROWS).map(nameOf);
  return blocks(
    terminal.style(
      'bold',
      count === 1
        ? first[0]!
        : `${counted(count, 'title')}: ${list([...first, ...(count > first.length ? ['…'] : [])])}`,
    ),
    formatFacts(terminal, [
      ['recommended to', `${counting(recommended)} of ${counted(profiles, 'profile')}`],
      ['without rules', rules === null || asRanked === recommended ? null : counted(asRanked, 'profile')],
      ['watched by', counted(watched, 'profile')],
      ['mean place', meanPlace === null ? null : decimals(meanPlace, 1)],
      ['places', recommended === 0 ? null : placesText(places)],
      ['best places', list(receivers.slice(0, MOST_ROWS).map(({ profile, place }) => `${profile} (${place})`))],
      ['rules', rules === null ? 'none' : rulesWords(rules)],
    ]),
    recommended === 0 ? null : spreadTables(terminal, audience.by),
    why === null || why.sample === 0 ? null : whyText(terminal, why),
    audience.suits === null ? null : suitsText(terminal, audience.suits, sure),
    reach === null ? null : reachText(terminal, reach, audience.titles),
  );
}

/** "1: 12, 2: 9, …", those places that any list has. */
const placesText = (places: readonly number[]): string =>
  places.flatMap((lists, at) => (lists === 0 ? [] : [`${at + 1}: ${counting(lists)}`])).join(', ');

interface Group {
  readonly of: string;
  readonly name: string;
  readonly profiles: number;
  readonly all: number;
}

/** The values of each attribute, the segments and the groups of the map with the most of these profiles. */
function spreadTables(terminal: Terminal, { attributes, segments, taste }: Breakdown): string {
  const most = (groups: Group[]): Group[] =>
    groups.toSorted((left, right) => right.profiles - left.profiles).slice(0, MOST_ROWS);
  const rows = [
    ...attributes.flatMap(({ name, values }) =>
      most(values.map(({ value, profiles, of }) => ({ of: name, name: value ?? 'missing', profiles, all: of }))),
    ),
    ...most(segments.map(({ name, profiles, of }) => ({ of: 'segment', name, profiles, all: of }))),
    ...most(
      (taste ?? []).map((group, at) => ({
        of: 'taste',
        name: tasteName(group, at),
        profiles: group.profiles,
        all: group.size,
      })),
    ),
  ].filter(({ profiles }) => profiles > 0);
  return formatTable(
    terminal,
    [
      { title: 'of' },
      { title: 'group', shrinkTo: 16 },
      { title: 'profiles', align: 'right' },
      { title: 'of all', align: 'right' },
      { title: 'share', align: 'right' },
    ],
    rows.map(({ of, name, profiles, all }) => [
      singleLine(of),
      singleLine(name),
      counting(profiles),
      counting(all),
      percent(profiles / all),
    ]),
  );
}

const tasteName = ({ groups, titles, attributes }: NonNullable<Breakdown['taste']>[number], at: number): string => {
  const watched = groups.length > 0 ? groups.map(({ value }) => value) : titles.map(nameOf);
  const names = watched.length > 0 ? watched : attributes.map(({ name, value }) => `${name}: ${value}`);
  return names.length === 0 ? `group ${at + 1} (nothing sets it apart)` : names.slice(0, 2).join(' · ');
};

function whyText(terminal: Terminal, { sample, of, parts }: AudienceWhy): string {
  const shown = parts.filter(({ kind }) => kind !== 'rest');
  const named = ({ kind, id, title, values }: AudienceWhy['parts'][number]): string => {
    if (kind === 'history' && id !== null) return title ?? id;
    return [kind === 'attribute' ? id! : PART_NAMES[kind], kind === 'companion' ? (id ?? '') : '', values.join(', ')]
      .filter((word) => word !== '')
      .join(' ');
  };
  const drawn =
    sample === of ? `all ${counted(of, 'profile')}` : `${counted(sample, 'profile')} drawn from ${counting(of)}`;
  return blocks(
    `What adds to the score, on average over ${drawn} that get it:`,
    formatTable(
      terminal,
      [
        { title: 'part', shrinkTo: 16 },
        { title: 'adds', align: 'right' },
        { title: 'raises it for', align: 'right' },
      ],
      shown.map((part) => [
        singleLine(named(part)),
        `${part.value > 0 ? '+' : ''}${decimals(part.value, 3)}`,
        counting(part.raises),
      ]),
    ),
  );
}

function suitsText(terminal: Terminal, suits: SuitedAudience, sure: NewTitlesVerdict | null): string {
  const { titles, profiles, next, strengths, best } = suits;
  return blocks(
    formatFacts(terminal, [
      ['not watched yet', counted(titles, 'title')],
      ['would suit', counted(profiles, 'profile')],
      ['next episode for', next === 0 ? null : counted(next, 'profile')],
      [
        'how well',
        profiles === next
          ? null
          : strengths
              .map((part) => `${percent(part.from)} to ${percent(part.to)}: ${counting(part.profiles)}`)
              .join(', '),
      ],
      [
        'how sure',
        sure === null
          ? 'cannot be told: no lists of the hold-out, or no new title was watched there'
          : `${counting(sure.found)} of ${counted(sure.places, 'place')} for new titles on the hold-out were watched`,
      ],
    ]),
    best.length === 0 ? null : spreadTables(terminal, suits.by),
    best.length === 0
      ? null
      : formatTable(
          terminal,
          [{ title: 'profile' }, { title: 'share', align: 'right' }, { title: 'watched', shrinkTo: 16 }],
          best
            .slice(0, MOST_ROWS)
            .map(({ profile, share, after, like }) => [
              profile,
              percent(share),
              [...(after === null ? [] : [after]), ...like].map(nameOf).join(', '),
            ]),
        ),
  );
}

function reachText(terminal: Terminal, reach: Reach, titles: Audience['titles']): string {
  const names = new Map(titles.map((title) => [title.item, nameOf(title)]));
  const { wanted, options } = reach;
  const lines = (text: string): string => wrap(text, terminal.width).join('\n');
  return blocks(
    lines(reachNotes(reach, ENGLISH).join(' ')),
    ...options.map(({ rule, reached, changed, unmet, why, cost }) =>
      formatFacts(terminal, [
        ['rule', singleLine(textOf(ruleSentence(rule, { title: (id) => names.get(id) ?? id })))],
        ['reaches', `${counting(reached)} (wanted: ${counting(wanted)}); ${counted(changed, 'list')} change`],
        ['not kept', unmet === 0 ? null : `in ${counted(unmet, 'list')}: ${reasonsText(why)}`],
        ['cost', costText(cost)],
      ]),
    ),
    options.length === 0 ? null : lines('--json has these rules; "rules add" takes them from a file.'),
  );
}
