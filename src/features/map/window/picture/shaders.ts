/** Shader programs (GLSL ES 3.00): points as squares cut to a shape, arrows as triangles. */
import { MOST_MARKS } from './picture';

/** From map units to WebGL clip space. */
const SEEN = `
uniform vec2 uMiddle;
uniform vec2 uScale;
vec2 seen(vec2 place) { return (place - uMiddle) * uScale; }`;

/**
 * Draws dimmed points in a first pass, so that they cover no others. Points of the other pass are moved out of view.
 */
export const POINT_VERTEX = `#version 300 es
in vec2 aPlace;
in float aCode;
in float aState;
uniform vec4 uMarks[${MOST_MARKS}];
uniform float uDiameter;
uniform float uPass;
uniform vec3 uDimmed;
flat out vec3 vColour;
flat out float vShape;
flat out float vDimmed;
flat out float vDiameter;
${SEEN}
void main() {
  bool dimmed = aState == 1.0;
  vec4 mark = uMarks[int(aCode)];
  vDimmed = dimmed ? 1.0 : 0.0;
  vColour = dimmed ? uDimmed : mark.rgb;
  vShape = mark.a;
  vDiameter = uDiameter * (dimmed ? 0.7 : aState == 2.0 ? 1.2 : 1.0);
  gl_PointSize = vDiameter;
  gl_Position = dimmed == (uPass == 0.0) ? vec4(seen(aPlace), 0.0, 1.0) : vec4(2.0, 2.0, 0.0, 1.0);
}`;

/** The edge is one pixel wide and blends with what is behind it. */
export const POINT_FRAGMENT = `#version 300 es
precision mediump float;
uniform vec3 uOutline;
flat in vec3 vColour;
flat in float vShape;
flat in float vDimmed;
flat in float vDiameter;
out vec4 colour;
void main() {
  vec2 place = gl_PointCoord * 2.0 - 1.0;
  vec2 far = abs(place);
  float pixel = 2.0 / vDiameter;
  float depth = vShape == 1.0 ? 0.86 - max(far.x, far.y)
    : vShape == 2.0 ? (1.0 - far.x - far.y) * 0.71
    : vShape == 3.0 ? min((place.y + 1.0) * 0.45 - far.x * 0.89, 0.72 - place.y)
    : 1.0 - length(place);
  float cover = clamp(depth / pixel + 0.5, 0.0, 1.0);
  if (vShape == 4.0) cover *= clamp(0.5 - (depth - max(0.45, 1.5 * pixel)) / pixel, 0.0, 1.0);
  if (cover <= 0.0) discard;
  float rim = vShape == 4.0 ? 0.0 : (1.0 - clamp(depth / pixel - 0.4, 0.0, 1.0)) * 0.5;
  vec3 ink = mix(vColour, uOutline, vDimmed > 0.0 ? 0.0 : rim);
  float alpha = cover * (vDimmed > 0.0 ? 0.45 : 0.92);
  colour = vec4(ink * alpha, alpha);
}`;

/** Nine corners per arrow: a shaft of two triangles and a head of one, of constant width on screen. */
export const ARROW_VERTEX = `#version 300 es
in vec4 aArrow;
uniform vec2 uPixel;
uniform float uDensity;
${SEEN}
void main() {
  vec2 from = seen(aArrow.xy) / uPixel;
  vec2 to = seen(aArrow.zw) / uPixel;
  float length_ = max(length(to - from), 0.001);
  vec2 along = (to - from) / length_;
  vec2 aside = vec2(-along.y, along.x);
  float head = min(7.0 * uDensity, length_ * 0.6);
  vec2 neck = to - along * head;
  float half_ = 0.7 * uDensity;
  int corner = gl_VertexID;
  vec2 place = corner == 0 || corner == 3 ? from + aside * half_
    : corner == 1 ? from - aside * half_
    : corner == 2 || corner == 5 ? neck - aside * half_
    : corner == 4 ? neck + aside * half_
    : corner == 6 ? to
    : corner == 7 ? neck + aside * head * 0.45
    : neck - aside * head * 0.45;
  gl_Position = vec4(place * uPixel, 0.0, 1.0);
}`;
export const ARROW_CORNERS = 9;

export const ARROW_FRAGMENT = `#version 300 es
precision mediump float;
uniform vec3 uColour;
out vec4 colour;
void main() { colour = vec4(uColour * 0.8, 0.8); }`;
