/** The export: writes only on request, and shows the result with its checks. */
import * as path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { KeyDialog } from '../../../renderer/shell/KeyDialog';
import { ExportPanel } from './ExportPanel';
import { useExportTuning } from './use-export-tuning';
import { today } from '../../../shared/values/day';
import type { Dataset } from '../../../shared/contract/dataset';
import type { ExportRecord, Verification } from '../../../shared/contract/run';
import type { KeptTuning } from '../../../shared/contract/kept';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { EXPORT_FORMAT_ROWS, EXPORT_FORMATS, type ExportFormat } from '../../../shared/values/export-formats';
import { ShelfwiseError } from '../../../shared/errors';
import type { CountingRules } from '../../../shared/contract/rule-answers';
import { SIGNED_HEAD } from '../../../../tests/support/window/signed-head';
import { keptSegment } from '../../../../tests/support/window/kept-rows';
import { NO_RULES_COUNT } from '../../../../tests/support/window/no-rules-count';
import type { Run } from '../../../shared/contract/run-life';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const WRITTEN: ExportRecord = {
  format: 'submission',
  path: '/home/kim/submission.csv',
  profiles: 330,
  sha256: 'c'.repeat(64),
  exportedAt: '2026-11-25T12:00:00Z',
  checks: [
    { check: 'header', passed: true, detail: 'The header is right.' },
    { check: 'known ids', passed: false, detail: '9 is not an ID of this model.' },
  ],
};

const OUTCOME = { weightsSha256: 'a', listsSha256: 'b', metrics: null };
const CERTIFICATE: Verification = {
  runId: autoencoderRun().runId,
  verifiedAt: '2026-11-25T12:00:00Z',
  verdict: 'identical-bits',
  cause: '',
  firstDifferentEpoch: null,
  metricDifference: null,
  recorded: OUTCOME,
  repeated: OUTCOME,
  seconds: 1,
};

const [PINNED, CAPPED] = ['Dinosaurs first', 'Two of each series'];
const COUNTING: CountingRules = {
  set: {
    formatVersion: 1,
    rules: [
      { id: 'dino', name: PINNED, kind: 'pin', place: 1, on: true, titles: { ids: ['7'] } },
      { id: 'two', name: CAPPED, kind: 'at-most', count: 2, per: { series: true }, on: true, from: '2027-01-01' },
    ],
  },
  date: '2026-11-26',
  rulesSha256: 'd'.repeat(64),
  revision: 4,
  names: [PINNED],
  isFirst: true,
  gone: [{ name: PINNED, what: ['7'], count: 1 }],
};

const LOUDER: KeptTuning = {
  id: 'k1',
  name: 'louder',
  revision: 3,
  changedAt: '2026-11-25T12:00:00Z',
  runId: autoencoderRun().runId,
  tuning: { ...NEUTRAL_TUNING, condition: 1.5, removed: ['7101'] },
};
const GIRLS = keptSegment('girls', { revision: 2, filter: { attributes: { sex: ['F'] } } });

function Panel({ run, counting }: { run: Run; counting: CountingRules | null }): ReactNode {
  const [format, setFormat] = useState<ExportFormat>('submission');
  const [raw, setRaw] = useState(false);
  const [leftOut, setLeftOut] = useState(false);
  return (
    <>
      <ExportPanel
        run={run}
        format={format}
        onFormat={setFormat}
        raw={raw}
        onRaw={setRaw}
        rules={{ ...NO_RULES_COUNT, counting, choice: leftOut ? { rules: 'none' } : {} }}
        leftOut={leftOut}
        onLeaveOut={setLeftOut}
        tuning={useExportTuning(run)}
      />
      <KeyDialog />
    </>
  );
}

interface Setting {
  run?: Run;
  /** Result of the file dialog; null if it is closed. */
  target?: string | null;
  data?: Dataset;
  refusal?: ShelfwiseError;
  tunings?: KeptTuning[];
  counting?: CountingRules;
  written?: ExportRecord;
  language?: 'en' | 'ko';
  verified?: Verification['verdict'][];
}

function renderPanel({
  run = autoencoderRun(),
  target = WRITTEN.path,
  data = dataset(),
  refusal,
  tunings = [],
  counting,
  written = WRITTEN,
  language = 'en',
  verified = [],
}: Setting = {}) {
  const asked: object[] = [];
  const proposed: string[] = [];
  const rendered = renderInWindow(<Panel run={run} counting={counting ?? null} />, {
    language,
    shell: ({ user }) => ({
      user: {
        pickSaveFile: user.pickSaveFile.handler(({ input }) => {
          proposed.push(input.suggestedName);
          return target;
        }),
        pickFile: user.pickFile.handler(() => '/home/kim/my.key'),
      },
    }),
    answers: ({ runs, datasets, tuning, segments, review }) => ({
      review: { approvals: review.approvals.handler(() => ({ current: null, all: [], standing: null })) },
      datasets: { list: datasets.list.handler(() => [data]) },
      tuning: { list: tuning.list.handler(() => tunings) },
      segments: { list: segments.list.handler(() => [GIRLS]) },
      runs: {
        export: runs.export.handler(({ input }) => {
          asked.push(input);
          if (refusal !== undefined) throw refusal;
          return { ...written, head: SIGNED_HEAD };
        }),
        certificates: runs.certificates.handler(() => verified.map((verdict) => ({ ...CERTIFICATE, verdict }))),
      },
    }),
  });
  const go = (): Promise<void> => rendered.user.click(screen.getByRole('button', { name: rendered.t('exporting.go') }));
  return { ...rendered, asked, proposed, go };
}

/** A switch's name includes its help. */
const toggle = (label: string) => ({ name: (name: string) => name.startsWith(label) });

it('writes the submission to the chosen file, and shows its path, hash and checks', async () => {
  const { t, asked, proposed, go } = renderPanel();
  await go();
  const told = await screen.findByRole('status');
  expect(proposed).toEqual(['submission.csv']);
  expect(asked).toEqual([{ runId: autoencoderRun().runId, out: WRITTEN.path, format: 'submission', raw: false }]);
  for (const text of [
    WRITTEN.path,
    WRITTEN.sha256,
    '330',
    t('exporting.check.known ids'),
    '9 is not an ID of this model.',
  ])
    expect(told.textContent).toContain(text);
  expect(screen.getAllByRole('img', { name: t('exporting.notPassed') })).toHaveLength(1);
});

it.each(TRIED_LANGUAGES)('marks rules that some lists could not take, and leads to those: %s', async (language) => {
  const rules = { names: [PINNED], waiting: [], revision: 4, isFirst: false, gone: [] };
  const unmet = [{ name: PINNED, lists: 11, why: [] }];
  const checks = ['rules', 'rules kept'].map((check) => ({ check, passed: true, detail: `About ${check}.` }));
  const written = { ...WRITTEN, checks, rulesSha256: 'd'.repeat(64), rules: { ...rules, unmet } };
  const { t, go } = renderPanel({ language, written });
  await go();
  const told = within(await screen.findByRole('list', { name: t('exporting.checks') }));
  const [passed, warned] = told.getAllByRole('listitem').map((item) => within(item));
  passed!.getByRole('img', { name: t('exporting.passed') });
  expect(passed!.queryByRole('link')).toBeNull();
  warned!.getByRole('img', { name: t('exporting.warned') });
  expect(warned!.getByRole('link', { name: t('exporting.seeUnmet') }).getAttribute('href')).toBe('/rules/unmet');
});

it.each(TRIED_LANGUAGES)('says whether the run was verified, and leads to where it is: %s', async (language) => {
  const { t, unmount } = renderPanel({ language });
  const link = await screen.findByRole('link', { name: t('exporting.goVerify') });
  expect(link.getAttribute('href')).toBe(`/runs/${autoencoderRun().runId}`);
  expect(link.parentElement!.textContent).toContain(t('report.notVerified'));
  unmount();
  renderPanel({ language, verified: ['different', 'identical-bits'] });
  await screen.findByText((text) => text.includes(t('runs.verdicts.different')));
});

it('applies a saved tuning to a segment, says what is left out, and where such lists are approved', async () => {
  const { user, t, asked, go } = renderPanel({ tunings: [LOUDER] });
  await user.click(await screen.findByRole('combobox', { name: t('exporting.tuning') }));
  await user.click(await screen.findByRole('option', { name: 'louder' }));
  await screen.findByText((text) => text.includes(t('tuningEffect.left', { what: t('compare.parts.removed') })));
  await screen.findByText((text) => text.startsWith(t('checks.notApproved')));
  await user.click(screen.getByRole('button', { name: t('checks.approve') }));
  await user.click(await screen.findByRole('button', { name: t('common.close') }));
  await user.click(screen.getByRole('combobox', { name: t('exporting.tuningFor') }));
  await user.click(await screen.findByRole('option', { name: 'girls' }));
  await go();
  await waitFor(() => expect(asked).toHaveLength(1));
  const tuning = { tuning: LOUDER.tuning, kept: { id: 'k1', revision: 3 } };
  expect(asked[0]).toMatchObject({ tuning: { ...tuning, segment: 's1' } });
  await user.click(screen.getByRole('combobox', { name: t('exporting.tuningFor') }));
  await user.click(await screen.findByRole('option', { name: t('exporting.everybody') }));
  await go();
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toMatchObject({ tuning });
  expect(asked[1]).not.toHaveProperty('tuning.segment');
  // Back to the lists as trained.
  await user.click(screen.getByRole('combobox', { name: t('exporting.tuning') }));
  await user.click(await screen.findByRole('option', { name: t('exporting.asTrained') }));
  await go();
  await waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[2]).not.toHaveProperty('tuning');
});

it('writes nothing if the dialog is closed', async () => {
  const { t, asked, proposed, go } = renderPanel({ target: null });
  await go();
  await waitFor(() => expect(proposed).toHaveLength(1));
  expect(asked).toEqual([]);
  expect(screen.queryByText(t('exporting.done'))).toBeNull();
});

it.each(EXPORT_FORMATS)('offers %s, says what it is for, and proposes a file of its extension', async (format) => {
  const { user, proposed, go } = renderPanel();
  const { name, help, extension } = EXPORT_FORMAT_ROWS[format];
  await user.click(screen.getByRole('radio', { name: name.en }));
  expect(await screen.findByText(help.en)).toBeTruthy();
  await go();
  await waitFor(() => expect(proposed).toHaveLength(1));
  expect(path.extname(proposed[0]!)).toBe(`.${extension}`);
});

it('offers exact texts for tables only, off by default', async () => {
  const { user, t, asked, proposed, go } = renderPanel();
  expect(screen.queryByRole('switch', toggle(t('exporting.raw')))).toBeNull();
  await user.click(screen.getByRole('radio', { name: t('exporting.formats.csv') }));
  await user.click(await screen.findByRole('switch', toggle(t('exporting.raw'))));
  await go();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ format: 'csv', raw: true });
  const { name, dataset: of } = autoencoderRun();
  expect(proposed).toEqual([`${of.name} - ${name} - lists - ${today()}.csv`]);
});

it('says that nothing was written, why, and offers Retry', async () => {
  const refusal = new ShelfwiseError('no-space', 'There is no space left on the disk.');
  const { user, t, asked, go } = renderPanel({ refusal });
  await go();
  await screen.findByText(t('exporting.failed'));
  screen.getByText('There is no space left on the disk.');
  await user.click(screen.getByRole('button', { name: t('common.retry') }));
  await waitFor(() => expect(asked).toHaveLength(2));
});

it('converts pseudonyms back only on request, with the chosen key file', async () => {
  const { user, t, asked, go } = renderPanel({ data: { ...dataset(), pseudonyms: { key: 'k'.repeat(64) } } });
  await user.click(await screen.findByRole('switch', toggle(t('pseudonyms.originals'))));
  await go();
  await user.click(await screen.findByRole('button', { name: t('pseudonyms.choose') }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ pseudonymKey: '/home/kim/my.key' });
  await user.click(screen.getByRole('switch', toggle(t('pseudonyms.originals'))));
  await go();
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).not.toHaveProperty('pseudonymKey');
});

it('asks for no key, and writes nothing, if its question is closed', async () => {
  const { user, t, asked, proposed, go } = renderPanel({ data: { ...dataset(), pseudonyms: { key: 'k'.repeat(64) } } });
  await user.click(await screen.findByRole('switch', toggle(t('pseudonyms.originals'))));
  await go();
  await user.click(await screen.findByRole('button', { name: t('common.cancel') }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([...asked, ...proposed]).toEqual([]);
});

it.each([
  ['exporting.firstWith', {}],
  ['exporting.firstWithout', { rules: 'none' }],
] as const)('asks before saved rules count for the first time, and names them all: %s', async (answer, choice) => {
  const { user, t, asked, go } = renderPanel({ counting: COUNTING });
  await go();
  const dialog = await screen.findByRole('dialog', { name: t('exporting.firstTitle') });
  for (const text of [PINNED, CAPPED, t('rules.gone', { rule: PINNED, what: '7' })])
    expect(dialog.textContent).toContain(text);
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: t(answer) }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked).toEqual([
    { runId: autoencoderRun().runId, out: WRITTEN.path, format: 'submission', raw: false, ...choice },
  ]);
});

it('leaves saved rules out of one file alone, and asks nothing about rules that have counted', async () => {
  const { user, t, asked, go } = renderPanel({ counting: { ...COUNTING, isFirst: false } });
  expect(screen.getByRole('group', { name: t('rules.counting') }).textContent).toContain(PINNED);
  const leave = (): HTMLInputElement => screen.getByRole('switch', toggle(t('exporting.leaveRules')));
  await user.click(leave());
  expect(screen.queryByRole('group', { name: t('rules.counting') })).toBeNull();
  expect(screen.getByText(t('exporting.rulesLeftOut'))).toBeTruthy();
  await go();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ rules: 'none' });
  await waitFor(() => expect(leave().checked).toBe(false));
  await go();
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).not.toHaveProperty('rules');
});
