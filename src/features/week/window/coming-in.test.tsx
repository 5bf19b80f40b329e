/** What a week does with what comes in: a refresh, what held its lists back, and a model that is worse. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { APRIL, base, exported, OUT, run } from '../../../../tests/support/window/refreshes';
import { closeWindow, shown, step } from '../../../../tests/support/window/week-window';
import { weekBefore, weekNow } from '../../../../tests/support/window/weeks';
import { runNameIn } from '../../../shared/words/run-name';
import { say, textOf } from '../../../shared/words/sentence';
import type { Refresh } from '../../refresh/contract/refresh';

beforeEach(closeWindow);

it('adds what is new, writes no file by itself, and says where nothing came', async () => {
  const { t, user, begun } = shown();
  await user.click(await screen.findByRole('button', { name: t('week.add') }));
  await screen.findByText(t('week.nothingNew'));
  expect(begun).toEqual([{ run: base.run.runId, folder: APRIL, format: 'submission' }]);
});

it('asks where to write first, where a person lets files leave without an approval', async () => {
  const { t, user, begun } = shown({ unattended: { by: 'Kim', at: '2026-04-20T04:00:00.000Z' } });
  await screen.findByText(/Kim/, { selector: '*:not(td)' });
  await user.click(await screen.findByRole('button', { name: t('week.add') }));
  await waitFor(() => expect(begun).toMatchObject([{ out: OUT }]));
});

it('leads to training where nothing was learned yet, and goes on with a refresh that broke off', async () => {
  const first = shown({ weeks: [weekNow({ run: null, refresh: null, added: null })] });
  const link = await screen.findByRole('link', { name: first.t('week.learn') });
  expect(link.getAttribute('href')).toBe('/train');
  first.unmount();
  const refresh = { ...weekNow().refresh!, state: 'begun' as const };
  const { t, user, begun } = shown({ weeks: [weekNow({ run: null, refresh }), weekBefore()] });
  await user.click(await screen.findByRole('button', { name: t('week.goOn') }));
  await waitFor(() =>
    expect(begun).toEqual([
      { run: exported.from.runId, to: exported.from.data, folder: '/data/2026-04', format: 'submission' },
    ]),
  );
});

it.each(['worse', 'not-compared', 'rules', 'failed'] as const)(
  'says why lists of a refresh that ended %s were held back',
  async (state) => {
    const said = say('refresh.checks', { checks: [say('checks.names.age')] });
    const refresh = { ...weekNow().refresh!, state, reason: { message: textOf([said]), said: [said] } };
    const { t } = shown({ weeks: [weekNow({ refresh }), weekBefore()] });
    const changed = await step(t('week.step.changed'));
    await waitFor(() => expect(changed.dataset['state']).toBe('harm'));
    expect(changed.textContent).toContain(textOf([said]));
    within(changed).getByRole('link', { name: t('week.seeChanges') });
    // It may be approved all the same, by a person.
    within(await step(t('week.step.approved'))).getByRole('button', { name: t('week.approve') });
  },
);

const worse: Refresh = {
  ...exported,
  state: 'worse',
  compared: {
    ...exported.compared!,
    verdict: 'worse',
    figures: [{ ...exported.compared!.figures[0]!, now: 0.35, mean: -0.05, low: -0.06, high: -0.04 }],
  },
  export: null,
};
const worseWeek = weekNow({ refresh: { ...weekNow().refresh!, state: 'worse', compared: worse.compared } });

it.each(['en', 'ko'] as const)(
  'warns of a worse model on the board and where it is approved, and keeps the one of last week by one press: %s',
  async (language) => {
    const { t, user, chosen } = shown({
      language,
      weeks: [worseWeek, weekBefore()],
      refreshes: [worse],
    });
    const before = { run: runNameIn(run.name, t, language) };
    const keep = t('refresh.keep', before);
    const changed = await step(t('week.step.changed'));
    await within(changed).findByRole('button', { name: keep });
    expect(changed.textContent).toContain(t('week.model.worse', before));
    const approved = await step(t('week.step.approved'));
    await user.click(within(approved).getByRole('button', { name: t('week.approve') }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(t('refresh.keepHelp', before));
    await user.click(within(dialog).getByRole('button', { name: keep }));
    await waitFor(() => expect(chosen).toEqual([{ runId: run.runId, chosen: true }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
);
