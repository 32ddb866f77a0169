import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'kasoti/element';

// React sets properties, not attributes; a new object at each rendering would have the article read anew.
const RULES = { 'doubled-punctuation': false };

function Story() {
  const [codes, setCodes] = useState([]);
  return (
    <>
      <article id="story" lang="mr"><p>😀 वृत्त</p><p>गेल्या वर्षी १,5 टन कांदा निर्यात झाला.</p></article>
      <kasoti-check for="story" mode="editor" rules={RULES}
        onkasoti-report={({ report }) => setCodes(report.findings.map(({ code }) => code))} />
      <p id="said">{codes.join(' ')}</p>
    </>
  );
}

createRoot(document.getElementById('app')).render(<Story />);
