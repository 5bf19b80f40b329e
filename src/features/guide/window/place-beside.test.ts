import { expect, test } from 'vitest';
import { placeBeside } from './place-beside';
import type { Anchor } from './use-anchor';

const BOX = { width: 340, height: 160 };
const ROOM = { width: 720, height: 450 };
const at = (left: number, top: number, height = 30, width = 100): Anchor => ({ left, top, width, height });
const place = (anchor: Anchor, ...told: Anchor[]): { left: number; top: number } =>
  placeBeside(anchor, told, BOX, ROOM, 60);

test('goes below its anchor, or above without room below, and never covers it', () => {
  expect(place(at(80, 100))).toEqual({ left: 80, top: 142 });
  expect(place(at(80, 390))).toEqual({ left: 80, top: 218 });
});

test('goes right or left of an anchor that leaves no room above and below', () => {
  expect(place(at(80, 60, 380))).toEqual({ left: 192, top: 60 });
  expect(place(at(600, 60, 380))).toEqual({ left: 248, top: 60 });
});

test('keeps what else it explains uncovered while there is room', () => {
  const button = at(500, 100);
  expect(place(button, at(480, 140, 200, 200))).toEqual({ left: 128, top: 100 });
  // Two columns from edge to edge: at least the anchor stays free.
  expect(place(button, at(60, 0, 450, 660))).toEqual({ left: 372, top: 142 });
});

test('goes into the corner where what it explains stands below its anchor from edge to edge', () => {
  expect(place(at(60, 40, 60, 650), at(60, 110, 100, 650))).toEqual({ left: 372, top: 282 });
});

test('stays inside the window for any anchor', () => {
  expect(place(at(700, 100)).left).toBe(372);
  expect(place(at(-50, 100)).left).toBe(68);
  // No room on any side.
  expect(place(at(80, 60, 380, 600)).top).toBe(282);
  expect(place(at(80, 2000)).top).toBe(282);
});

test('leaves the links of the rail free', () => {
  expect(place(at(0, 100))).toEqual({ left: 68, top: 142 });
});
