/** A bundle with data and one without are told apart by the names that are proposed for them. */
import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { today } from '../../../shared/values/day';
import { useBundle } from './use-bundle';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

function Buttons(): ReactNode {
  const save = useBundle(autoencoderRun());
  return [false, true].map((withData) => (
    <button key={String(withData)} type="button" onClick={() => void save(withData)}>
      {withData ? 'with' : 'without'}
    </button>
  ));
}

it('names the bundle that holds histories', async () => {
  const asked: string[] = [];
  const { user } = renderInWindow(<Buttons />, {
    shell: ({ user: asks }) => ({
      user: {
        pickSaveFile: asks.pickSaveFile.handler(({ input }) => {
          asked.push(input.suggestedName);
          return null;
        }),
      },
    }),
  });
  await user.click(screen.getByText('without'));
  await user.click(screen.getByText('with'));
  const { name, dataset } = autoencoderRun();
  const of = `${dataset.name} - ${name}`;
  await waitFor(() =>
    expect(asked).toEqual([`${of} - ${today()}.shelfwise`, `${of} - with data - ${today()}.shelfwise`]),
  );
});
