// Once the first article has been read, another takes its place, as routers do.
document.addEventListener('kasoti-report', () => {
  const article = document.createElement('article');
  article.id = 'story';
  article.textContent = 'दुसरी बातमी: ३7 गावे 🌾 वाचली.';
  document.getElementById('app').replaceChildren(article);
  window.before = window.hostPage();
}, { once: true });
