// What an editor does with many findings, and the ways in and out of the desk.

import assert from 'node:assert/strict';
import { catchFiles, desk, deskWith, drop, exported, reportOn, state, storyText, wordsOf } from '../lib/desk.mjs';
import { accessible } from '../lib/axe.mjs';
import { docx } from '../lib/docx.mjs';
import { painted } from '../lib/painted.mjs';
import { noErrors } from '../lib/suite.mjs';

/** Ours: words twice, digits of two scripts, a space before a comma; seven in all. */
const STORY = 'शाळेत पाऊस पाऊस आला. 🪁 तेथे १5 झाडे आहेत.\nपाऊस पाऊस पडला , वारा सुटला. नंतर २0 लोक आले , गेले.\n=SUM(1) असे असे लिहिले होते.';

const listed = (t) => t.page.evaluate(() => [...document.querySelectorAll('[data-finding]')].map((row) => row.dataset.code));

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'one kind of finding is mended at one press, and taken back at one'(t) {
    const said = await deskWith(t, STORY);
    const twice = said.report.findings.filter((f) => f.code === 'repeated-word');
    assert.ok(twice.length >= 3, wordsOf(said).join());
    await t.click('[data-code="repeated-word"] .open');
    await t.page.evaluate(() => [...document.querySelectorAll('.card .actions .button')].find((b) => /\d|[०-९]/u.test(b.textContent)).click());
    const mended = twice.reduceRight((text, { fixes: [{ edits }] }) => edits.reduceRight((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text), STORY);
    const after = await reportOn(t, mended);
    assert.equal(await storyText(t), mended);
    assert.ok(!after.report.findings.some((f) => f.code === 'repeated-word'));
    assert.deepEqual(wordsOf(after).filter((w) => /[0-9]/.test(w)), ['१5', '२0'], 'facts are left alone');
    await t.click('#undo');
    await t.until((text) => [...document.getElementById('story').children].map((p) => p.textContent).join('\n') === text, STORY);
    await noErrors(t);
  },

  async 'a rule switched off from the card, and on again from the list'(t) {
    await deskWith(t, STORY);
    await t.page.evaluate(() => (window.reports = []));
    await t.click('[data-code="repeated-word"] .open');
    await t.page.evaluate(() => [...document.querySelectorAll('.card .rare .button')].at(-1).click());
    const off = await t.until(() => window.reports.at(-1));
    assert.ok(!off.report.findings.some((f) => f.code === 'repeated-word'));
    await t.click('.off summary');
    await t.page.evaluate(() => (window.reports = []));
    await t.click('.off li .button');
    assert.ok((await t.until(() => window.reports.at(-1))).report.findings.some((f) => f.code === 'repeated-word'));
  },

  async 'a finding ignored stays away, and comes back when it is asked for'(t) {
    await deskWith(t, STORY);
    const before = (await listed(t)).length;
    await t.click('[data-code="mixed-digits"] .open');
    await t.page.evaluate(() => [...document.querySelectorAll('.card .actions:not(.rare) .button')].at(-1).click());
    await t.until((n) => document.querySelectorAll('[data-finding]').length === n, before - 1);
    await t.click('.off summary');
    await t.click('.off li .button');
    await t.until((n) => document.querySelectorAll('[data-finding]').length === n, before);
  },

  async 'looking for words, one rule, one severity: list, paint and walking agree'(t) {
    const said = await deskWith(t, STORY);
    const critical = said.report.findings.filter((f) => f.severity === 'critical').length;
    await t.click('#search input');
    await t.page.type('असे');
    await t.until(() => document.querySelectorAll('[data-finding]').length === 1);
    assert.deepEqual(await listed(t), ['repeated-word']);
    assert.equal(await t.page.evaluate(() => document.activeElement.type), 'search', 'the focus is still where one writes');
    assert.equal((await t.page.evaluate(painted)).critical, undefined, 'what is not listed is not painted');
    await t.page.press('Escape');
    await t.until((n) => document.querySelectorAll('[data-finding]').length === n, said.report.findings.length);
    await t.page.evaluate(() => {
      const select = document.querySelector('#search select');
      select.value = 'mixed-digits';
      select.dispatchEvent(new Event('change'));
    });
    await t.until(() => [...document.querySelectorAll('[data-finding]')].every((row) => row.dataset.code === 'mixed-digits'));
    await t.page.press('Alt+ArrowDown');
    assert.equal(await t.until(() => document.querySelector('.finding.selected')?.dataset.code), 'mixed-digits');
    await t.page.evaluate(() => {
      const select = document.querySelector('#search select');
      select.value = '';
      select.dispatchEvent(new Event('change'));
    });
    await t.click('[data-key="filter-critical"]');
    await t.until((n) => document.querySelectorAll('[data-finding]').length === n, critical);
    await accessible(t, 'light');
    await accessible(t, 'dark');
    await noErrors(t);
  },

  async 'the table of findings: every row whole, no formula, digits as offsets'(t) {
    const { report, text } = await deskWith(t, STORY);
    const file = await exported(t, '.csv');
    assert.ok(file.name.endsWith('.csv') && file.type === 'text/csv;charset=utf-8');
    const [head, ...rows] = file.text.slice(1).trimEnd().split('\r\n');
    assert.equal(file.text.charCodeAt(0), 0xFEFF);
    assert.equal(head, 'sentence,severity,code,rule,words,suggestion,reason,start,end');
    assert.equal(rows.length, report.findings.length);
    rows.forEach((row, i) => {
      const { start, end, code } = report.findings[i];
      assert.ok(row.endsWith(`,${start},${end}`) && row.includes(`,${code},`) && !/(?:^|,)[=+@-]/u.test(row), row);
      assert.ok(row.replaceAll('""', '"').includes(text.slice(start, end)));
    });
  },

  async 'the annotated page: the whole story, every finding numbered, no script, nothing fetched'(t) {
    const { report, text } = await deskWith(t, `${STORY}\n<b>सारांश</b> & "शेवट"`);
    const { text: html } = await exported(t, '.html');
    assert.ok(!/<script|src=|@import|url\(|http:|https:/iu.test(html));
    const shown = await t.page.evaluate((html) => {
      const policy = window.trustedTypes?.createPolicy('test', { createHTML: (text) => text });
      const parsed = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
      const article = parsed.querySelector('article');
      const broken = [...parsed.querySelectorAll('a[href^="#"]')].filter((a) => !parsed.querySelector(a.getAttribute('href'))).length;
      for (const number of article.querySelectorAll('sup')) number.remove();
      return {
        lines: [...article.children].map((e) => e.textContent), b: parsed.querySelectorAll('article b').length,
        rows: [...parsed.querySelectorAll('.list li')].map((li) => li.querySelector('code').textContent),
        broken,
      };
    }, html);
    assert.deepEqual(shown.lines, text.split('\n'));
    assert.deepEqual(shown.rows, report.findings.map((f) => f.code));
    assert.deepEqual([shown.b, shown.broken], [0, 0]);
  },

  async 'files dropped: text, Markdown and HTML come in as their words'(t) {
    await desk(t);
    const words = (wanted) => t.until((wanted) => [...document.getElementById('story').children].map((p) => p.textContent).join('\n') === wanted, wanted);
    await drop(t, 'a.txt', 'पहिली ओळ 🌾\nदुसरी ओळ.');
    await words('पहिली ओळ 🌾\nदुसरी ओळ.');
    await drop(t, 'b.md', '---\ntitle: x\n---\n# शीर्षक 🌾 #\n\nपुण्यात **मोठा** पाऊस\nपडला, [असे](https://example.org) _सांगितले_.\n\n- एक\n- दोन\n\n> मत\n\n```\ncode\n```\n![चित्र](a.png)\nab_cd_ef');
    await words('शीर्षक 🌾\nपुण्यात मोठा पाऊस पडला, असे सांगितले.\nएक\nदोन\nमत\nab_cd_ef');
    await drop(t, 'c.html', '<title>x</title><article><h1>शीर्षक</h1><p>पाऊस <em>पडला</em>. 🌾<script>1</script></p></article>');
    await words('शीर्षक\nपाऊस पडला. 🌾');
    await state(t, 'clear');
    await noErrors(t);
  },

  async 'a Word file comes in as its words, without what was deleted in it; what is none is said'(t) {
    await desk(t);
    const words = (wanted) => t.until((wanted) => [...document.getElementById('story').children].map((p) => p.textContent).join('\n') === wanted, wanted);
    const run = (inside) => `<w:r>${inside}</w:r>`, text = (said) => run(`<w:t xml:space="preserve">${said}</w:t>`);
    const story = `<w:p>${text('पुण्यात ')}${run('<w:rPr><w:b/></w:rPr><w:t>पाऊस</w:t>')}${text(' पडला. 🌾')}</w:p><w:p/>`
      + `<w:p><w:del>${run('<w:delText>जुने</w:delText>')}</w:del>${text('नवे')}${run('<w:tab/><w:t>शब्द</w:t><w:br/><w:t>दुसरी ओळ</w:t>')}${run('<w:rPr><w:vanish/></w:rPr><w:t>लपलेले</w:t>')}</w:p>`
      + `<w:tbl><w:tr><w:tc><w:p>${text('खाना')}</w:p></w:tc></w:tr></w:tbl>`;
    for (const packed of [true, false]) {
      await drop(t, 'a.txt', 'रिकामे 🌾');
      await words('रिकामे 🌾');
      await drop(t, 'a.docx', docx(story, { packed }));
      await words('पुण्यात पाऊस पडला. 🌾\nनवे शब्द\nदुसरी ओळ\nखाना');
    }
    for (const broken of [Buffer.from('PK no archive'), docx(story).subarray(0, 300), Buffer.alloc(0)]) {
      await drop(t, 'b.docx', broken);
      await t.until(() => !document.getElementById('notice').hidden);
      await words('पुण्यात पाऊस पडला. 🌾\nनवे शब्द\nदुसरी ओळ\nखाना');
      await t.page.evaluate(() => document.getElementById('numbers').click());
    }
    await noErrors(t);
  },

  async 'a Word file that unpacks without end, or is none, is refused by a reason; the text and its undo stay, the page lives'(t) {
    await deskWith(t, STORY);
    const words = await t.page.evaluate(() => fetch('/locales/desk/en.json').then((response) => response.json()));
    await t.click('.switch label[lang=en]');
    const p = (said) => `<w:p><w:r><w:t>${said}</w:t></w:r></w:p>`, deep = 500_000;
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const cases = {
      'more bytes than any article': [docx(p('अ'.repeat(25_000_000))), 'file.large'],
      'more elements than any article': [docx('<w:b/>'.repeat(9_000_000)), 'file.large'],
      'words that unfold': [docx(p('&l9;'), { head: `<!DOCTYPE d [<!ENTITY l0 "हा">${laughs}]>` }), 'file.docx'],
      'elements in elements': [docx(`${'<w:p>'.repeat(deep)}${'</w:p>'.repeat(deep - 1)}`), 'file.docx'],
      'no archive': [Buffer.from('नुसता मजकूर 🌾'), 'file.docx'],
      'an archive of something else': [docx(p('तक्ता'), { name: 'xl/workbook.xml' }), 'file.docx'],
      'half an archive': [docx(p('अर्धे')).subarray(0, 300), 'file.docx'],
    };
    for (const [name, [bytes, key]] of Object.entries(cases)) {
      await drop(t, `${name}.docx`, bytes);
      await t.until((said) => !document.getElementById('notice').hidden && document.getElementById('notice-words').textContent === said, words[key])
        .catch(() => { throw new Error(`${name}: not refused as ${key}`); });
      assert.equal(await storyText(t), STORY, name);
      // What was said of one must not pass for what is said of the next.
      await t.page.evaluate(() => document.getElementById('story').focus());
      await t.page.press('Control+End');
      await t.page.type('!');
      await t.until(() => document.getElementById('notice').hidden);
      await t.click('#undo');
      assert.equal(await storyText(t), STORY, `${name}: undo`);
    }
    // Of what is no XML Firefox complains itself, and Chromium of the styles in its own complaint.
    assert.deepEqual((await t.errors()).filter((line) => !/XML Parsing Error|Applying inline style/u.test(line)), []);
  },

  async 'accepted spellings go out as files and come in again; a name of the list is accepted too'(t) {
    await deskWith(t, 'पुणे शहरात पाऊस पडला. 🌧️ शरद पवार पुण्यात आले.');
    const listed = (wanted) => t.until((wanted) => [...document.querySelectorAll('[data-key="glossary"] .text')].map((row) => row.textContent).join('|') === wanted, wanted);
    await drop(t, 'words.csv', '\uFEFFलावरोव्ह,लव्ह्रोव्ह\r\n"एक, दोन",\r\n');
    await listed('लावरोव्ह · लव्ह्रोव्ह|एक, दोन');
    await drop(t, 'words.json', '["रेडिओ 📻", {"form": "लावरोव्ह", "variants": ["लव्ह्रोव्ह"]}]');
    await listed('लावरोव्ह · लव्ह्रोव्ह|एक, दोन|रेडिओ 📻');
    await drop(t, 'words.json', '{"no": "list"}');
    await t.until(() => !document.getElementById('notice').hidden);
    await listed('लावरोव्ह · लव्ह्रोव्ह|एक, दोन|रेडिओ 📻');
    await t.page.evaluate(catchFiles);
    await t.page.evaluate(() => { for (const button of document.querySelectorAll('[data-key="glossary"] .keep button')) button.click(); });
    const saved = await t.until(() => window.saved.length === 2 && window.saved);
    const file = (name) => saved.find((one) => one.name === name).text;
    assert.deepEqual(JSON.parse(file('glossary.json')), [{ form: 'लावरोव्ह', variants: ['लव्ह्रोव्ह'] }, 'एक, दोन', 'रेडिओ 📻']);
    assert.equal(file('glossary.csv'), '\uFEFFलावरोव्ह,लव्ह्रोव्ह\r\n"एक, दोन"\r\nरेडिओ 📻\r\n');
    await t.click('#tab-names');
    await t.click(`[data-entity="${await t.until(() => [...document.querySelectorAll('[data-entity]')].find((e) => e.textContent === 'पुणे')?.dataset.entity)}"]`);
    await t.click('[data-key="name-accept"]');
    await t.click('#tab-findings');
    await listed('लावरोव्ह · लव्ह्रोव्ह|एक, दोन|रेडिओ 📻|पुणे');
    await noErrors(t);
  },
};
