/** What changed in the lists since the run before: the tables of the screen What changed. */
import { MOST_TITLES_NAMED } from '../../../changes/contract/limits';
import { changesSummary, reasonText, titlesByReason } from '../../../changes/contract/summary';
import type { ChangedLists } from '../../../changes/contract/changes';
import { runNameIn } from '../../../../shared/words/run-name';
import { ROWS_ON_PAPER } from '../../contract/limits';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html, type Html } from './html';
import { paragraph, section, type Section } from './parts';

type Movers = ChangedLists['lists'];

/** The lists that changed most, where profiles may be shown. */
export const moversOf = ({ changes, examples }: Pick<ReportData, 'changes' | 'examples'>): Movers =>
  changes === null || examples === null ? [] : changes.lists.slice(0, ROWS_ON_PAPER);

/** Since which run; how many lists and titles changed; and more, where there is more. */
export function changesSentences(changes: ChangedLists, wording: ReportWording): readonly string[] {
  const { t, format, language } = wording;
  const { name, createdAt } = changes.before;
  return [
    t('report.changesSince', { name: runNameIn(name, t, language), moment: format.moment(createdAt) }),
    ...changesSummary(changes, wording),
  ];
}

export function changesSection(data: ReportData, wording: ReportWording): Section | null {
  const { changes } = data;
  if (changes === null) return null;
  const { t, format } = wording;
  const reason = (one: ChangedLists['reasons'][number]['reason']): string => reasonText(t, one, changes.isSameData);
  const named = (moved: Movers[number]['came']): string =>
    [
      titlesByReason(moved.slice(0, MOST_TITLES_NAMED), reason),
      ...(moved.length > MOST_TITLES_NAMED ? [t('report.more', { count: moved.length - MOST_TITLES_NAMED })] : []),
    ].join('; ');
  return section(t('shell.screen.changes'), [
    paragraph(...changesSentences(changes, wording)),
    moves(t('changes.reasons'), wording, {
      titles: [t('changes.reason')],
      rows: changes.reasons.map((one) => ({ ...one, cells: [reason(one.reason)] })),
    }),
    moves(t('changes.segments'), wording, {
      titles: [t('changes.segment'), t('changes.changedLists')],
      rows: changes.segments.map((one) => ({ ...one, cells: [one.name, format.count(one.changed)] })),
    }),
    moves(t('changes.groups'), wording, {
      titles: [t('changes.group'), t('changes.before'), t('changes.after')],
      rows: changes.groups.map((one) => ({
        ...one,
        cells: [one.group ?? t('common.missing'), format.count(one.before), format.count(one.after)],
      })),
    }),
    moves(t('changes.titles'), wording, {
      titles: [t('changes.title'), t('changes.reason'), t('changes.before'), t('changes.after')],
      rows: changes.titles.map((one) => ({
        ...one,
        cells: [one.title ?? one.item, reason(one.reason), format.count(one.before), format.count(one.after)],
      })),
    }),
    table(
      t('changes.lists'),
      [t('changes.profile'), t('changes.shared'), t('changes.came'), t('changes.went')],
      moversOf(data).map((list) => [list.profile, format.count(list.shared), named(list.came), named(list.went)]),
    ),
  ]);
}

interface Moves {
  readonly titles: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly came: number; readonly went: number }[];
}

const moves = (caption: string, { t, format }: ReportWording, { titles, rows }: Moves): Html | null =>
  table(
    caption,
    [...titles, t('changes.came'), t('changes.went')],
    rows.slice(0, ROWS_ON_PAPER).map(({ cells, came, went }) => [...cells, format.count(came), format.count(went)]),
  );

function table(caption: string, titles: readonly string[], rows: readonly (readonly string[])[]): Html | null {
  if (rows.length === 0) return null;
  return html`<table class="changes">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${titles.map((title) => html`<th scope="col">${title}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...others]) =>
          html`<tr>
            <th scope="row">${first!}</th>
            ${others.map((cell) => html`<td>${cell}</td> `)}
          </tr> `,
      )}
    </tbody>
  </table>`;
}
