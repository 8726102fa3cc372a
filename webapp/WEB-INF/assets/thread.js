// "3 new" under a question: told by push to whoever is signed in, asked for at most once a minute by visitors' pages.
// It moves nothing of what is read; the link leads to the newest.
(() => {
  'use strict';
  const section = document.getElementById('thread-live');
  const line = section && section.querySelector('.live-new');
  if (!line) return;
  const link = line.querySelector('a');
  const { live, push, published } = section.dataset;
  const say = words => document.dispatchEvent(new CustomEvent('contested:say', { detail: words }));
  const SAY_EVERY_MS = 60 * 1000;
  let said = -SAY_EVERY_MS;
  let timer;
  let count = 0;

  const tell = news => {
    if (news === count) return;
    count = news;
    line.hidden = count < 1;
    if (count < 1) return;
    const { one, many } = link.dataset;
    link.textContent = count === 1 ? one : many.replace('{0}', count);
    clearTimeout(timer);
    timer = setTimeout(() => { said = performance.now(); say(link.textContent); },
      Math.max(0, said + SAY_EVERY_MS - performance.now()));
  };

  // ---- Asked for: at most once a minute, and only while somebody looks at the page
  const ASK_EVERY_MS = 60 * 1000;
  let asked = performance.now();
  const ask = async () => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < ASK_EVERY_MS) return;
    asked = performance.now();
    try {
      const answer = await fetch(live, { cache: 'no-cache', credentials: push ? 'same-origin' : 'omit' });
      if (answer.ok) tell(Math.max(0, Number(await answer.text()) - Number(published)));
    } catch { /* offline: the next minute may do */ }
  };
  const asking = () => {
    setInterval(ask, ASK_EVERY_MS / 12);
    document.addEventListener('visibilitychange', ask);
  };

  // ---- Told: the names of comments that appeared; those that stand here already are not new
  const listening = () => {
    const names = new Set();
    const socket = new WebSocket(live.replace(/^/, `${location.protocol.replace('http', 'ws')}//${location.host}`));
    socket.addEventListener('message', event => {
      if (document.getElementById(event.data)) return;
      names.add(event.data);
      tell(names.size);
    });
    // No way through, or the server restarts: the page asks, as a visitor's does.
    socket.addEventListener('close', asking, { once: true });
  };
  if (push) listening();
  else asking();
})();
