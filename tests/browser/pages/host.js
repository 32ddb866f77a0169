// A host page's own script: it writes down what the page was before Kasoti came, and what Kasoti says. Deferred, so that
// the page is whole, and before Kasoti's module, so that nothing of it has run.

/** The page without Kasoti's own element, as the host wrote it. */
window.hostPage = () => {
  const page = document.documentElement.cloneNode(true);
  for (const ours of page.querySelectorAll('kasoti-check')) ours.remove();
  return page.outerHTML;
};
window.before = window.hostPage();
window.said = { reports: [], errors: [], selects: 0 };
document.addEventListener('kasoti-report', ({ target, report, text }) =>
  window.said.reports.push({ from: target.getAttribute('for'), report, text }),
);
document.addEventListener('kasoti-error', ({ target, error }) =>
  window.said.errors.push({ from: target.getAttribute('for'), code: error?.code, file: error?.file, message: error?.message }),
);
document.addEventListener('kasoti-select', () => window.said.selects++);
