/** A map without WebGL2, redrawn only when its content changes: moving it would be too slow. */
import { type Inks, type Picture, POINT_STATES, type PointMark, type Points, type Rgb } from './picture';
import { toScreen } from './view';

const css = ([red, green, blue]: Rgb): string =>
  `rgb(${[red, green, blue].map((part) => Math.round(part * 255)).join()})`;

const BLACK = [0, 0, 0] as const;

/** @returns null if nothing can be drawn, as in tests without a browser */
export function plainPicture(canvas: HTMLCanvasElement): Picture | null {
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  let points: Points = { x: new Float32Array(0), y: new Float32Array(0) };
  let codes = new Uint8Array(0);
  let states = new Uint8Array(0);
  let arrows = new Float32Array(0);
  let marks: readonly PointMark[] = [];
  let inks: Inks = { outline: BLACK, dimmed: BLACK, arrow: BLACK };
  return {
    setPoints: (next) => void (points = next),
    setMarks: (nextCodes, nextMarks, nextInks) =>
      void ([codes, marks, inks] = [new Uint8Array(nextCodes), nextMarks, nextInks]),
    setStates: (next) => void (states = new Uint8Array(next)),
    setArrows: (next) => void (arrows = new Float32Array(next)),
    draw(view, size, density, diameter) {
      Object.assign(canvas, { width: Math.round(size.width * density), height: Math.round(size.height * density) });
      pen.scale(density, density);
      const count = Math.min(points.x.length, codes.length, states.length);
      for (const drawsDimmed of [true, false])
        for (let point = 0; point < count; point++) {
          const isDimmed = states[point] === POINT_STATES.dimmed;
          const mark = marks[codes[point]!];
          if (isDimmed !== drawsDimmed || mark === undefined) continue;
          const { x, y } = toScreen(view, size, { x: points.x[point]!, y: points.y[point]! });
          shape(pen, mark.shape, x, y, (isDimmed ? 0.35 : 0.5) * diameter);
          pen.fillStyle = pen.strokeStyle = css(isDimmed ? inks.dimmed : mark.colour);
          pen.globalAlpha = isDimmed ? 0.45 : 0.92;
          if (mark.shape === 'ring') pen.stroke();
          else pen.fill();
          if (isDimmed || mark.shape === 'ring' || diameter < 5) continue;
          pen.globalAlpha = 0.5;
          pen.strokeStyle = css(inks.outline);
          pen.stroke();
        }
      pen.globalAlpha = 0.8;
      pen.strokeStyle = pen.fillStyle = css(inks.arrow);
      pen.lineWidth = 1.4;
      for (let place = 0; place < arrows.length; place += 4) {
        const from = toScreen(view, size, { x: arrows[place]!, y: arrows[place + 1]! });
        const to = toScreen(view, size, { x: arrows[place + 2]!, y: arrows[place + 3]! });
        arrow(pen, from.x, from.y, to.x, to.y);
      }
    },
    dispose: () => undefined,
  };
}

function shape(pen: CanvasRenderingContext2D, name: PointMark['shape'], x: number, y: number, radius: number): void {
  pen.beginPath();
  switch (name) {
    case 'circle':
    case 'ring':
      pen.arc(x, y, radius * (name === 'ring' ? 0.75 : 1), 0, 2 * Math.PI);
      break;
    case 'square':
      pen.rect(x - 0.86 * radius, y - 0.86 * radius, 1.72 * radius, 1.72 * radius);
      break;
    case 'diamond':
      polygon(pen, [x, y - radius, x + radius, y, x, y + radius, x - radius, y]);
      break;
    case 'triangle':
      polygon(pen, [x, y - radius, x + 0.87 * radius, y + 0.72 * radius, x - 0.87 * radius, y + 0.72 * radius]);
  }
}

function polygon(pen: CanvasRenderingContext2D, corners: readonly number[]): void {
  for (let place = 0; place < corners.length; place += 2) pen.lineTo(corners[place]!, corners[place + 1]!);
  pen.closePath();
}

function arrow(pen: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  const angle = Math.atan2(toY - fromY, toX - fromX);
  const head = Math.min(7, 0.6 * Math.hypot(toX - fromX, toY - fromY));
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(toX, toY);
  for (const side of [-0.42, 0.42])
    pen.lineTo(toX - head * Math.cos(angle + side), toY - head * Math.sin(angle + side));
  pen.fill();
}
