/** What is compared: two runs, an export, what a saved tuning makes, one run under two choices of rules. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { besideOf, CHANGES, renderChanges } from '../../../../tests/support/window/changes-window';
import { popularityRun } from '../../../../tests/support/window/records';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import type { Texts } from '../../../../tests/e2e/support/texts';
import type { KeptTuning } from '../../../shared/contract/kept';
import type { Run } from '../../../shared/contract/run-life';
import type { RuleHistory } from '../../../shared/contract/rule-answers';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { today } from '../../../shared/values/day';
import { createFormat } from '../../../shared/words/format';

it('tells two runs of one name apart by when they were trained, and an export by when it was written', async () => {
  const { t } = renderChanges(CHANGES, 'en', [
    { ...popularityRun(), runId: 'rone', name: 'Weekly', createdAt: '2026-04-20T04:00:00.000Z' },
    { ...popularityRun(), runId: 'rtwo', name: 'Weekly', createdAt: '2026-04-27T04:00:00.000Z' },
  ]);
  const { moment } = createFormat('en');
  for (const [place, trained] of [
    ['before', '2026-04-20T04:00:00.000Z'],
    ['after', '2026-04-27T04:00:00.000Z'],
  ] as const)
    await screen.findByRole('combobox', {
      name: `${t(`changes.side.${place}`)}: ${t('common.trainedAt', { name: 'Weekly', moment: moment(trained) })}`,
    });
  const exported = t('changes.ofExport', {
    moment: moment('2026-04-28T05:00:00.000Z'),
    format: t('exporting.formats.csv'),
  });
  expect(screen.getAllByRole('option', { name: exported })).toHaveLength(2);
});

it.each(TRIED_LANGUAGES)('compares an export of either run, each file once: %s', async (language) => {
  const { user, t, asked, place } = renderChanges(CHANGES, language);
  const before = await screen.findByRole('combobox', { name: new RegExp(`^${t('changes.side.before')}`) });
  await expect.poll(() => within(before).getAllByRole('option').length).toBe(3);
  await user.selectOptions(before, within(before).getAllByRole('option')[2]!);
  const hash = 'b'.repeat(16);
  await expect.poll(place).toBe(`/changes/rone@${hash}/rtwo`);
  await expect
    .poll(() => asked)
    .toContainEqual({ before: { runId: 'rone', exported: hash }, after: { runId: 'rtwo' } });
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(decodeURIComponent(place())).toContain(`before=rone@${hash}`);
});

const RUNS = ['rone', 'rtwo'].map((runId): Run => ({ ...popularityRun(), runId, name: runId }));
const LOUDER: KeptTuning = {
  id: 'ab12cd34ef56',
  name: 'Louder',
  revision: 2,
  changedAt: '2026-04-28T05:00:00.000Z',
  tuning: { ...NEUTRAL_TUNING, hidden: 0.5 },
  runId: 'rone',
};
const chooserOf = (of: 'before' | 'after', t: Texts): Promise<HTMLElement> =>
  screen.findByRole('combobox', { name: new RegExp(`^${t(`changes.side.${of}`)}`) });

it.each([
  ['en', 'before'],
  ['ko', 'after'],
] as const)('compares what a saved tuning makes, by an address that opens again: %s, %s', async (language, of) => {
  const { user, t, asked, place } = renderChanges(CHANGES, language, RUNS, '/changes/rone/rtwo/export', {
    tunings: [LOUDER],
  });
  const named = { name: t('changes.nowTuned', { name: 'Louder' }) };
  const chooser = await chooserOf(of, t);
  await within(chooser).findByRole('option', named);
  await user.selectOptions(chooser, within(chooser).getByRole('option', named));
  const runId = of === 'before' ? 'rone' : 'rtwo';
  const tuned = `${runId}~ab12cd34ef56`;
  await expect.poll(place).toBe(of === 'before' ? `/changes/${tuned}/rtwo/export` : `/changes/rone/${tuned}/export`);
  // The engine is sent the tuning itself, and the run whose directions it may name.
  await expect
    .poll(() => asked)
    .toContainEqual({
      before: { runId: 'rone' },
      after: { runId: 'rtwo' },
      [of]: { runId, tuning: LOUDER.tuning, madeOn: 'rone' },
    });
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(decodeURIComponent(place())).toContain(`${of}=${tuned}`);
});

it.each(TRIED_LANGUAGES)('says that a tuning of the address is not saved, and asks nothing: %s', async (language) => {
  const { user, t, asked, place } = renderChanges(CHANGES, language, RUNS, '/changes/rone/rtwo~000000000000', {
    tunings: [LOUDER],
  });
  await screen.findByText(t('changes.tuningGone'));
  expect(asked).toEqual([]);
  const chooser = await chooserOf('after', t);
  expect(within(chooser).getByRole<HTMLOptionElement>('option', { name: t('changes.nowTunedGone') }).selected).toBe(
    true,
  );
  await user.selectOptions(chooser, t('changes.now'));
  await screen.findByRole('heading', { name: t('changes.summary', { changed: '7', profiles: '20' }) });
  expect(place()).toBe('/changes/rone/rtwo');
});

it('compares one run under two choices of rules, beside a tuning', async () => {
  const version = (revision: number, current: boolean): RuleHistory['versions'][number] => ({
    revision,
    changedAt: `2026-04-0${revision}T05:00:00.000Z`,
    current,
    rules: revision,
    on: 1,
    rulesSha256: 'a',
  });
  const { user, t, asked, place } = renderChanges(CHANGES, 'en', RUNS, '/changes/rone~ab12cd34ef56!2/rone', {
    tunings: [LOUDER],
    rules: { revision: 3, versions: [version(3, true), version(2, false), version(1, false)] },
  });
  const before = await screen.findByRole('combobox', { name: t('changes.rules.before') });
  const tuned = { runId: 'rone', tuning: LOUDER.tuning, madeOn: 'rone' };
  await expect
    .poll(() => asked)
    .toContainEqual({ before: { ...tuned, rules: { revision: 2 } }, after: { runId: 'rone' } });
  const names = within(before)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  const saved = (revision: number): string =>
    t('changes.rulesOf', {
      moment: createFormat('en').moment(`2026-04-0${revision}T05:00:00.000Z`),
      rules: t('rules.version', { count: revision, on: 1 }),
    });
  expect(names).toEqual([t('changes.rulesNow'), t('changes.rulesNone'), saved(2), saved(1)]);
  const dayOf = (of: 'before' | 'after'): HTMLElement =>
    screen.getByRole('textbox', { name: t(`changes.rulesDay.${of}`) });
  await user.clear(dayOf('before'));
  await user.type(dayOf('before'), '2026-12-14');
  await expect.poll(place).toBe('/changes/rone~ab12cd34ef56!2.2026-12-14/rone');
  await user.clear(dayOf('after'));
  await user.type(dayOf('after'), '2026-12-14');
  await expect.poll(place).toBe('/changes/rone~ab12cd34ef56!2.2026-12-14/rone!3.2026-12-14');
  const day = { date: '2026-12-14' };
  await expect
    .poll(() => asked)
    .toContainEqual({
      before: { ...tuned, rules: { revision: 2, ...day } },
      after: { runId: 'rone', rules: { revision: 3, ...day } },
    });
  for (const of of ['before', 'after'] as const) {
    await user.clear(dayOf(of));
    await user.type(dayOf(of), today());
  }
  // Those that count, as today: what the next export has.
  await expect.poll(place).toBe('/changes/rone~ab12cd34ef56!2/rone');
  await user.selectOptions(before, t('changes.rulesNone'));
  await expect.poll(place).toBe('/changes/rone~ab12cd34ef56!none/rone');
  await expect.poll(() => asked).toContainEqual({ before: { ...tuned, rules: 'none' }, after: { runId: 'rone' } });
  // Only lists that would be exported as they are can be approved.
  expect(screen.queryByRole('button', { name: t('checks.approve') })).toBeTruthy();
  await user.selectOptions(await screen.findByRole('combobox', { name: t('changes.rules.after') }), saved(1));
  await expect.poll(place).toBe('/changes/rone~ab12cd34ef56!none/rone!1');
  await expect.poll(() => screen.queryByRole('button', { name: t('checks.approve') })).toBeNull();
});
