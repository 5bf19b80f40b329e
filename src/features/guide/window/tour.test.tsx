// @vitest-environment happy-dom
/** The tour starts in an empty workspace, has eight steps, can be left, and can be taken again. */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { HelpScreen } from './HelpScreen';
import { Tour } from './Tour';
import { setTour, TOUR_STEPS, usePreferences } from '../../../renderer/stores/preferences';
import { useSelection } from '../../../renderer/stores/selection';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Run } from '../../../shared/contract/run-life';
import { autoencoderRun, dataset, profileRow } from '../../../../tests/support/window/records';
import { type Rendered, renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

beforeEach(() => {
  usePreferences.setState({ tour: 'new' });
  useSelection.setState(useSelection.getInitialState());
});

const begin = (
  datasets: readonly Dataset[],
  place = '/week',
  language: 'en' | 'ko' = 'en',
  runs: readonly Run[] = [autoencoderRun()],
): Rendered =>
  renderInWindow(
    <>
      {/* What the screens would show at each step. */}
      {TOUR_STEPS.map((step) => (
        <button type="button" key={step} data-tour={step}>
          {`target of ${step}`}
        </button>
      ))}
      <main id="content" tabIndex={-1} />
      <Tour />
      <Route path="/help" component={HelpScreen} />
    </>,
    {
      language,
      place,
      answers: (engine) => ({
        datasets: { list: engine.datasets.list.handler(() => [...datasets]) },
        runs: { list: engine.runs.list.handler(() => [...runs]) },
        profiles: {
          page: engine.profiles.page.handler(() => ({
            all: 1,
            total: 1,
            start: 0,
            rows: [profileRow('12')],
          })),
        },
      }),
    },
  );

const tourOf = (): string => usePreferences.getState().tour;

describe('the focus', () => {
  it('returns to its element when the tour ends, or to the screen if that is gone', async () => {
    setTour('export');
    const { user, t } = begin([dataset()], '/export');
    const target = screen.getByText('target of export');
    await screen.findByRole('dialog', { name: t('tour.steps.export.title') });
    act(() => target.focus());
    await user.click(screen.getByRole('button', { name: t('tour.done') }));
    await waitFor(() => expect(document.activeElement).toBe(target));

    act(() => target.blur());
    act(() => setTour('export'));
    await user.click(await screen.findByRole('button', { name: t('tour.done') }));
    await waitFor(() => expect(document.activeElement?.id).toBe('content'));
  });

  it('stays where it is before the tour starts', async () => {
    setTour('left');
    begin([dataset()], '/settings');
    await waitFor(() => expect(document.activeElement).toBe(document.body));
  });
});

describe('the first start', () => {
  it('shows the first step beside the sample, and focuses it', async () => {
    const { t } = begin([]);
    const step = await screen.findByRole('dialog', { name: t('tour.steps.open.title') });
    expect(step.getAttribute('aria-modal')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(step));
  });

  it('shows nothing if there is data, or on another screen', async () => {
    begin([dataset()]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    begin([], '/settings');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(tourOf()).toBe('new');
  });

  it('ends for good with Escape', async () => {
    const { user, t } = begin([]);
    const step = await screen.findByRole('dialog', { name: t('tour.steps.open.title') });
    await waitFor(() => expect(document.activeElement).toBe(step));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(tourOf()).toBe('left');
  });

  it('advances when the sample itself is opened', async () => {
    const { user, t } = begin([]);
    await screen.findByRole('dialog', { name: t('tour.steps.open.title') });
    await user.click(screen.getByText('target of open'));
    await screen.findByRole('dialog', { name: t('tour.steps.data.title') });
    expect(tourOf()).toBe('data');
  });
});

it.each(TRIED_LANGUAGES)('leads through the screens to the end, and back: %s', async (language) => {
  const open = dataset();
  useSelection.setState({ dataset: open.fingerprint });
  setTour('data');
  const { user, t, place } = begin([open], '/data', language);
  const next = (): Promise<void> => user.click(screen.getByRole('button', { name: t('tour.next') }));
  for (const [step, leadsTo] of [
    ['data', '/train'],
    ['train', '/profiles'],
    ['profiles', '/compare/12'],
    ['compare', '/rules'],
    ['rules', '/review'],
    ['review', '/export'],
  ] as const) {
    await screen.findByRole('dialog', { name: t(`tour.steps.${step}.title`) });
    const number = TOUR_STEPS.indexOf(step) + 1;
    expect(screen.getByText(t('tour.step', { number, of: 8 }))).toBeTruthy();
    await next();
    await waitFor(() => expect(place()).toBe(leadsTo));
  }
  await screen.findByRole('dialog', { name: t('tour.steps.export.title') });
  await user.click(screen.getByRole('button', { name: t('tour.back') }));
  await screen.findByRole('dialog', { name: t('tour.steps.review.title') });
  act(() => setTour('export'));
  await user.click(await screen.findByRole('button', { name: t('tour.done') }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(tourOf()).toBe('left');
});

it('waits for a model where the next steps would show nothing', async () => {
  const open = dataset();
  useSelection.setState({ dataset: open.fingerprint });
  setTour('train');
  const { user, t, place } = begin([open], '/train', 'en', []);
  await screen.findByText(t('tour.first.model'));
  await user.click(screen.getByRole('button', { name: t('tour.next') }));
  expect(place()).toBe('/train');
  expect(tourOf()).toBe('train');
});

it('can be taken again from Help', async () => {
  setTour('left');
  const { user, t, place } = begin([dataset()], '/help');
  await user.click(screen.getByRole('button', { name: t('tour.take') }));
  expect(place()).toBe('/week/open');
  await screen.findByRole('dialog', { name: t('tour.steps.open.title') });
});
