/** The place for a signature. */
import type { Approval, Approvals } from '../../../../shared/contract/approvals';
import type { DeliveredNow } from '../delivered-lists';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html, type Html } from './html';
import { section, type Section } from './parts';

export function approvalSection({ run, approvals, delivered }: ReportData, wording: ReportWording): Section {
  const { t } = wording;
  const { listsSha256 } = run;
  const choices = (['approved', 'conditions', 'refused'] as const).map(
    (decision) => html`<span class="choice">☐ ${t(`report.decisions.${decision}`)}</span> `,
  );
  return section(
    t('report.approval'),
    html`<p>
        ${
          listsSha256 === null
            ? t('report.approvalNoLists')
            : t('report.approvalLead', { sha256: delivered?.deliveredSha256 ?? listsSha256 })
        }
        ${delivered === null ? '' : rulesNow(delivered, wording)}
      </p>
      ${approvals.all.length === 0 ? '' : history(approvals, wording)}
      <table class="approval">
        <tbody>
          <tr>
            <th scope="row">${t('report.decision')}</th>
            <td colspan="3">${choices}</td>
          </tr>
          <tr class="tall">
            <th scope="row">${t('report.remarks')}</th>
            <td colspan="3"></td>
          </tr>
          <tr>
            <th scope="row">${t('report.name')}</th>
            <td></td>
            <th scope="row">${t('report.date')}</th>
            <td></td>
          </tr>
          <tr>
            <th scope="row">${t('report.signature')}</th>
            <td colspan="3"></td>
          </tr>
        </tbody>
      </table>`,
    'together',
  );
}

const rulesNow = ({ rules: { names, date, rulesSha256 } }: DeliveredNow, { t, format }: ReportWording): string =>
  t('report.rulesNow', {
    rules: names.length === 0 ? t('rules.noneToday') : names,
    date: format.calendarDay(date),
    hash: rulesSha256.slice(0, 12),
  });

/** What an approval is of, beside the lists as trained. */
function approvedAs({ rules, rulesDate, rulesSha256, tuning }: Approval, { t, format }: ReportWording): string {
  const hash = rulesSha256?.slice(0, 12) ?? '';
  const named = rules === null || rules.names.length === 0 ? t('rules.noneToday') : rules.names;
  const tuned = [tuning?.name ?? t('export.tuning-of-file'), ...(tuning?.segment == null ? [] : [tuning.segment])];
  return [
    ...(rulesDate === null
      ? []
      : [t('report.approvedUnder', { rules: named, date: format.calendarDay(rulesDate), hash })]),
    ...(tuning === null ? [] : [t('exporting.tunedWith', { what: tuned.join(', ') })]),
  ].join(' ');
}

/** Approvals given in the program or told by the bundle that the run came in, latest first. */
const history = ({ all }: Approvals, wording: ReportWording): Html => {
  const { t, format } = wording;
  return html`<table class="checks">
    <tbody>
      ${all.map(
        ({ kind, by, reason, at, brought, ...of }) =>
          html`<tr>
            <th scope="row">
              ${
                brought === undefined
                  ? t(`report.said.${kind}`)
                  : t(`report.saidElsewhere.${kind}`, { file: brought.file ?? t('checks.someBundle') })
              }
            </th>
            <td>${by === '' ? '–' : by}, ${format.moment(at)}</td>
            <td>
              ${[reason, approvedAs({ kind, by, reason, at, ...of }, wording)].filter((text) => text !== '').join(' ')}
            </td>
          </tr> `,
      )}
    </tbody>
  </table>`;
};
