/** An address of a profile that is not in the data. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Route } from 'wouter';
import { ShelfwiseError } from '../../../shared/errors';
import { useSelection } from '../../../renderer/stores/selection';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { compareScreen } from '../contract/screens';
import { CompareScreen } from './CompareScreen';

it.each(['en', 'ko'] as const)(
  'says so, offers only the way to the profiles, and keeps its keys to itself: %s',
  async (language) => {
    const run = autoencoderRun();
    useSelection.setState({ dataset: run.dataset.fingerprint, runId: run.runId });
    const { user, t, place } = renderInWindow(<Route path={compareScreen.path} component={CompareScreen} />, {
      place: '/compare/9999',
      language,
      answers: ({ runs, datasets, profiles }) => ({
        runs: { list: runs.list.handler(() => [run]) },
        datasets: { list: datasets.list.handler(() => [dataset()]) },
        profiles: {
          open: profiles.open.handler(() => {
            throw new ShelfwiseError('not-found', 'There is no child 9999.');
          }),
        },
      }),
    });
    await screen.findByRole('heading', { level: 1, name: t('compare.missingTitle', { profile: '9999' }) });
    const offered = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(offered.filter((text) => text !== '')).toEqual([t('compare.chooseAction')]);
    await user.click(screen.getByRole('button', { name: t('compare.chooseAction') }));
    expect(place()).toBe('/profiles');
  },
);
