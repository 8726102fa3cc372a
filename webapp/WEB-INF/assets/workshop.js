// A workshop's page: the clock of the phase, and following it. Nothing here moves the focus or touches a field in use:
// what changed is announced, the bar of phases is put in step, and the rest waits behind a link.
(() => {
  'use strict';
  const page = document.querySelector('[data-shop]');
  if (!page) return;
  const say = words => document.dispatchEvent(new CustomEvent('contested:say', { detail: words }));
  const TOLD_AT_MINUTES = [5, 1];

  // ---- The clock: counted from what the server said, so that a wrong clock in a phone does not matter
  let end = null;
  let told = new Set();
  let over = false;
  const clock = () => page.querySelector('.clock[data-seconds]');
  const shown = seconds => {
    const left = Math.max(0, Math.ceil(seconds));
    const hours = Math.floor(left / 3600);
    const minutes = Math.floor(left % 3600 / 60);
    const rest = String(left % 60).padStart(2, '0');
    return hours > 47 ? null : hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
  };
  const wind = () => {
    const it = clock();
    end = it && it.dataset.seconds !== '' ? performance.now() + Number(it.dataset.seconds) * 1000 : null;
    told = new Set(TOLD_AT_MINUTES.filter(m => end && end - performance.now() < m * 60000));
    over = end !== null && end <= performance.now();
  };
  const tick = () => {
    const it = clock();
    if (!it || end === null) return;
    const left = (end - performance.now()) / 1000;
    const words = shown(left);
    if (words) it.textContent = left <= 0 ? it.dataset.over : words;
    for (const minutes of TOLD_AT_MINUTES) {
      if (!told.has(minutes) && left <= minutes * 60) {
        told.add(minutes);
        say(it.dataset.minutesLeft.replace('{0}', minutes));
      }
    }
    if (left <= 0 && !over) {
      over = true;
      say(it.dataset.over);
      setTimeout(follow, 500 + Math.random() * 1500);
    }
  };

  // ---- Following
  // The language and the group that were chosen in the address stay; what was done or asked there does not.
  const here = () => {
    const kept = [...new URLSearchParams(location.search)].filter(([name]) => name === 'lang' || name === 'group');
    return location.pathname + (kept.length ? `?${new URLSearchParams(kept)}` : '');
  };
  let following = false;
  const isIdle = () => (document.activeElement === document.body || document.activeElement === null)
    && ![...page.querySelectorAll('textarea, input, select')].some(field =>
      field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked
        : field.tagName !== 'SELECT' && field.value !== field.defaultValue)
    && window.scrollY < 40;
  const follow = async () => {
    if (following) return;
    following = true;
    try {
      const answer = await fetch(page.dataset.shop, { cache: 'no-store', credentials: 'same-origin' });
      if (answer.ok) {
        const state = await answer.text();
        if (state !== page.dataset.state) await step(state);
      } else if (answer.status === 404) {
        location.reload();
      }
    } catch { /* offline: the next time may do */ }
    following = false;
  };
  const step = async state => {
    if (isIdle() && !('whole' in page.dataset)) {
      // Not looked at before it is loaded: on a line that a class shares each page counts.
      sessionStorage.setItem('contested:phase', 'new');
      location.replace(here());
      return;
    }
    const answer = await fetch(location.href.split('#')[0].replace(/([?&])(did|to)=[^&]*/g, '$1'),
      { cache: 'no-store', credentials: 'same-origin' });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    page.dataset.state = state;
    if ('whole' in page.dataset) {
      // On the wall nothing has the focus, and a page that loads anew would flicker.
      page.replaceChildren(...document.importNode(fresh.querySelector('[data-shop]'), true).childNodes);
      wind();
      tick();
      return;
    }
    const lit = spotOf(document);
    for (const part of ['.phases', '.shop-note', '.spotlight']) {
      const old = page.querySelector(part);
      const now = fresh.querySelector(part);
      const held = old && old.contains(document.activeElement) ? document.activeElement.tagName : null;
      if (held) {
        // What is in use there is gone: the same thing in what took its place, else the line that says what happened.
        document.getElementById('moved').hidden = false;
        const put = now && document.importNode(now, true);
        if (put) old.replaceWith(put);
        else old.remove();
        ((put && put.querySelector(held)) || document.querySelector('#moved a')).focus();
      } else if (old && now) old.replaceWith(document.importNode(now, true));
      else if (old) old.remove();
      else if (now) page.querySelector('.phases').after(document.importNode(now, true));
    }
    wind();
    tick();
    document.getElementById('moved').hidden = false;
    say(`${phaseOf(fresh)}. ${noteOf(fresh)} ${spotOf(fresh) === lit ? '' : spotOf(fresh)}`);
  };
  const phaseOf = doc => (doc.querySelector('.phases [aria-current="step"] .ph') || { textContent: '' }).textContent;
  const spotOf = doc => (doc.querySelector('.spotlight') || { dataset: { said: '' } }).dataset.said;
  const noteOf = doc => (doc.querySelector('.shop-note') || { textContent: '' }).textContent.trim();

  // ---- Told by push; without it, asked for
  const ASK_EVERY_MS = 20 * 1000;
  // A server that starts again is back within seconds; what takes longer is said, and that it is over.
  const SAY_LOST_AFTER_MS = 3000;
  const lost = document.getElementById('lost');
  let losing;
  const away = () => {
    losing ??= setTimeout(() => {
      if (!lost) return;
      lost.hidden = false;
      say(lost.textContent);
    }, SAY_LOST_AFTER_MS);
  };
  const back = () => {
    clearTimeout(losing);
    losing = undefined;
    if (!lost || lost.hidden) return;
    lost.hidden = true;
    say(lost.dataset.back);
  };
  const listen = (wait = 1000) => {
    const address = `${location.protocol.replace('http', 'ws')}//${location.host}${page.dataset.shop}`;
    const socket = new WebSocket(address);
    let opened = false;
    socket.addEventListener('open', () => {
      opened = true;
      back();
    });
    // Not all at the same moment: a class shares one line.
    socket.addEventListener('message', () => setTimeout(follow, Math.random() * 1000));
    socket.addEventListener('close', () => {
      if (opened) away();
      setTimeout(() => { follow(); listen(opened ? 1000 : Math.min(wait * 2, 60000)); }, wait + Math.random() * 1000);
    });
  };
  const often = 'whole' in page.dataset ? 4000 : ASK_EVERY_MS * 3;
  setInterval(() => { if (document.visibilityState === 'visible') follow(); }, often);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') follow(); });
  const moved = document.querySelector('#moved a');
  if (moved) {
    moved.addEventListener('click', event => {
      event.preventDefault();
      location.replace(here());
    });
  }

  // ---- On paper nothing is folded away
  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = [...page.querySelectorAll('.shop-matrix:not([open]), .shop-matrix details:not([open])')];
    unfolded.forEach(part => { part.open = true; });
  });
  addEventListener('afterprint', () => unfolded.forEach(part => { part.open = false; }));

  wind();
  tick();
  setInterval(tick, 1000);
  listen();
  if (sessionStorage.getItem('contested:phase')) {
    sessionStorage.removeItem('contested:phase');
    say(phaseOf(document));
  }
})();
