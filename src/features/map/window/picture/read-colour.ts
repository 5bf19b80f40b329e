/** Theme colours as numbers, for the points of a map, which CSS cannot style. */
import type { Rgb } from './picture';

/**
 * Resolves a CSS colour (theme variable, light-dark(), system colour) at the element.
 * @param probe an invisible element that takes system colours by name
 */
export function readColour(probe: HTMLElement, colour: string): Rgb {
  probe.style.color = '';
  probe.style.color = colour;
  return parseColour(getComputedStyle(probe).color);
}

/**
 * Parses the output of getComputedStyle: rgb(1, 2, 3), rgba(1, 2, 3, 0.5) or color(srgb 0.1 0.2 0.3). Anything else is
 * black.
 */
export function parseColour(computed: string): Rgb {
  const numbers = (computed.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []).map(Number);
  const most = computed.startsWith('color(') ? 1 : 255;
  const part = (place: number): number => Math.min(1, Math.max(0, (numbers[place] ?? 0) / most));
  return [part(0), part(1), part(2)];
}
