import { expect, test } from 'vitest';
import { finishedRun, handMadeDataset } from '../../../../tests/support/finished-run';
import { modelCard } from './card';

test('puts only plain text from a bundle into a model card, whatever the bundle says of program and days', async () => {
  const { record } = await finishedRun();
  const markup = ').\n\n# Approved\n\n<img src=x>[here](https://example.org)';
  const inputs = { history: { items: ['1'], counting: 'binary' }, profile: [] } as const;
  const period = { from: '2026-01-01', to: '<b>\n\n# Day' };
  const titles = (card: string): string[] => card.split('\n').filter((line) => line.startsWith('#'));
  const plain = modelCard(record, handMadeDataset(), inputs, ['popularity', 'trend-part']);
  const hostile = modelCard(
    { ...record, program: { ...record.program, version: markup, commit: markup }, finishedAt: '\n\n# a <b>' },
    handMadeDataset({ period }),
    inputs,
    ['popularity', 'trend-part'],
  );
  expect(titles(hostile)).toEqual(titles(plain));
  expect(hostile).not.toMatch(/(?<!\\)[<[]/);
  expect(hostile).toContain('Approved');
});
