/** The data that was read: its size and period, and every rejected row, by file and reason. */
import { activityChart } from '../../../data-folder/charts/public';
import type { Dataset, FileReport } from '../../../../shared/contract/dataset';
import { withAttributesNamed } from '../../../../shared/labels/attributes-named';
import { engineTextIn } from '../../../../shared/words/engine-text';
import { shownDataName } from '../../../../shared/values/data-name';
import { reasonText } from '../../../../shared/words/reason-text';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html, type Html } from './html';
import { paragraph, section, type Section } from './parts';
import { FULL_WIDTH, picture, tableWith } from './picture';

export function dataSection({ dataset, activity }: ReportData, wording: ReportWording): Section {
  const { t } = wording;
  if (dataset === null) return section(t('report.data'), paragraph(t('report.dataGone')));
  return section(t('report.data'), [
    lead(dataset, wording),
    filesTable(dataset, wording),
    reasons(dataset, wording),
    findings(dataset, wording),
    ...(activity === null ? [] : [picture(activityChart(activity, wording), FULL_WIDTH)]),
  ]);
}

const rowsOf = (files: readonly FileReport[], of: 'rows' | 'repaired' | 'rejected'): number =>
  files.reduce((sum, file) => sum + file[of], 0);

function lead(dataset: Dataset, wording: ReportWording): Html {
  const { profiles, items, interactions, period, files } = dataset;
  const { t, format, day, zone } = wording;
  const [rows, repaired, rejected] = [rowsOf(files, 'rows'), rowsOf(files, 'repaired'), rowsOf(files, 'rejected')];
  return paragraph(
    t('report.dataLead', {
      name: shownDataName(dataset),
      viewings: format.count(interactions),
      profiles: t('common.profiles', { count: profiles }),
      titles: t('common.titles', { count: items }),
    }),
    period === null ? t('data.noPeriod') : t('report.dataPeriod', { from: day(period.from), to: day(period.to), zone }),
    rejected === 0 ? t('report.rejectedNone') : t('report.rejected', { count: rejected, rows }),
    repaired === 0 ? null : t('report.repaired', { count: repaired }),
  );
}

function filesTable({ files }: Dataset, { t, format }: ReportWording): Html {
  const read = files.filter(({ role }) => role !== 'ignored');
  return tableWith(
    {
      columns: [t('data.file'), t('data.role'), t('data.rows'), ...COUNTS.map((count) => t(`data.${count}`))],
      rows: read.map((file) => [
        file.file,
        t(`data.roles.${file.role}`),
        format.count(file.rows),
        ...COUNTS.map((count) => format.count(file[count])),
      ]),
    },
    { caption: t('report.filesTitle'), words: 2 },
  );
}
const COUNTS = ['accepted', 'repaired', 'rejected'] as const;

function reasons({ files }: Dataset, { t, format }: ReportWording): Html | null {
  const rows = files.flatMap(({ file, reasons: { rejected } }) =>
    rejected.map(({ reason, rows: count }) => [file, reasonText(reason, t), format.count(count)]),
  );
  if (rows.length === 0) return null;
  return tableWith(
    { columns: [t('data.file'), t('data.reasonColumn'), t('data.rows')], rows },
    { caption: t('report.reasonsTitle'), words: 2 },
  );
}

/** Sentences that name the file; without their examples, which may name profiles. */
function findings({ findings: all }: Dataset, { t, language, labels }: ReportWording): Html | null {
  const warnings = all.filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return null;
  return html`<h3>${t('report.findingsTitle')}</h3>
    <ul>
      ${warnings.map((finding) => html`<li>${engineTextIn(withAttributesNamed(finding, labels), language)}</li> `)}
    </ul>`;
}
