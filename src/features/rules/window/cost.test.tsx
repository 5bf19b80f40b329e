/** What rules do to the score reads as the figures before and after do. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { Cost } from './Cost';

const SURE = { low: -0.02, high: -0.004, profiles: 60, isCertain: true };

it.each([
  [
    'a fall',
    { ...SURE, mean: -0.01, before: 0.4, after: 0.39 },
    /^surely worse: 0\.4000 → 0\.3900 \(−0\.0100; 95% interval −0\.0200 to −0\.0040\)$/,
  ],
  [
    'a rise',
    { ...SURE, mean: 0.01, low: 0.004, high: 0.02, before: 0.39, after: 0.4 },
    /^surely better: 0\.3900 → 0\.4000 \(\+0\.0100;/,
  ],
  [
    'a rise that may be chance',
    { mean: 0.001, low: -0.003, high: 0.007, profiles: 60, isCertain: false, before: 0.3963, after: 0.3973 },
    /^about the same: 0\.3963 → 0\.3973 \(\+0\.0010; 95% interval −0\.0030 to \+0\.0070\)$/,
  ],
])('tells %s', (_, cost, words) => {
  renderInWindow(
    <p>
      <Cost cost={cost} />
    </p>,
  );
  expect(screen.getByText(words)).toBeTruthy();
});
