/** The run's scores on its hold-out, the meaning of each metric, and for whom it does well. */
import { groupsChart, scoreInterval } from '../../../quality/charts/public';
import type { RunRecord } from '../../../../shared/contract/run';
import { LIST_LENGTH } from '../../../../shared/limits';
import { engineTextIn } from '../../../../shared/words/engine-text';
import { qualityTexts } from '../../../../shared/words/quality-text';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { comparedNote } from './compared';
import { html, type Html } from './html';
import { paragraph, section, type Section } from './parts';
import { FULL_WIDTH, picture, tableOf } from './picture';

export function scoresSection(data: ReportData, wording: ReportWording): Section {
  const { run } = data;
  const { t, language } = wording;
  const { metrics, slices, split } = run;
  const note = split?.note ? engineTextIn({ message: split.note, said: split.said }, language) : null;
  if (metrics === null) return section(t('report.scores'), paragraph(note ?? t('runs.noScores')));
  const groups = slices.length === 0 ? null : groupsChart(metrics.score, slices, wording);
  return section(t('report.scores'), [
    paragraph(
      split === null
        ? null
        : t('report.scoresLead', {
            part: t(`runs.splits.${split.protocol}`),
            profiles: t('common.profiles', { count: metrics.profiles }),
            length: LIST_LENGTH,
          }),
      note,
    ),
    figuresTable(metrics, run.quality, wording),
    run.quality && comparedNote(data, 'quality', wording),
    ...(groups === null
      ? []
      : [
          html`<h3>${t('runs.slices')}</h3>`,
          comparedNote(data, 'groups', wording),
          // The table may break between sheets, so it starts on the current one.
          tableOf(groups.table),
          picture(groups, FULL_WIDTH),
        ]),
  ]);
}

function figuresTable(
  metrics: NonNullable<RunRecord['metrics']>,
  quality: RunRecord['quality'],
  { t, format }: ReportWording,
): Html {
  const interval = scoreInterval(metrics.score, metrics.standardError);
  const rows: [
    name: 'score' | 'recall' | 'ndcg' | 'coverage' | 'novelty' | 'watchedShare',
    value: string,
    range: string,
  ][] = [
    [
      'score',
      format.score(metrics.score),
      interval === null
        ? '–'
        : t('charts.groups.range', { low: format.score(interval.low), high: format.score(interval.high) }),
    ],
    ['recall', format.score(metrics.recall), '–'],
    ['ndcg', format.score(metrics.ndcg), '–'],
  ];
  if (quality !== null) {
    const texts = qualityTexts(quality, format);
    for (const name of ['coverage', 'novelty', 'watchedShare'] as const) rows.push([name, texts[name], '–']);
  }
  return html`<table class="scores">
    <thead>
      <tr>
        <th scope="col">${t('report.figure')}</th>
        <th scope="col">${t('report.value')}</th>
        <th scope="col">${t('charts.groups.interval95')}</th>
        <th scope="col">${t('report.meaning')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, value, range]) =>
          html`<tr>
            <th scope="row">${t(`common.metrics.${name}`)}</th>
            <td>${value}</td>
            <td>${range}</td>
            <td>${t(`report.meanings.${name}`)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}
