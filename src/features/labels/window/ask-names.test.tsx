// @vitest-environment happy-dom
/** What a board asks once of data that came in first. */
import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AskNames } from './AskNames';
import type { Labels } from '../../../shared/contract/labels';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const CODES = ['K01', 'K02', 'K03', 'K04'];
const named = CODES.map((code) => ({ attribute: 'likes', code, label: `name of ${code}` }));
const [FIRST, SECOND, THIRD] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];

const of = (fingerprint: string) => ({
  ...dataset(),
  fingerprint,
  profileAttributes: [{ name: 'likes', kind: 'set' as const, categories: [...CODES, 'trains'] }],
  itemAttributes: [],
});

afterEach(() => localStorage.clear());

/** Asks of data sets by their labels, in this order. */
function render(saved: Readonly<Record<string, Labels>>) {
  return renderInWindow(
    Object.keys(saved).map((data) => <AskNames key={data} data={data} />),
    {
      answers: ({ datasets, labels }) => ({
        datasets: { list: datasets.list.handler(() => Object.keys(saved).map((data) => of(data))) },
        labels: { get: labels.get.handler(({ input: { data } }) => saved[data]!) },
      }),
    },
  );
}

it('asks for names by three of the codes, and for pictures, until somebody declines', async () => {
  const first = render({ [FIRST]: keptLabels() });
  const { t, user } = first;
  await screen.findByText(new RegExp(t('labels.ask.codes', { codes: 'K01, K02, K03' })));
  for (const name of [t('labels.ask.name'), t('labels.ask.pictures')])
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe('/data/labels');
  await user.click(screen.getByRole('button', { name: t('labels.ask.no') }));
  expect(screen.queryByRole('link')).toBeNull();
  first.unmount();
  render({ [FIRST]: keptLabels(), [SECOND]: keptLabels() });
  await screen.findByRole('link', { name: t('labels.ask.name') });
  expect(screen.getAllByRole('group')).toHaveLength(1);
});

it('asks for what is not there alone, and for nothing where all is', async () => {
  const { t } = render({
    [FIRST]: keptLabels({ entries: named, posters: '/pictures' }),
    [SECOND]: keptLabels({ posters: '/pictures' }),
    [THIRD]: keptLabels({ entries: named }),
  });
  await screen.findByRole('link', { name: t('labels.ask.pictures') });
  await screen.findByRole('link', { name: t('labels.ask.name') });
  expect(screen.getAllByRole('link')).toHaveLength(2);
  expect(screen.getAllByRole('group')).toHaveLength(2);
});
