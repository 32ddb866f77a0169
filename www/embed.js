/** The demonstration page's own script; the widget needs none of it. */

const story = /** @type {HTMLElement} */ (document.getElementById('story'));

if (new URLSearchParams(location.search).get('mode') === 'editor') {
  document.body.dataset.mode = 'editor';
  story.querySelector('kasoti-check')?.remove();
  story.contentEditable = 'true';
  story.spellcheck = false;
  const panel = document.createElement('kasoti-check');
  panel.setAttribute('for', 'story');
  panel.setAttribute('mode', 'editor');
  panel.setAttribute('panel', matchMedia('(max-width: 60rem)').matches ? 'below' : 'aside');
  document.querySelector('.rail')?.prepend(panel);
  const code = document.querySelector('.snippet pre code');
  if (code) code.textContent = code.textContent?.replace('"story">', '"story" mode="editor">') ?? '';
  const link = document.querySelector('#other a');
  if (link) {
    link.setAttribute('href', 'embed.html');
    link.textContent = 'वाचकांचे दृश्य पाहा';
  }
}

document.querySelector('.snippet button')?.addEventListener('click', () => {
  const code = document.querySelector('.snippet pre code');
  navigator.clipboard?.writeText(code?.textContent ?? '').catch(() => {
    if (code) getSelection()?.selectAllChildren(code); // no leave to write: the lines stand chosen for Ctrl+C
  });
});
