/** The head of the audit log: whoever keeps the paper can tell whether the log was changed later. */
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { qrCode } from './code';
import { html, Html } from './html';
import { section, type Section } from './parts';

/** Null without a head: nothing was approved or exported with a key yet. */
export function headSection({ head }: ReportData, { t }: ReportWording): Section | null {
  if (head === null) return null;
  return section(
    t('audit.head'),
    html`<p>${t('report.headLead', { size: head.size })}</p>
      <div class="kept">
        <pre>${linesOf(head.text)}</pre>
        ${qrCode(head.text, t('report.headCode'))}
      </div>`,
    'together',
  );
}

/** Its line breaks are breaks; in a text of others they are shown as signs. */
const linesOf = (text: string): Html =>
  new Html(
    text
      .split('\n')
      .map((line) => html`${line}`.text)
      .join('\n'),
  );
