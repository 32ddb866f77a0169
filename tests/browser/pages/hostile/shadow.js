// An article in an open shadow root, as component libraries make them.
customElements.define('news-story', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const article = document.createElement('article');
    article.id = 'story';
    article.lang = 'mr';
    for (const words of ['पावसात १5 गावे 🌾 अडकली.', 'आणखी २6 गावे आहेत.']) {
      const line = document.createElement('p');
      line.textContent = words;
      article.append(line);
    }
    const widget = document.createElement('kasoti-check');
    widget.setAttribute('for', 'story');
    widget.setAttribute('mode', 'editor');
    root.append(article, widget);
  }
});
