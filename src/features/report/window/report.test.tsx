/** The screen of a report: which run it tells the changes since. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Route } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import type { ReportInput } from '../contract/report';
import { ReportScreen } from './ReportScreen';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const first = { ...autoencoderRun(), runId: 'r1', name: 'First week' };
const second = { ...autoencoderRun(), runId: 'r2', name: 'Second week', parent: 'r1' };
const other = { ...autoencoderRun(), runId: 'r3', name: 'Another try' };
const without = { ...autoencoderRun(), runId: 'r4', name: 'No lists', listsSha256: null };

function show(runId: string, language: 'en' | 'ko', body = '<main></main>', profiles: string[] = []) {
  const asked: ReportInput[] = [];
  const runs: readonly Run[] = [first, second, other, without];
  const rendered = renderInWindow(<Route path="/runs/:runId/report" component={ReportScreen} />, {
    language,
    place: `/runs/${runId}/report`,
    answers: ({ datasets, runs: of }) => ({
      datasets: { list: datasets.list.handler(() => [dataset()]) },
      runs: {
        list: of.list.handler(() => [...runs]),
        get: of.get.handler(({ input }) => runs.find((run) => run.runId === input.runId)!),
        report: of.report.handler(({ input }) => {
          asked.push(input);
          const shown = input.examples === 0 ? [] : profiles;
          const drawn = Math.min(shown.length, 3);
          return { title: 'Report', language, pageStyle: '', style: '', body, profiles: shown, drawn };
        }),
      },
    }),
  });
  return { ...rendered, asked };
}

it.each(TRIED_LANGUAGES)(
  'tells what changed since the run before, another one, or leaves it out: %s',
  async (language) => {
    const { user, t, asked } = show('r2', language);
    const since = await screen.findByRole<HTMLSelectElement>('combobox', { name: t('report.since') });
    await expect.poll(() => Array.from(since.options, ({ value }) => value)).toEqual(['', 'none', 'r3']);
    expect(since.selectedOptions[0]!.textContent).toContain('First week');
    await expect.poll(() => asked.at(-1)).not.toHaveProperty('since');
    await user.selectOptions(since, 'r3');
    await expect.poll(() => asked.at(-1)).toMatchObject({ runId: 'r2', since: 'r3' });
    await user.selectOptions(since, t('report.sinceNone'));
    await expect.poll(() => asked.at(-1)).toMatchObject({ runId: 'r2', since: null });
  },
);

it('of a run that was made from no other begins without that page', async () => {
  const { t } = show('r1', 'en');
  const since = await screen.findByRole<HTMLSelectElement>('combobox', { name: t('report.since') });
  await expect.poll(() => Array.from(since.options, ({ value }) => value)).toEqual(['', 'r2', 'r3']);
  expect(since.selectedOptions[0]!.textContent).toBe(t('report.sinceNone'));
});

it.each(TRIED_LANGUAGES)('says how many profiles it names, and of which kinds: %s', async (language) => {
  const five = show('r2', language, undefined, ['1', '2', '3', '4', '5']);
  const { t } = five;
  await screen.findByText(t('report.shownMoved', { count: 5, drawn: 3, moved: 2 }));
  await five.user.click(screen.getByRole('checkbox', { name: t('report.withExamples') }));
  await screen.findByText(t('report.withExamplesHelp', { drawn: 3, moved: 10 }));
  five.unmount();
  show('r1', language, undefined, ['1', '2', '3']);
  expect(await screen.findByText(t('report.shownDrawn', { count: 3 }))).toBeTruthy();
});

it('a link of its contents leads to the part, and the screen stays', async () => {
  const { user, t, place } = show('r2', 'en', '<nav><a href="#part-1">Lists</a></nav><section id="part-1"></section>');
  const preview = await screen.findByRole('region', { name: t('report.preview') });
  const shown = preview.firstElementChild!.shadowRoot!;
  await user.click(shown.querySelector('a')!);
  expect(shown.activeElement?.id).toBe('part-1');
  expect(place()).toBe('/runs/r2/report');
});
