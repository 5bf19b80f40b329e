/**
 * Messages between the main process and the engine's Node in place of a port. JSON carries no bytes, so they are text.
 */
export type Relayed =
  /** Of the process itself, with its `ports`. */
  | { port: null; message: unknown; ports: number[] }
  /** Of a port; null when closed. */
  | { port: number; text: Text | null };

type Text = string | { base64: string };

export function toText(data: unknown): Text {
  if (typeof data === 'string') return data;
  if (data instanceof Uint8Array) return { base64: Buffer.from(data).toString('base64') };
  throw new TypeError('The engine and the window exchange text and bytes only.');
}

export const fromText = (text: Text | null): string | Uint8Array | null =>
  text === null || typeof text === 'string' ? text : Buffer.from(text.base64, 'base64');
