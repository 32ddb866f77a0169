// The desk in a test: opened, filled, asked.

export const state = (t, wanted) => t.until((s) => document.body.dataset.state === s, wanted);

/** Opens the desk; from then on every report is remembered. @param {string} [query] */
export async function desk(t, query = '?sample=none') {
  await t.open(`/index.html${query}`);
  await t.page.evaluate(() => {
    window.reports = [];
    document.getElementById('story').addEventListener('kasoti-report', ({ report, text }) => window.reports.push({ report, text }));
  });
  await t.until(() => document.body.classList.contains('ready'));
}

/** Copies `text` somewhere else, by the keyboard, as a person would. The desk is opened after that. */
export async function copy(t, text) {
  await t.open('/t/copy.html');
  await t.page.evaluate((text) => {
    const field = document.getElementById('text');
    field.value = text;
    field.focus();
    field.select();
  }, text);
  await t.page.press('Control+c');
}

/** Pastes over whatever stands in the desk, and waits for its report. */
export async function paste(t, text) {
  await t.page.evaluate(() => document.getElementById('story').focus());
  await t.page.press('Control+a');
  await t.page.press('Control+v');
  return reportOn(t, text);
}

/** A desk with `text` pasted into it, and its report. @returns {Promise<{ report: any, text: string }>} */
export async function deskWith(t, text, query) {
  await copy(t, text);
  await desk(t, query);
  return paste(t, text);
}

export const reportOn = (t, text) => t.until((text) => window.reports.find((r) => r.text === text), text);

export const wordsOf = ({ report, text }) => report.findings.map((f) => text.slice(f.start, f.end));

export const storyText = (t) => t.page.evaluate(() => [...document.getElementById('story').children].map((line) => line.textContent).join('\n'));

/** In the page: what would be saved, instead of saving it. */
export function catchFiles() {
  window.saved = [];
  const made = new Map();
  URL.createObjectURL = (blob) => { const address = `blob:${made.size}`; made.set(address, blob); return address; };
  HTMLAnchorElement.prototype.click = function click() {
    const file = made.get(this.href);
    file?.arrayBuffer().then((bytes) => window.saved.push({ name: this.download, type: file.type, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }));
  };
}

/** Chooses what the export menu has under `note`. */
export async function exported(t, note) {
  await t.page.evaluate(catchFiles);
  await t.click('#export-button');
  await t.page.evaluate((note) => [...document.querySelectorAll('#export-menu button')].find((item) => item.querySelector('small')?.textContent === note).click(), note);
  return t.until(() => window.saved[0]);
}

/** Drops a file on the desk. */
export const drop = (t, name, content) => t.page.evaluate((name, content, packed) => {
  const data = new DataTransfer();
  data.items.add(new File([packed ? Uint8Array.from(atob(content), (c) => c.charCodeAt(0)) : content], name));
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
}, name, Buffer.isBuffer(content) ? content.toString('base64') : content, Buffer.isBuffer(content));
