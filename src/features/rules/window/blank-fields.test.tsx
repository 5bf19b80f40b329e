/** The fields of a blank in a rule's sentence, by the keyboard: Enter takes what was found, never the rule around it. */
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FOUND, pin, SERIES, writeSentence } from '../../../../tests/support/window/sentence-editor';

it('takes the title that was found with Enter, and does not add the rule meanwhile', async () => {
  const { user, t, taken } = writeSentence('en', pin);
  await user.click(screen.getByRole('button', { name: /Heron Hill/ }));
  const field = screen.getByPlaceholderText(t('rules.findTitles'));
  await user.type(field, 'nothing of that name{Enter}');
  expect(taken).toEqual([]);
  await user.clear(field);
  await user.type(field, 'otter');
  await screen.findByRole('option', { name: FOUND.title });
  await user.keyboard('{Enter}');
  expect(taken).toEqual([]);
  expect((field as HTMLInputElement).value).toBe('');
  await screen.findByRole('button', { name: new RegExp(FOUND.title) });
  await user.keyboard('{Enter}');
  expect(taken).toEqual([]);
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toMatchObject([{ titles: { ids: ['9', '12'] } }]);
});

it('opens a closed list of choices with Enter, and closes the fields from a text', async () => {
  const { user, t, taken } = writeSentence('en', pin);
  await user.click(screen.getByRole('button', { name: new RegExp(`^${t('rules.profiles')}`) }));
  const attribute = screen.getByRole('combobox', { name: t('rules.addAttribute') });
  act(() => attribute.focus());
  await user.keyboard('{Escape}{Enter}');
  await screen.findByRole('option', { name: 'Sex' });
  await user.click(screen.getByRole('button', { name: /Heron Hill/ }));
  await user.type(await screen.findByRole('textbox', { name: t('rules.text') }), 'otter{Enter}');
  await waitFor(() => expect(screen.queryByPlaceholderText(t('rules.findTitles'))).toBeNull());
  expect(taken).toEqual([]);
});

it('keeps the fields open on Enter in a day that is incomplete, and closes them on one that is whole', async () => {
  const { user, t, taken } = writeSentence('en', pin);
  await user.click(screen.getByRole('button', { name: new RegExp(`^${t('rules.days')}`) }));
  const until = screen.getByRole('textbox', { name: t('rules.until') });
  await user.type(until, '2027-02{Enter}');
  expect(screen.queryByRole('textbox', { name: t('rules.until') })).toBeTruthy();
  await user.type(until, '-28{Enter}');
  expect(screen.queryByRole('textbox', { name: t('rules.until') })).toBeNull();
  expect(taken).toEqual([]);
});

it('takes the value and the series that were found with Enter, never the rule around them', async () => {
  const { user, t, taken } = writeSentence('en', pin);
  await user.click(screen.getByRole('button', { name: new RegExp(`^${t('rules.profiles')}`) }));
  await user.click(screen.getByRole('combobox', { name: t('rules.addAttribute') }));
  await user.click(await screen.findByRole('option', { name: 'Sex' }));
  await user.type(screen.getByRole('combobox', { name: t('rules.values', { name: 'Sex' }) }), 'no such value{Enter}');
  expect(taken).toEqual([]);
  const values = screen.getByRole('combobox', { name: t('rules.values', { name: 'Sex' }) });
  await user.clear(values);
  await user.type(values, 'gir{Enter}');
  await user.click(screen.getByRole('button', { name: /Heron Hill/ }));
  const series = screen.getByRole('combobox', { name: t('rules.series') });
  await user.type(series, 'heron');
  await screen.findByRole('option', { name: SERIES.name });
  await user.keyboard('{Enter}');
  await user.type(series, 'Otters, of next week{Enter}');
  expect(taken).toEqual([]);
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toMatchObject([
    { profiles: { attributes: { sex: ['F'] } }, titles: { series: [SERIES.name, 'Otters, of next week'] } },
  ]);
});
