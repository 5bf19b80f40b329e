/** The list that a profile was opened from: what it is called, the way back, and who comes next in it. */
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { Route, useParams } from 'wouter';
import { originOf } from '../../../../renderer/components/origin';
import { useProfileList } from '../../../../renderer/stores/profile-list';
import { keptSegment } from '../../../../../tests/support/window/kept-rows';
import { profileRow } from '../../../../../tests/support/window/records';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';
import { Walk } from './Walk';

const ALL = ['1', '2', '3', '12', '13'];
function Opened(): ReactNode {
  const { profile, from } = useParams<{ profile: string; from?: string }>();
  return (
    <Walk runId="r1" data="d" profile={profile} origin={originOf(from)}>
      {({ around, back, detail, move, step }) => (
        <>
          <button type="button" onClick={() => step('next')}>
            step
          </button>
          <p>{around && `${around.place} of ${around.total}`}</p>
          <p>{detail}</p>
          <a href={back.place}>{back.label}</a>
          {around?.next != null && (
            <button type="button" onClick={() => move(around.next!)}>
              next
            </button>
          )}
        </>
      )}
    </Walk>
  );
}

const renderAt = (place: string) =>
  renderInWindow(
    <Route path="/compare/:profile/:from?">
      <Opened />
    </Route>,
    {
      place,
      answers: ({ profiles, segments, datasets }) => ({
        datasets: { list: datasets.list.handler(() => []) },
        segments: {
          list: segments.list.handler(() => [keptSegment('Odd ones', { filter: { profiles: ['1', '3', '13'] } })]),
        },
        profiles: {
          page: profiles.page.handler(({ input: { filter, around = '', start, end } }) => {
            const list = ALL.filter(
              (id) => (filter?.profiles?.includes(id) ?? true) && id.includes(filter?.text ?? ''),
            );
            const at = list.indexOf(around);
            const first = at < 0 ? start : Math.max(0, at - 1);
            return {
              all: ALL.length,
              total: list.length,
              start: first,
              rows: list.slice(first, at < 0 ? end : at + 2).map(profileRow),
            };
          }),
        },
      }),
    },
  );

it('takes steps that are asked for before the neighbours are read once they are, and ends at the last profile', async () => {
  const { user, place } = renderAt('/compare/1');
  const step = screen.getByRole('button', { name: 'step' });
  for (let press = 0; press < 3; press++) await user.click(step);
  await screen.findByText('3 of 5');
  expect(place()).toBe('/compare/12');
  for (let press = 0; press < 3; press++) await user.click(step);
  await screen.findByText('4 of 5');
  expect(place()).toBe('/compare/13');
});

beforeEach(() => useProfileList.setState({ filter: { text: '2' }, sample: null, place: null }));

it('is all profiles where the address names none, whatever the list of profiles is filtered by', async () => {
  const { t } = renderAt('/compare/3');
  await screen.findByText('2 of 5');
  expect(screen.getByRole('link', { name: t('compare.back') }).getAttribute('href')).toBe('/profiles');
});

it('is the list of profiles as it was left', async () => {
  renderAt('/compare/12/profiles');
  await screen.findByText('1 of 2');
  expect(screen.getByText('“2”')).toBeTruthy();
});

it('is a segment, by its name, and stays one from profile to profile', async () => {
  const { t, user, place } = renderAt('/compare/3/segment;id=s1');
  await screen.findByText('1 of 3');
  expect(screen.getByText(t('compare.from.segment', { name: 'Odd ones' }))).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'next' }));
  expect(place()).toBe('/compare/13/segment;id=s1');
  await screen.findByText('2 of 3');
});

it('is what was searched for', async () => {
  const { t } = renderAt('/compare/1/search;text=1');
  await screen.findByText('0 of 3');
  expect(screen.getByText(t('compare.from.search', { text: '1' }))).toBeTruthy();
});

it.each([
  ['map', '/compare/3/map;list=13,3,1', '/map'],
  ['rules', '/compare/3/rules;list=13,3,1', '/rules'],
  ['changes', '/compare/3/changes;before=a;after=b;list=13,3,1', '/changes/a/b'],
  ['changes', '/compare/3/changes;before=a;after=b;from=export;list=13,3,1', '/changes/a/b/export'],
] as const)('is the profiles of the screen %s, in its order', async (from, at, back) => {
  const { t, user, place } = renderAt(at);
  await screen.findByText('1 of 3');
  expect(screen.getByRole('link', { name: t(`shell.screen.${from}`) }).getAttribute('href')).toBe(back);
  await user.click(screen.getByRole('button', { name: 'next' }));
  expect(place()).toMatch(/^\/compare\/1\//);
});
