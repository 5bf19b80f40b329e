/** The board of the week: where it stands, and what each step says. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { OUT } from '../../../../tests/support/window/refreshes';
import { closeWindow, shown, step } from '../../../../tests/support/window/week-window';
import { RUN_NOW, weekBefore, weekNow } from '../../../../tests/support/window/weeks';
import { useSelection } from '../../../renderer/stores/selection';
import { say, textOf } from '../../../shared/words/sentence';

beforeEach(closeWindow);

it.each(['en', 'ko'] as const)(
  'says that what was approved cannot be read, and deletes no model for it: %s',
  async (language) => {
    const said = [say('run.approvals-damaged', { part: say('run.file', { file: 'approvals.json', run: RUN_NOW }) })];
    const { t } = shown({
      language,
      damaged: [{ runId: RUN_NOW, isWhole: true, code: 'bad-data', message: textOf(said, 'en'), said }],
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(t('runs.usesUnreadable'));
    expect(alert.textContent).toContain(textOf(said, language));
    expect(within(alert).queryByRole('button')).toBeNull();
  },
);

// The year is told once the week is of another one than this.
it.each(['en', 'ko'] as const)('stands at the odd lists, which are named by their causes: %s', async (language) => {
  const { t } = shown({ language });
  await screen.findByRole('heading', { level: 1, name: /^(2026년 17주차|Week 17, 2026|17주차|Week 17)$/ });
  const odd = await step(t('week.step.odd'));
  await waitFor(() => expect(odd.dataset['state']).toBe('now'));
  expect(odd.textContent).toContain(t('week.causes', { causes: 1, explained: 7, odd: 7 }));
  const cause = within(odd).getByRole('link', { name: t('checks.names.age') });
  expect(cause.getAttribute('href')).toBe('/review/check=age');
  within(odd).getByRole('button', { name: t('week.review') });
  const came = await step(t('week.step.came'));
  expect(came.textContent).toContain(`42${t('week.newViewings', { count: 42 })}`);
  expect(came.textContent).toContain(t('week.newChildren', { count: 3 }));
  expect((await step(t('week.step.sent'))).dataset['state']).toBe('later');
  // The rest of the window is about this week too, whatever was open before.
  expect(useSelection.getState()).toMatchObject({ dataset: weekNow().data.fingerprint, runId: RUN_NOW });
});

it('tells of the weeks before: what came in, who approved and what was sent', async () => {
  const { t } = shown();
  const table = within(await screen.findByRole('table', { name: t('week.earlier') }));
  const cells = table.getAllByRole('cell').map(({ textContent }) => textContent);
  expect(cells[0]).toBe('160');
  expect(cells[2]).toMatch(/^by Kim, /);
  expect(cells[3]).toMatch(/^lists\.csv, /);
  await screen.findByText(/^Week 16(, 2026)?$/, { selector: 'th' });
});

it('counts what is left once some lists are decided about', async () => {
  const { t } = shown({ decided: 4 });
  const odd = await step(t('week.step.odd'));
  await waitFor(() => expect(odd.textContent).toContain(`3${t('week.undecided', { odd: 7 })}`));
});

it('tells the rail what waits at the odd lists, as the board has it, and nothing once all are decided about', async () => {
  const untouched = shown();
  await screen.findByText('7 waits');
  untouched.unmount();
  const begun = shown({ decided: 4 });
  await screen.findByText('3 waits');
  begun.unmount();
  const { t } = shown({ decided: 7 });
  const approved = await step(t('week.step.approved'));
  await waitFor(() => expect(approved.dataset['state']).toBe('now'));
  screen.getByText('nothing waits');
});

it('says of lists that were sent how many nobody decided about', async () => {
  const sent = { path: OUT, format: 'submission' as const, profiles: 19, sha256: 'e'.repeat(64), by: 'Kim' };
  const { t } = shown({ weeks: [weekNow({ sent: { ...sent, at: '2026-04-27T06:00:00.000Z' } }), weekBefore()] });
  const odd = await step(t('week.step.odd'));
  await waitFor(() => expect(odd.textContent).toContain(`7${t('week.leftUndecided', { odd: 7 })}`));
  screen.getByText('nothing waits');
});

it('leads to a step by its digit', async () => {
  const { user, t } = shown();
  const changed = await step(t('week.step.changed'));
  await user.keyboard('2');
  expect(changed.contains(document.activeElement)).toBe(true);
  expect(document.activeElement?.textContent).toBe(t('week.look'));
  // Where the step waits, to what it asks for, not to one of the causes in it.
  await screen.findByRole('button', { name: t('week.review') });
  await user.keyboard('3');
  expect(document.activeElement?.textContent).toBe(t('week.review'));
});

it('has three steps for data without times', async () => {
  const timeless = weekNow();
  const { t } = shown({ weeks: [{ ...timeless, data: { ...timeless.data, period: null }, added: null }] });
  await screen.findByRole('heading', { level: 1, name: timeless.data.name });
  await step(t('week.step.sent'));
  expect(screen.getAllByRole('listitem').filter((item) => item.dataset['step'] !== undefined)).toHaveLength(3);
});

it('offers the ways to open data where there is none, and beside a week by its address', async () => {
  const first = shown({ empty: true });
  await screen.findByRole('button', { name: new RegExp(first.t('welcome.sample')) });
  first.unmount();
  const { t } = shown({ place: '/week/open' });
  await screen.findByRole('button', { name: new RegExp(t('welcome.sample')) });
  const back = screen.getByRole('link', { name: t('week.backToWeek') });
  act(() => back.click());
  expect((await step(t('week.step.came'))).dataset['state']).toBe('done');
});
