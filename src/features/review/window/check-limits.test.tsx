/** A stricter limit is looked at before it is used. The limit of a check is taken with Enter, soon after a step of the arrows, and as its field is left. */
import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useEngine } from '../../../renderer/connection/engine-context';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import type { CheckMode } from '../contract/check-table';
import type { CheckReport } from '../contract/checks';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { ChecksPane } from './ChecksPane';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const data = dataset();
const CHECK: CheckReport['checks'][number] = {
  id: 'series',
  name: null,
  mode: 'on',
  limit: null,
  notApplicable: null,
  count: 12,
  undecided: 12,
  stricter: null,
  commonest: null,
  profiles: [],
};

function Pane(): ReactNode {
  const report = useQuery(useEngine().queries.checks.run.queryOptions({ input: { runId: 'r1' } }));
  return <ChecksPane dataset={data} report={report} />;
}

function renderLimit(found: Partial<typeof CHECK> = {}, language: 'en' | 'ko' = 'en') {
  const asked: unknown[] = [];
  let limit = 8;
  let mode: CheckMode = 'on';
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <Pane />
    </>,
    {
      language,
      answers: ({ checks, runs }) => ({
        runs: { list: runs.list.handler(() => []) },
        checks: {
          run: checks.run.handler(() => ({
            runId: 'r1',
            date: '2026-12-24',
            since: null,
            lists: 60,
            ordered: [],
            checks: [{ ...CHECK, ...found, limit, mode, ...(limit !== 8 && { count: 4 }) }],
            stopped: [],
          })),
          settings: checks.settings.handler(
            () => ({ settings: [], own: [], confirmed: [], revision: asked.length + 1, changedAt: null }) as never,
          ),
          set: checks.set.handler(({ input }) => {
            asked.push(input.settings);
            limit = input.settings![0]!.limit ?? limit;
            mode = input.settings![0]!.mode ?? mode;
            return { settings: [], own: [], confirmed: [], revision: asked.length + 1, changedAt: null } as never;
          }),
        },
      }),
    },
  );
  return { ...rendered, asked };
}

it.each(['Enter', 'Tab'] as const)('asks once for what was typed: %s', async (key) => {
  const { t, user, asked } = renderLimit();
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: t('checks.limits.series') });
  await user.clear(field);
  await user.type(field, '9');
  expect(asked).toEqual([]);
  await user.keyboard(`{${key}}`);
  await waitFor(() => expect(asked).toEqual([[{ id: 'series', limit: 9 }]]));
  if (key === 'Enter') expect(document.activeElement).toBe(field);
  await screen.findByRole('button', { name: t('versions.undo') });
  await user.tab();
  expect(asked).toHaveLength(1);
  expect(field.value).toBe('9');
});

it('asks once for several steps of the arrows, without leaving the field', async () => {
  const { t, user, asked } = renderLimit();
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: t('checks.limits.series') });
  await user.click(field);
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{ArrowUp}');
  await waitFor(() => expect(asked).toEqual([[{ id: 'series', limit: 10 }]]));
  expect(document.activeElement).toBe(field);
});

it('shows which lists a stricter limit would still flag and which not, before it is used; then it can be undone', async () => {
  const profiles = Array.from({ length: 12 }, (_, at) => `p${at + 1}`);
  const stricter = { limit: 9, count: 2, profiles: ['p3', 'p5'] };
  const { t, user, asked } = renderLimit({ profiles, stricter });
  await user.click(await screen.findByRole('button', { name: t('checks.limitShow') }));
  const links = (): string[] => screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(links()).toEqual(['p3', 'p5', 'p1', 'p2', 'p4', 'p6', 'p7', 'p8', 'p9', 'p10']);
  screen.getByText((text) => text.startsWith(t('checks.limit.stay', { count: 2 })));
  screen.getByText((text) => text.startsWith(t('checks.limit.leave', { count: 10 })));
  expect(screen.getByRole('link', { name: t('checks.listOf', { profile: 'p1' }) }).getAttribute('href')).toMatch(
    /compare\/p1\/review;check=series$/,
  );
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: t('checks.useLimit', { limit: 9 }) }));
  await waitFor(() => expect(asked).toEqual([[{ id: 'series', limit: 9 }]]));
  await user.click(await screen.findByRole('button', { name: t('versions.undo') }));
  await waitFor(() => expect(asked[1]).toEqual([{ id: 'series', limit: 8 }]));
});

it('keeps the number that a check found before its limit was changed', async () => {
  const { t, user } = renderLimit();
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: t('checks.limits.series') });
  await user.clear(field);
  await user.type(field, '9{Enter}');
  await screen.findByText('12 → 4');
  await user.click(await screen.findByRole('button', { name: t('versions.undo') }));
  await screen.findByText('12');
  expect(screen.queryByText('12 → 4')).toBeNull();
});

it.each(TRIED_LANGUAGES)('undoes the mode of a check: %s', async (language) => {
  const { t, user, asked } = renderLimit({}, language);
  await user.click(await screen.findByRole('radio', { name: t('checks.modes.off') }));
  const name = t('checks.names.series');
  await screen.findByText(t('checks.modeSet', { check: name, mode: t('checks.modes.off') }));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await waitFor(() => expect(asked).toEqual([[{ id: 'series', mode: 'off' }], [{ id: 'series', mode: 'on' }]]));
});
