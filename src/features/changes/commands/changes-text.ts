/** How delivered lists changed, as tables of the command line. */
import type { ChangedLists, ChangeReason } from '../contract/changes';
import { titlesByReason } from '../contract/summary';
import { MOST_TITLES_NAMED } from '../contract/limits';
import { LIST_LENGTH } from '../../../shared/limits';
import { blocks, formatTable, wrap } from '../../../cli/layout';
import { rulesWords } from '../../../cli/rules';
import type { Terminal } from '../../../cli/terminal';
import { singleLine } from '../../../cli/width';
import { count as counting, counted, ENGLISH, minute } from '../../../cli/words';

/** Rows of a table in the text; --json has more. */
const MOST_SHOWN = 10;

const REASONS: Record<ChangeReason, string> = {
  catalogue: 'title new or gone',
  watched: 'watched since',
  rules: 'a rule',
  tuning: 'the tuning',
  viewings: 'new viewings of the profile',
  model: 'model trained again on new viewings',
};

const reasonText = (reason: ChangeReason, { isSameData }: ChangedLists): string =>
  reason === 'model' && isSameData ? 'another model of the same data' : REASONS[reason];

const RIGHT = (title: string) => ({ title, align: 'right' }) as const;

export function describeChanges(terminal: Terminal, told: ChangedLists): string {
  const { before, after, profiles, changed, reordered, came, went, fresh, gone } = told;
  return blocks(
    [sideText('before', before), sideText('after', after)].join('\n'),
    [
      `${counting(changed)} of ${counted(profiles, 'list')} changed: ${counting(came)} titles came in, ${counting(went)} went out.`,
      ...(reordered === 0 ? [] : [`${counting(reordered)} of them have the same titles in another order.`]),
      ...(fresh === 0 ? [] : [`${counted(fresh, 'profile')} new, not compared.`]),
      ...(gone === 0 ? [] : [`${counted(gone, 'profile')} no longer there.`]),
    ].join('\n'),
    wrap(chanceText(told), terminal.width).join('\n'),
    table(terminal, ['why', 'of these chance'], told.reasons, ({ reason, byChance }) => [
      reasonText(reason, told),
      counting(byChance),
    ]),
    table(terminal, ['segment', 'lists changed'], told.segments, ({ name, changed: own, profiles: all }) => [
      singleLine(name),
      `${counting(own)} of ${counting(all)}`,
    ]),
    table(terminal, ['group', 'places before', 'after'], told.groups, (group) => [
      singleLine(group.group ?? 'missing'),
      counting(group.before),
      counting(group.after),
    ]),
    table(terminal, ['title', 'why', 'lists before', 'after'], told.titles, (title) => [
      singleLine(title.title ?? title.item),
      reasonText(title.reason, told),
      counting(title.before),
      counting(title.after),
    ]),
    listTable(terminal, told),
  );
}

/** How far training again alone moves titles and genres, and what moved further. */
function chanceText({ chance, after }: ChangedLists): string {
  if (chance === null)
    return `How much of this is chance is not measured: --chance trains the recipe of ${after.runId} once more with another seed.`;
  const { seeds, titles, groups, places } = chance;
  if (seeds.length === 0) return 'Training again gives the same lists: none of this is chance.';
  return `${counted(titles.beyond, 'title')} and ${counted(groups.beyond, 'genre')} moved further than training again alone moves any: as from 100 lists to ${from100(titles.most)}, or from 100 places of a genre to ${from100(groups.most)}; ${counting(places)} places of all lists (${counted(seeds.length, 'other seed')}).`;
}

const from100 = (most: number): string => counting(Math.round((10 + most) ** 2));

const sideText = (name: string, { runId, tuning, rules, exportedAt }: ChangedLists['before']): string =>
  `${name}: ${runId}${exportedAt === null ? '' : `, exported ${minute(exportedAt)}`}${tuning === null ? '' : `, ${ENGLISH.t('changes.tuned')}`}, rules: ${rules === null ? 'none' : rulesWords(rules)}`;

/** The first rows with what came and went; null without any. */
function table<Row extends { readonly came: number; readonly went: number }>(
  terminal: Terminal,
  titles: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => string[],
): string | null {
  if (rows.length === 0) return null;
  const [first, ...others] = titles;
  return formatTable(
    terminal,
    [
      { title: first!, shrinkTo: 16 },
      ...others.map((title) => (title === 'why' ? { title, shrinkTo: 12 } : RIGHT(title))),
      RIGHT('came in'),
      RIGHT('went out'),
    ],
    rows.slice(0, MOST_SHOWN).map((row) => [...cells(row), counting(row.came), counting(row.went)]),
  );
}

function listTable(terminal: Terminal, told: ChangedLists): string | null {
  const { lists } = told;
  if (lists.length === 0) return null;
  const named = (moved: ChangedLists['lists'][number]['came']): string =>
    [
      titlesByReason(moved.slice(0, MOST_TITLES_NAMED), (reason) => reasonText(reason, told)),
      ...(moved.length > MOST_TITLES_NAMED ? [`${moved.length - MOST_TITLES_NAMED} more`] : []),
    ].join('; ');
  return formatTable(
    terminal,
    [
      { title: 'profile' },
      RIGHT(`same of ${LIST_LENGTH}`),
      RIGHT('viewings since'),
      { title: 'came in', shrinkTo: 16 },
      { title: 'went out', shrinkTo: 16 },
    ],
    lists
      .slice(0, MOST_SHOWN)
      .map(({ profile, shared, viewings, came, went }) => [
        profile,
        counting(shared),
        counting(viewings),
        singleLine(named(came)),
        singleLine(named(went)),
      ]),
  );
}
