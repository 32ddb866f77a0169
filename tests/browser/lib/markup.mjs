// Words that want to be markup or script, and how to see whether any of them got its way.

/** What would run sets `window.pwned`; what would become an element carries `data-pwned`. */
export const PATTERNS = [
  '<script data-pwned>window.pwned=1</script>',
  '<img data-pwned src=x onerror=window.pwned=1>',
  '<IMG data-pwned SRC="jav&#x09;ascript:window.pwned=1">',
  '<svg data-pwned onload=window.pwned=1><set attributeName=onmouseover to=window.pwned=1>',
  '"><b data-pwned onmouseover="window.pwned=1">',
  '\' autofocus tabindex=0 data-pwned onfocus=\'window.pwned=1',
  '</p></article></mark><iframe data-pwned srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '</title></style></textarea></script><script data-pwned>window.pwned=1</script>',
  '<a data-pwned href="javascript:window.pwned=1">क</a>',
  '&lt;img data-pwned src=x onerror=window.pwned=1&gt;',
  '<!--><img data-pwned src=x onerror=window.pwned=1>-->',
  ']]><img data-pwned src=x onerror=window.pwned=1>',
  '<math><mtext><table><mglyph><style><img data-pwned src=x onerror=window.pwned=1>',
  '<noscript><p title="</noscript><img data-pwned src=x onerror=window.pwned=1>">',
  '<template data-pwned><slot name="note">',
  '<base data-pwned href="//example.invalid/"><link data-pwned rel=stylesheet href=x>',
  '<meta data-pwned http-equiv=refresh content="0;url=javascript:window.pwned=1">',
  '<details data-pwned open ontoggle=window.pwned=1>',
  '<style data-pwned>*{display:none}</style>',
  'javascript:window.pwned=1//',
  '{{constructor.constructor("window.pwned=1")()}} ${window.pwned=1}',
  '{form} {right} {n} {file} {source}',
  '\u202E<img data-pwned src=x onerror=window.pwned=1>\u202C',
  '__proto__ constructor',
];

/** An article whose every line is a fault beside a pattern, so that the panel has to quote them. */
export const ARTICLE = PATTERNS.map((pattern) => `किम यांनी १5 टन ${pattern} पाऊस पाऊस पाहिला. 🌾 “${pattern} , असे शरद पवार म्हणाले.`).join('\n');

/** In the page, before anything else: remembers what a policy had to stop. A safe page never gets so far. */
export function watch() {
  window.stopped = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.stopped.push(`${violatedDirective} ${blockedURI}`));
}

/** In the page: what went wrong, nothing when all is well. */
export function harm() {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ?? [])];
  const elements = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  const made = elements.filter((e) => e.hasAttribute('data-pwned') || [...e.attributes].some(({ name }) => name.startsWith('on'))
    || /^\s*javascript:/iu.test(e.getAttribute('href') ?? ''));
  return [...made.map((e) => `made: ${e.outerHTML.slice(0, 120)}`), ...('pwned' in window ? ['run'] : []), ...(window.stopped ?? []),
    ...(Object.prototype.pwned === undefined ? [] : ['prototype'])];
}

/** In the page: clicks every button that `selector` finds, in shadow roots too, one after the other; answers how many. */
export async function pressAll(selector, most = 60) {
  const all = () => [document, ...[...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ?? [])].flatMap((root) => [...root.querySelectorAll(selector)]);
  const frames = () => new Promise((done) => setTimeout(done, 20));
  let n = 0;
  for (; n < Math.min(all().length, most); n++) {
    all()[n].click();
    await frames();
  }
  return n;
}

/** In the page: a page of its own in a document that runs nothing, and what of it was made out of words. */
export function madeOf(html) {
  const policy = globalThis.trustedTypes?.createPolicy('reading', { createHTML: (html) => html });
  const page = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
  return {
    made: [...page.querySelectorAll('[data-pwned], script, img, iframe, base, svg, math, template, details')].map((e) => e.outerHTML.slice(0, 120)),
    active: [...page.querySelectorAll('*')].filter((e) => [...e.attributes].some(({ name }) => name.startsWith('on'))).length,
    text: page.querySelector('article').textContent,
    links: [...page.querySelectorAll('a')].map((a) => a.getAttribute('href')).filter((href) => !/^#[tf]\d+$/u.test(href)),
  };
}
