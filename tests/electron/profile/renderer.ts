/** What the window needs in Chrome 83 before its own code runs. */
import 'core-js/actual';

/** Chrome 83 takes one selector in `:not`. */
const single = (selector: string): string =>
  selector.replaceAll(/:not\(([^()]*,[^()]*)\)/g, (_all, list: string) =>
    list
      .split(',')
      .map((one) => `:not(${one.trim()})`)
      .join(''),
  );

for (const prototype of [Element.prototype, Document.prototype, DocumentFragment.prototype]) {
  const { querySelector, querySelectorAll } = prototype;
  Object.assign(prototype, {
    querySelector(this: Element, selector: string) {
      return querySelector.call(this, single(selector));
    },
    querySelectorAll(this: Element, selector: string) {
      return querySelectorAll.call(this, single(selector));
    },
  });
}

for (const prototype of [Element.prototype, DocumentFragment.prototype])
  prototype.replaceChildren ??= function (this: Element | DocumentFragment, ...nodes: (Node | string)[]) {
    while (this.lastChild !== null) this.lastChild.remove();
    this.append(...nodes);
  };

Object.defineProperties(AbortSignal.prototype, {
  reason: { get: () => new DOMException('It was stopped.', 'AbortError') },
  throwIfAborted: {
    value(this: AbortSignal) {
      if (this.aborted) throw this.reason;
    },
  },
});

// core-js omits time zones; a few are enough to choose from.
Intl.supportedValuesOf ??= (key) => (key === 'timeZone' ? ['America/New_York', 'Asia/Seoul', 'Europe/Berlin'] : []);
