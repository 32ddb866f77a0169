/**
 * The demonstration page's own script; the widget needs none of it. It runs before the first paint, so that the page
 * that opens with `?mode=editor` is laid out once.
 */
{
  const isEditor = new URLSearchParams(location.search).get('mode') === 'editor';
  if (isEditor) document.documentElement.dataset.mode = 'editor';

  document.addEventListener('DOMContentLoaded', () => {
    const lines = /** @type {HTMLElement} */ (document.querySelector('.snippet pre code'));
    if (isEditor) openForEditing(lines);
    document.querySelector('.snippet button')?.addEventListener('click', () => {
      // Without leave to write, the lines stand chosen for Ctrl+C.
      navigator.clipboard?.writeText(lines.textContent).catch(() => getSelection()?.selectAllChildren(lines));
    });
  });

  /** @param {HTMLElement} lines */
  function openForEditing(lines) {
    const story = /** @type {HTMLElement} */ (document.getElementById('story'));
    story.querySelector('kasoti-check')?.remove();
    story.contentEditable = 'true';
    story.spellcheck = false;
    const panel = document.createElement('kasoti-check');
    panel.setAttribute('for', 'story');
    panel.setAttribute('mode', 'editor');
    panel.setAttribute('panel', matchMedia('(max-width: 60rem)').matches ? 'below' : 'aside');
    document.querySelector('.rail')?.prepend(panel);
    lines.textContent = lines.textContent.replace('"story">', '"story" mode="editor">');
    const link = /** @type {HTMLAnchorElement} */ (document.querySelector('#other a'));
    link.href = 'embed.html';
    link.textContent = 'वाचकांचे दृश्य पाहा';
  }
}
