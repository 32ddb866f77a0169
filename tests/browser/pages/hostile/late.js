// The article is rendered after a while, then more of it is loaded.
const line = (words) => {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
};
setTimeout(() => {
  const article = document.createElement('article');
  article.id = 'story';
  article.append(line('पावसात १5 गावे 🌾 अडकली.'));
  document.getElementById('app').append(article);
  setTimeout(() => {
    article.append(line('आणखी २6 गावे आहेत.'));
    window.before = window.hostPage();
  }, 800);
}, 800);
