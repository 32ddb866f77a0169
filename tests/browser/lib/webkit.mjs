import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { Builder, Capabilities, Key } from 'selenium-webdriver';
import { onPath } from './driver.mjs';

export const find = () => (onPath('Xvfb') ? (process.env.KASOTI_WEBKIT ?? onPath('WebKitWebDriver')) : undefined);

/** WebKit has no headless form: a display that nobody sees. Resolves to its name when it is ready. */
function display() {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, fail) => {
    xvfb.once('error', fail);
    xvfb.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
    /** @type {import('node:stream').Readable} */ (xvfb.stdio[3]).once('data', (number) =>
      done({ name: `:${String(number).trim()}`, stop: () => xvfb.kill() }),
    );
  });
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });

// WebKitWebDriver reports no console: this runs first in every page and remembers what went wrong.
const hook = `(() => {
  const errors = (window.__errors = []);
  const error = console.error;
  console.error = (...words) => { errors.push(words.map(String).join(' ')); error.apply(console, words); };
  addEventListener('error', (e) => errors.push(e.message ? 'uncaught ' + e.message : 'not loaded ' + (e.target.src || e.target.href)), true);
  addEventListener('unhandledrejection', (e) => errors.push('unhandled ' + e.reason));
  addEventListener('securitypolicyviolation', (e) => errors.push('policy ' + e.violatedDirective + ' ' + e.blockedURI));
})();`;

const KEYS = {
  Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, Shift: Key.SHIFT, Control: Key.CONTROL, Alt: Key.ALT,
  ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT,
  Home: Key.HOME, End: Key.END, Backspace: Key.BACK_SPACE, Delete: Key.DELETE, Space: Key.SPACE,
};

/** @type {import('./driver.mjs').Kind['start']} */
export async function start(binary) {
  const screen = await display();
  const port = await freePort();
  const env = { ...process.env, DISPLAY: screen.name, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '' };
  const service = spawn(binary, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
  await answered(`http://127.0.0.1:${port}/status`);
  const session = async () => {
    const fresh = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .disableEnvironmentOverrides()
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
      .build();
    await fresh.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
    return fresh;
  };
  let driver = await session();
  const send = (...keys) => driver.actions().sendKeys(...keys).perform();

  return {
    name: 'webkit',
    hook,
    async page() {
      // A page that crashed takes its session along; the next test gets another.
      await driver.get('about:blank').catch(async () => {
        await driver.quit().catch(() => {});
        driver = await session();
      });
      /** @type {string[]} */
      const errors = [];
      const evaluate = async (fn, ...args) => {
        const outcome = await driver.executeAsyncScript(
          `const done = arguments[arguments.length - 1];
           (async () => (${fn})(...JSON.parse(arguments[0])))().then(
             (value) => done({ value: value === undefined ? null : value }),
             (error) => done({ error: String(error) }));`,
          JSON.stringify(args),
        );
        if (outcome.error) throw new Error(outcome.error);
        return outcome.value;
      };
      const resize = async (width, height) => {
        await driver.manage().window().setRect({ x: 0, y: 0, width, height });
        // The window has a bar of its own: ask again for what it took.
        const [w, h] = await driver.executeScript('return [innerWidth, innerHeight]');
        await driver.manage().window().setRect({ x: 0, y: 0, width: 2 * width - w, height: 2 * height - h });
      };
      await resize(1280, 800);
      return {
        errors,
        evaluate,
        resize,
        open: (url) => driver.get(url),
        clickAt: (x, y) => driver.actions().move({ x: Math.round(x), y: Math.round(y) }).click().perform(),
        type: (text) => send(text),
        async press(key) {
          const keys = key.split('+').map((name) => KEYS[name] ?? name);
          const last = keys.pop();
          let actions = driver.actions();
          for (const modifier of keys) actions = actions.keyDown(modifier);
          actions = actions.sendKeys(last);
          for (const modifier of keys.reverse()) actions = actions.keyUp(modifier);
          await actions.perform();
        },
        async screenshot(path) {
          // What a script changed is painted two frames later.
          await evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          writeFileSync(path, await driver.takeScreenshot(), 'base64');
        },
        async sync() {
          errors.splice(0, Infinity, ...((await evaluate(() => window.__errors)) ?? []));
        },
        close: () => driver.get('about:blank').catch(() => {}),
      };
    },
    async close() {
      await driver.quit().catch(() => {});
      service.kill();
      screen.stop();
    },
  };
}

/** Waits until something answers at `url`: at most ten seconds, a busy machine's worst. */
async function answered(url) {
  for (let i = 0; i < 100; i++) {
    if (await fetch(url).then(() => true, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}
