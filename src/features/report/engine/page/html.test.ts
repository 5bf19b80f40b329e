import { expect, it } from 'vitest';
import { html } from './html';

it('a value cannot become an element, an attribute or a comment', () => {
  const title = `<script>alert(1)</script> & "quoted" 'too' <!-- -->`;
  expect(html`<p title="${title}">${title}</p>`.text).toBe(`<p title="${ESCAPED}">${ESCAPED}</p>`);
});
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;too&#39; &lt;!-- --&gt;';

it('characters that turn the direction of reading, or that HTML has not, are made visible', () => {
  expect(html`${'a\u202Eb\u0000c'}`.text).toBe('a&lt;U+202E&gt;b␀c');
});

it('pieces that are HTML stay, and what is null leaves nothing', () => {
  expect(html`${[html`<b>${1}</b>`, null, html`<b>${'&'}</b>`]}${null}`.text).toBe('<b>1</b><b>&amp;</b>');
});
