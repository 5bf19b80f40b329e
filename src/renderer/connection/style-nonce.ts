/**
 * The nonce that this delivery of the page was given, for the libraries that write style elements at run time (Mantine, AG Grid);
 * without it the content security policy refuses them.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}

/** react-remove-scroll, under Mantine's dialogs, asks for it by the name that webpack gave it. */
export function offerStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
