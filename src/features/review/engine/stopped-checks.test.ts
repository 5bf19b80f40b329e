import { expect, it } from 'vitest';
import { say, textOf } from '../../../shared/words/sentence';
import type { CheckReport } from '../contract/checks';
import { namesOfStopped } from './stopped-checks';

it('are called as Review calls them, and a check of a curator as that curator did', () => {
  const own = { id: 'own-1', name: 'Too loud' } as unknown as CheckReport['checks'][number];
  const said = say('refresh.checks', { checks: namesOfStopped({ checks: [own], stopped: ['age', 'own-1'] }) });
  expect(textOf([said], 'en')).toContain('Not for this age, Too loud');
  expect(textOf([said], 'ko')).toContain('나이에 안 맞음, Too loud');
});
