// A widget on a page that the test writes itself.

/**
 * Puts `lines` as paragraphs of `<article id=story lang=mr>`, and a widget with `attributes` after it, into a blank page.
 * What it says is gathered in `window.said`.
 */
export async function page(t, lines, attributes = {}, { more = '', props = {} } = {}) {
  await t.open('/t/blank.html');
  await t.page.evaluate((lines, attributes, more, props) => {
    window.said = { reports: [], errors: [], selects: [] };
    document.addEventListener('kasoti-report', ({ report, text }) => window.said.reports.push({ report, text }));
    document.addEventListener('kasoti-error', ({ error }) => window.said.errors.push({ code: error?.code, message: error?.message }));
    document.addEventListener('kasoti-select', ({ finding, mention, sentence }) => window.said.selects.push({ finding, mention, sentence }));
    document.body.innerHTML = `<article id="story" lang="mr">${lines.map((line) => `<p>${line}</p>`).join('')}</article>${more}`;
    const widget = document.createElement('kasoti-check');
    for (const [name, value] of Object.entries({ for: 'story', ...attributes })) widget.setAttribute(name, value);
    Object.assign(widget, props);
    document.body.append(widget);
    window.story = document.getElementById('story').outerHTML;
    return import('/kasoti.js').then(() => {});
  }, lines, attributes, more, props);
}

/** The first report, or the one after `n` others. */
export const report = (t, n = 0) => t.until((n) => window.said.reports[n], n);

export const words = ({ report, text }, what = 'findings') => report[what].map(({ start, end }) => text.slice(start, end));
