/** Colours of the theme as numbers, for what no style reaches: the points of a map. */
import type { Rgb } from './picture';

/**
 * A colour of CSS (a variable of the theme, light-dark(), a colour of the system) as it is where the element stands.
 * @param probe an element that shows nothing and takes the system's colours as they are named
 */
export function readColour(probe: HTMLElement, colour: string): Rgb {
  probe.style.color = '';
  probe.style.color = colour;
  return parseColour(getComputedStyle(probe).color);
}

/** As getComputedStyle writes colours: rgb(1, 2, 3), rgba(1, 2, 3, 0.5) or color(srgb 0.1 0.2 0.3); black for anything else. */
export function parseColour(computed: string): Rgb {
  const numbers = (computed.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []).map(Number);
  const most = computed.startsWith('color(') ? 1 : 255;
  const part = (place: number): number => Math.min(1, Math.max(0, (numbers[place] ?? 0) / most));
  return [part(0), part(1), part(2)];
}
