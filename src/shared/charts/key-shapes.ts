/** Draws marks in the key of a chart, each as in the chart, because not everyone can tell colours apart. */
import type { Mark } from './drawing';

const FIRST = 'var(--shelfwise-line-1)';
const OTHER = 'var(--shelfwise-line-2)';

/** Size in pixels of a mark's picture. */
export const KEY_SIZE = { width: 22, height: 12 } as const;

/** SVG elements with their attributes, in SVG spelling. */
export const KEY_SHAPES: Readonly<
  Record<Mark, readonly (readonly [name: string, attributes: Record<string, string>])[]>
> = {
  bar: [['rect', { x: '7', y: '1', width: '8', height: '10', fill: FIRST }]],
  'other-bar': [['rect', { x: '7', y: '1', width: '8', height: '10', fill: OTHER }]],
  hollow: [['rect', { x: '7', y: '1.5', width: '8', height: '9', fill: 'none', stroke: OTHER, 'stroke-width': '1.5' }]],
  dot: [['circle', { cx: '11', cy: '6', r: '4', fill: FIRST }]],
  'other-dot': [['circle', { cx: '11', cy: '6', r: '4.5', fill: OTHER }]],
  ring: [['circle', { cx: '11', cy: '6', r: '4.5', fill: 'none', stroke: OTHER, 'stroke-width': '2' }]],
  interval: [
    ['line', { x1: '0', x2: '22', y1: '6', y2: '6', stroke: FIRST, 'stroke-width': '2' }],
    ['circle', { cx: '11', cy: '6', r: '4', fill: FIRST }],
  ],
  line: [
    ['line', { x1: '11', x2: '11', y1: '0', y2: '12', stroke: 'var(--mantine-color-text)', 'stroke-dasharray': '3 3' }],
  ],
};
