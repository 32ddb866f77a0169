// A service worker that reads what it is sent. It may import nothing later than at its start.
import { analyze } from '/engine.js';

addEventListener('message', async ({ data, ports: [port] }) => port.postMessage(await analyze(data, { lang: 'mr' })));
