/**
 * The nonce of this page, for libraries that add style elements at run time (Mantine, AG Grid); the content security
 * policy refuses styles without it.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}

/** react-remove-scroll, used by Mantine's dialogs, reads it from webpack's global. */
export function offerStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
