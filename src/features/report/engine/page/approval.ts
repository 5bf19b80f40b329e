/** The place for a signature. */
import type { Approvals } from '../../../../shared/contract/approvals';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html, type Html } from './html';
import { section } from './parts';

export function approvalSection({ run, approvals }: ReportData, wording: ReportWording): Html {
  const { t } = wording;
  const { listsSha256 } = run;
  const choices = (['approved', 'conditions', 'refused'] as const).map(
    (decision) => html`<span class="choice">☐ ${t(`report.decisions.${decision}`)}</span> `,
  );
  return section(
    t('report.approval'),
    html`<p>
        ${listsSha256 === null ? t('report.approvalNoLists') : t('report.approvalLead', { sha256: listsSha256 })}
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

/** Approvals given in the program or told by the bundle that the run came in, latest first. */
const history = ({ all }: Approvals, { t, format }: ReportWording): Html =>
  html`<table class="checks">
    <tbody>
      ${all.map(
        ({ kind, by, reason, at, brought }) =>
          html`<tr>
            <th scope="row">
              ${
                brought === undefined
                  ? t(`report.said.${kind}`)
                  : t(`report.saidElsewhere.${kind}`, { file: brought.file ?? t('checks.someBundle') })
              }
            </th>
            <td>${by === '' ? '–' : by}, ${format.moment(at)}</td>
            <td>${reason}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
