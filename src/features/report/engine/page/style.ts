/** The style of the page on paper and on a screen, of the same colours and sizes as the window. It loads nothing. */
import { PALETTES, PAPER } from '../../../../shared/look/palette';
import { PRINTED, WEIGHTS } from '../../../../shared/look/scale';

const { text, faint, surface, line, first, second, sheet } = PALETTES.light.normal;

/** The window's fonts where it shows and prints the page; a file uses those of its reader's computer. */
const LETTERS =
  '"Wanted Sans Variable", "Segoe UI", -apple-system, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", "DejaVu Sans", sans-serif';

/** Characters of a run ID need no escape in a CSS string. @param runId printed at the foot of every sheet, with its number */
export const pageStyle = (runId: string): string => `@page {
  margin: 17mm 17mm 19mm;
  @bottom-left { content: "Shelfwise · ${runId}"; font: ${PRINTED.xs}pt ${LETTERS}; color: ${faint}; }
  @bottom-right { content: counter(page) " / " counter(pages); font: ${PRINTED.xs}pt ${LETTERS}; color: ${faint}; }
}`;

export const STYLE = `.report {
  --ink: ${text};
  --faint: ${faint};
  --rule: ${PAPER[4]};
  --tint: ${surface};
  --shelfwise-line-1: ${first};
  --shelfwise-line-2: ${second};
  --shelfwise-grid: ${line};
  --plot-background: ${sheet};
  --mantine-color-text: var(--ink);
  --mantine-color-dimmed: var(--faint);
  box-sizing: border-box;
  max-width: 210mm;
  margin: 0 auto;
  padding: 17mm;
  background: ${sheet};
  color: var(--ink);
  color-scheme: light;
  counter-reset: part;
  font: ${PRINTED.md}pt/1.5 ${LETTERS};
  font-variant-numeric: tabular-nums;
  overflow-wrap: break-word;
  text-align: left;
}
.report:lang(ko) { word-break: keep-all; }
.report * { box-sizing: border-box; }
.report p, .report ul, .report ol, .report dl, .report table, .report figure, .report pre, .report blockquote { margin: 0 0 3mm; }
.report h1 { margin: 0 0 4mm; font-size: ${PRINTED.xl}pt; line-height: 1.2; font-weight: ${WEIGHTS.strong}; }
.report h2 { margin: 8mm 0 3mm; padding-top: 2mm; border-top: 1.2pt solid var(--ink); font-size: ${PRINTED.lg}pt; line-height: 1.3; font-weight: ${WEIGHTS.strong}; }
.report h2::before { counter-increment: part; content: counter(part) "  "; color: var(--faint); font-weight: ${WEIGHTS.regular}; }
.report h3 { margin: 5mm 0 2mm; font-size: ${PRINTED.md}pt; line-height: 1.35; font-weight: ${WEIGHTS.strong}; }
.report h4 { margin: 0 0 1mm; font-size: ${PRINTED.xs}pt; font-weight: ${WEIGHTS.strong}; color: var(--faint); }
.report small { font-size: ${PRINTED.xs}pt; color: var(--faint); }
.report code, .report pre { font: ${PRINTED.xs}pt/1.45 ui-monospace, "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace; }
.report code { overflow-wrap: anywhere; word-break: break-all; }
.report pre { padding: 2mm 3mm; border: 0.6pt solid var(--rule); white-space: pre-wrap; overflow-wrap: anywhere; }
.report blockquote { padding-left: 4mm; border-left: 1.5pt solid var(--rule); }
.report blockquote p { margin: 0; }
.kind { display: flex; justify-content: space-between; gap: 6mm; font-size: ${PRINTED.sm}pt; color: var(--faint); }
.facts { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2mm 8mm; }
.facts > div { display: grid; grid-template-columns: 32mm minmax(0, 1fr); gap: 3mm; align-items: baseline; }
.facts > .long { grid-column: 1 / -1; }
.facts dt { font-size: ${PRINTED.xs}pt; color: var(--faint); }
.facts dd { margin: 0; min-width: 0; }
.verdict { margin: 5mm 0; padding: 4mm 5mm; border: 0.8pt solid var(--ink); border-left-width: 4pt; }
.verdict p { margin: 0 0 1.5mm; }
.verdict .sentence { font-size: ${PRINTED.lg}pt; line-height: 1.4; font-weight: ${WEIGHTS.strong}; }
.verdict .state { margin: 2.5mm 0 0; font-size: ${PRINTED.sm}pt; color: var(--faint); }
.verdict .state span { display: inline-block; margin-right: 4mm; }
.private { font-size: ${PRINTED.sm}pt; color: var(--faint); overflow-wrap: anywhere; }
.contents ol { columns: 3; column-gap: 8mm; padding-left: 6mm; font-size: ${PRINTED.sm}pt; }
.contents a { color: var(--shelfwise-line-1); }
.report table { width: 100%; border-collapse: collapse; font-size: ${PRINTED.sm}pt; line-height: 1.4; }
.report caption { padding-bottom: 1mm; text-align: left; font-size: ${PRINTED.md}pt; font-weight: ${WEIGHTS.strong}; }
.report th, .report td { padding: 0.7mm 2mm; border-bottom: 0.5pt solid var(--rule); text-align: left; vertical-align: top; font-weight: ${WEIGHTS.regular}; }
.report th:first-child, .report td:first-child { padding-left: 0; }
.report th:last-child, .report td:last-child { padding-right: 0; }
.report thead th { border-bottom: 0.8pt solid var(--ink); font-size: ${PRINTED.xs}pt; color: var(--faint); }
.report tbody th small { display: block; }
.report .number { text-align: right; white-space: nowrap; }
.report .scores td:nth-child(2), .report .scores td:nth-child(3) { white-space: nowrap; }
.report .checks td:nth-child(2) { white-space: nowrap; }
.report figcaption { font-size: ${PRINTED.sm}pt; line-height: 1.45; }
.report figcaption strong { display: block; font-size: ${PRINTED.md}pt; font-weight: ${WEIGHTS.strong}; }
.report figure svg { display: block; max-width: 100%; height: auto; overflow: visible; font-family: inherit; font-variant-numeric: tabular-nums; }
.report figure svg text, .report figure svg tspan { white-space: pre; }
.report .key { display: flex; flex-wrap: wrap; gap: 0 5mm; margin: 1mm 0; padding: 0; list-style: none; font-size: ${PRINTED.xs}pt; }
.report .key svg { display: inline-block; vertical-align: -0.15em; }
.pictures { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 8mm; align-items: start; }
.example { margin-bottom: 5mm; }
.report .example h3 { margin-top: 3mm; }
.report .example .titles { margin-bottom: 1.5mm; }
.example .known { margin-bottom: 2mm; font-size: ${PRINTED.sm}pt; color: var(--faint); }
.example .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; }
.titles { padding: 0; list-style: none; font-size: ${PRINTED.xs}pt; line-height: 1.25; }
.titles li { display: flex; gap: 2mm; align-items: baseline; padding: 0.3mm 0; border-bottom: 0.4pt solid var(--rule); }
.titles li > span { flex: 1 1 auto; min-width: 0; overflow-wrap: anywhere; }
.titles li > small { flex: none; max-width: 45%; font-size: ${PRINTED.xs}pt; text-align: right; }
.titles b { flex: none; width: 5mm; font-weight: ${WEIGHTS.regular}; color: var(--faint); text-align: right; }
.titles .hit > span { font-weight: ${WEIGHTS.strong}; }
.titles .hit > span::before { content: "● "; color: var(--shelfwise-line-1); }
.titles .missed > span::before { content: "○ "; color: var(--faint); }
.report .list { columns: 2; column-gap: 8mm; }
.report .list li { break-inside: avoid; }
.more { font-size: ${PRINTED.xs}pt; color: var(--faint); }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.approval { border: 0.8pt solid var(--ink); }
.report .approval th, .report .approval td { height: 12mm; padding: 2mm 3mm; border: 0.6pt solid var(--rule); vertical-align: middle; }
.report .approval th { width: 32mm; color: var(--faint); }
.report .approval .tall td { height: 26mm; }
.kept { display: flex; flex-wrap: wrap; gap: 4mm; align-items: flex-start; }
.report .kept pre { flex: 1 1 70mm; min-width: 0; }
.kept .code { flex: none; width: 44mm; height: 44mm; }
.choice { display: inline-block; margin-right: 8mm; font-size: ${PRINTED.md}pt; }
.report h2, .report h3, .report h4, .report caption { break-after: avoid; }
.report figure, .report tr, .verdict, .example, .together, .report pre { break-inside: avoid; }
.report thead { display: table-header-group; }
.report p, .report li { orphans: 3; widows: 3; }
@media screen and (max-width: 700px) {
  .report { padding: 6mm; }
  .facts, .pictures, .example .columns { grid-template-columns: minmax(0, 1fr); }
  .report .list, .contents ol { columns: 1; }
}
@media screen and (max-width: 640px) {
  .report { padding: 4mm; }
  .report table:has([data-label]) thead { display: none; }
  .report tr:has(> [data-label]) { display: flex; flex-wrap: wrap; gap: 0 4mm; padding: 1mm 0; border-bottom: 0.5pt solid var(--rule); }
  .report tr:has(> [data-label]) > * { padding: 0; border: 0; text-align: left; white-space: normal; overflow-wrap: anywhere; }
  .report tr:has(> [data-label]) > th { flex: 1 0 100%; }
  .report [data-label]::before { margin-right: 1mm; color: var(--faint); content: attr(data-label); }
}
@media print {
  .contents { display: none; }
  .report { max-width: none; padding: 0; print-color-adjust: exact; }
}`;
