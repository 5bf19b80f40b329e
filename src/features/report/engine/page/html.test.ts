import { expect, it } from 'vitest';
import { html } from './html';

it('keeps a value from becoming an element, an attribute or a comment', () => {
  const title = `<script>alert(1)</script> & "quoted" 'too' <!-- -->`;
  expect(html`<p title="${title}">${title}</p>`.text).toBe(`<p title="${ESCAPED}">${ESCAPED}</p>`);
});
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;too&#39; &lt;!-- --&gt;';

it('shows characters that change the reading direction, or that HTML does not allow', () => {
  expect(html`${'a\u202Eb\u0000c'}`.text).toBe('a&lt;U+202E&gt;b␀c');
});

it('keeps pieces that are HTML, and omits null', () => {
  expect(html`${[html`<b>${1}</b>`, null, html`<b>${'&'}</b>`]}${null}`.text).toBe('<b>1</b><b>&amp;</b>');
});
