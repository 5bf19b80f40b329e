import { expect, test } from 'vitest';
import { placeBeside } from './place-beside';

const BOX = { width: 340, height: 160 };
const ROOM = { width: 720, height: 450 };
const at = (left: number, top: number, height = 30): { left: number; top: number; width: number; height: number } => ({
  left,
  top,
  width: 100,
  height,
});

test('it goes below what it speaks of, above where there is no room, and never covers it then', () => {
  expect(placeBeside(at(80, 100), BOX, ROOM, 60)).toEqual({ left: 80, top: 142 });
  expect(placeBeside(at(80, 390), BOX, ROOM, 60)).toEqual({ left: 80, top: 218 });
});

test('it stays within the window, whatever it speaks of', () => {
  expect(placeBeside(at(700, 100), BOX, ROOM, 60).left).toBe(372);
  expect(placeBeside(at(-50, 100), BOX, ROOM, 60).left).toBe(68);
  // Neither above nor below.
  expect(placeBeside(at(80, 60, 380), BOX, ROOM, 60).top).toBe(282);
  expect(placeBeside(at(80, 2000), BOX, ROOM, 60).top).toBe(282);
});

test('it leaves the links of the rail free', () => {
  expect(placeBeside(at(0, 100), BOX, ROOM, 60)).toEqual({ left: 68, top: 142 });
});
