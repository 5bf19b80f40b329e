/**
 * Draws a map with WebGL2. Data goes to the graphics card when it changes, not per frame: moving the map sends a few
 * numbers. A lost context (driver restart, too many contexts) is rebuilt from the data kept here.
 */
import { type Inks, MOST_MARKS, type Picture, POINT_SHAPES, type PointMark } from './picture';
import { ARROW_CORNERS, ARROW_FRAGMENT, ARROW_VERTEX, POINT_FRAGMENT, POINT_VERTEX } from './shaders';
import type { Size, View } from './view';

interface Held {
  places: Float32Array;
  codes: Uint8Array;
  states: Uint8Array;
  arrows: Float32Array;
  marks: Float32Array;
  inks: Inks;
}

const BLACK = [0, 0, 0] as const;

/** @returns null without WebGL2; @param onRestored called when a lost context is back and needs drawing */
export function webglPicture(canvas: HTMLCanvasElement, onRestored: () => void): Picture | null {
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false });
  if (gl === null) return null;
  const held: Held = {
    places: new Float32Array(0),
    codes: new Uint8Array(0),
    states: new Uint8Array(0),
    arrows: new Float32Array(0),
    marks: new Float32Array(MOST_MARKS * 4),
    inks: { outline: BLACK, dimmed: BLACK, arrow: BLACK },
  };
  let card = startCard(gl);
  if (card === null) return null;
  const lose = (event: Event): void => {
    // Without this the context does not come back.
    event.preventDefault();
    card = null;
  };
  const restore = (): void => {
    card = startCard(gl);
    for (const name of ['places', 'codes', 'states', 'arrows'] as const) card?.send(name, held[name]);
    onRestored();
  };
  canvas.addEventListener('webglcontextlost', lose);
  canvas.addEventListener('webglcontextrestored', restore);
  const keep = <Name extends 'places' | 'codes' | 'states' | 'arrows'>(name: Name, data: Held[Name]): void => {
    held[name] = data;
    card?.send(name, data);
  };
  return {
    setPoints({ x, y }) {
      const places = new Float32Array(x.length * 2);
      for (let point = 0; point < x.length; point++) places.set([x[point]!, y[point]!], point * 2);
      keep('places', places);
    },
    setMarks(codes, marks, inks) {
      held.marks = tableOf(marks);
      held.inks = inks;
      keep('codes', codes);
    },
    setStates: (states) => keep('states', states),
    setArrows: (arrows) => keep('arrows', arrows),
    draw(view, size, density, diameter) {
      const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      card?.draw(held, view, size, density, diameter);
    },
    dispose() {
      canvas.removeEventListener('webglcontextlost', lose);
      canvas.removeEventListener('webglcontextrestored', restore);
      card?.release();
    },
  };
}

/** Colour and shape of each mark, four numbers per mark. */
function tableOf(marks: readonly PointMark[]): Float32Array {
  const table = new Float32Array(MOST_MARKS * 4);
  marks
    .slice(0, MOST_MARKS)
    .forEach(({ colour, shape }, place) => table.set([...colour, POINT_SHAPES.indexOf(shape)], place * 4));
  return table;
}

type BufferName = 'places' | 'codes' | 'states' | 'arrows';

interface Card {
  send(name: BufferName, data: Float32Array | Uint8Array): void;
  draw(held: Held, view: View, size: Size, density: number, diameter: number): void;
  release(): void;
}

/** Programs and buffers of one context; null if the card rejects them. */
function startCard(gl: WebGL2RenderingContext): Card | null {
  const points = linked(gl, POINT_VERTEX, POINT_FRAGMENT, ['aPlace', 'aCode', 'aState']);
  const arrows = linked(gl, ARROW_VERTEX, ARROW_FRAGMENT, ['aArrow']);
  if (points === null || arrows === null) return null;
  const buffers = {
    places: gl.createBuffer(),
    codes: gl.createBuffer(),
    states: gl.createBuffer(),
    arrows: gl.createBuffer(),
  };
  const attribute = (place: number, name: BufferName, numbers: number, type: number): void => {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffers[name]);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, numbers, type, false, 0, 0);
  };
  const ofPoints = gl.createVertexArray();
  gl.bindVertexArray(ofPoints);
  attribute(0, 'places', 2, gl.FLOAT);
  attribute(1, 'codes', 1, gl.UNSIGNED_BYTE);
  attribute(2, 'states', 1, gl.UNSIGNED_BYTE);
  const ofArrows = gl.createVertexArray();
  gl.bindVertexArray(ofArrows);
  attribute(0, 'arrows', 4, gl.FLOAT);
  gl.vertexAttribDivisor(0, 1);
  gl.bindVertexArray(null);
  return {
    send(name, data) {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffers[name]);
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    },
    draw({ places, codes, states, arrows: drawn, marks, inks }, view, size, density, diameter) {
      gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      const scale = [(2 * view.scale) / size.width, (2 * view.scale) / size.height] as const;
      const aim = (program: WebGLProgram): void => {
        gl.useProgram(program);
        gl.uniform2f(gl.getUniformLocation(program, 'uMiddle'), view.x, view.y);
        gl.uniform2f(gl.getUniformLocation(program, 'uScale'), ...scale);
      };
      // Data arrives in several steps: draws only points for which all of it is there.
      const count = Math.min(places.length / 2, codes.length, states.length);
      aim(points);
      const of = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(points, name);
      gl.uniform4fv(of('uMarks'), marks);
      gl.uniform1f(of('uDiameter'), diameter * density);
      gl.uniform3f(of('uDimmed'), ...inks.dimmed);
      gl.uniform3f(of('uOutline'), ...inks.outline);
      gl.bindVertexArray(ofPoints);
      for (const pass of states.includes(1) ? [0, 1] : [1]) {
        gl.uniform1f(of('uPass'), pass);
        gl.drawArrays(gl.POINTS, 0, count);
      }
      if (drawn.length > 0) {
        aim(arrows);
        gl.uniform2f(gl.getUniformLocation(arrows, 'uPixel'), 2 / gl.drawingBufferWidth, 2 / gl.drawingBufferHeight);
        gl.uniform1f(gl.getUniformLocation(arrows, 'uDensity'), density);
        gl.uniform3f(gl.getUniformLocation(arrows, 'uColour'), ...inks.arrow);
        gl.bindVertexArray(ofArrows);
        gl.drawArraysInstanced(gl.TRIANGLES, 0, ARROW_CORNERS, drawn.length / 4);
      }
      gl.bindVertexArray(null);
    },
    release() {
      for (const buffer of Object.values(buffers)) gl.deleteBuffer(buffer);
      for (const arrays of [ofPoints, ofArrows]) gl.deleteVertexArray(arrays);
      for (const program of [points, arrows]) gl.deleteProgram(program);
    },
  };
}

/** @param attributes in the order of their locations */
function linked(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
  attributes: readonly string[],
): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    // The shader lives as long as its program.
    gl.deleteShader(shader);
  }
  attributes.forEach((name, place) => gl.bindAttribLocation(program, place, name));
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) === true ? program : null;
}
