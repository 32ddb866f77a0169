// Editors built on contenteditable, as a newsroom's own page makes them: `?editor=prosemirror` or `codemirror`.

const PARAGRAPHS = ['युद्धात १,5 सैनिक तैनात केले. 🪖', 'त्यानंतर २0 जण परतले.'];
const place = document.getElementById('place');

const MAKERS = {
  async prosemirror() {
    const [{ EditorView }, { EditorState }, { schema }, { history, undo, redo }] = await Promise.all([
      import('prosemirror-view'), import('prosemirror-state'), import('prosemirror-schema-basic'), import('prosemirror-history'),
    ]);
    const doc = schema.node('doc', null, PARAGRAPHS.map((words) => schema.node('paragraph', null, [schema.text(words)])));
    const view = new EditorView(place, { state: EditorState.create({ doc, plugins: [history()] }) });
    return {
      element: view.dom,
      lines: () => view.state.doc.content.content.map((node) => node.textContent),
      selected: () => view.state.doc.textBetween(0, view.state.selection.head, '\n').length,
      undo: () => undo(view.state, view.dispatch),
      redo: () => redo(view.state, view.dispatch),
    };
  },
  async codemirror() {
    const [{ EditorView }, { EditorState }, { history, undo, redo }] = await Promise.all([
      import('@codemirror/view'), import('@codemirror/state'), import('@codemirror/commands'),
    ]);
    const view = new EditorView({ parent: place, state: EditorState.create({ doc: PARAGRAPHS.join('\n'), extensions: [history(), EditorView.lineWrapping] }) });
    return {
      element: view.contentDOM,
      lines: () => view.state.doc.toString().split('\n'),
      selected: () => view.state.selection.main.head,
      undo: () => undo(view),
      redo: () => redo(view),
    };
  },
};

window.reports = [];
document.addEventListener('kasoti-report', ({ report, text }) => window.reports.push({ report, text }));
const editor = await MAKERS[new URLSearchParams(location.search).get('editor')]();
editor.element.id = 'story';
const widget = document.createElement('kasoti-check');
for (const [name, value] of Object.entries({ for: 'story', mode: 'editor', 'text-lang': 'mr' })) widget.setAttribute(name, value);
document.body.append(widget);
await import('/kasoti.js');
window.editor = editor;
