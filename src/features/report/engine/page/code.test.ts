import { decodeQR } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { SIGNED_HEAD } from '../../../../../tests/support/window/signed-head';
import { qrCode } from './code';

/** What a camera sees of the drawing, four pixels a module. */
function photographed(svg: string): { width: number; height: number; data: Uint8ClampedArray } {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const scale = 4;
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < scale; column++) {
        const pixel = (Number(y) * scale + row) * width + Number(x) * scale + column;
        data.fill(0, pixel * 4, pixel * 4 + 3);
      }
  return { width, height: width, data };
}

it('is read as the very text that was drawn, dash and line breaks too', () => {
  const { text } = qrCode(SIGNED_HEAD.text, 'Code');
  expect(decodeQR(photographed(text))).toBe(SIGNED_HEAD.text);
});
