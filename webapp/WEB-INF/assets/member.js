// For whoever is signed in, on every page: a warning before the sign-in ends, and what the browser keeps for them.
(() => {
  'use strict';
  const { account, left } = document.body.dataset;
  if (!account) return;
  const say = words => document.dispatchEvent(new CustomEvent('contested:say', { detail: words }));
  const DRAFTS = `contested.draft.${account}.`;
  const UNTIL = 'contested.until';
  const names = () => { try { return Object.keys(localStorage); } catch { return []; } };
  const forget = name => { try { localStorage.removeItem(name); } catch { /* private window */ } };

  // ---- Unsent words: gone once they are posted, and at sign-out
  const posted = document.querySelector('[data-posted]');
  if (posted) {
    for (const target of posted.dataset.posted.split(' ')) {
      try { if (JSON.parse(localStorage.getItem(DRAFTS + target)).sent) forget(DRAFTS + target); } catch { /* none */ }
    }
  }
  for (const form of document.querySelectorAll('form[data-forgets]')) {
    form.addEventListener('submit', () => names().filter(n => n.startsWith(DRAFTS) || n === UNTIL).forEach(forget));
  }

  // ---- The end of the sign-in
  const WARN_MS = 5 * 60 * 1000;
  const box = document.getElementById('sign-in-end');
  const words = box.querySelector('p');
  const form = box.querySelector('form');
  const button = form.querySelector('button');
  const again = form.querySelector('a');
  let until = Date.now() + Number(left) * 1000;
  let stage = '';
  const hour = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  const at = pattern => pattern.replace('{0}', hour.format(until));

  // Another tab may have extended it meanwhile.
  const learn = () => {
    try {
      const [whose, when] = (localStorage.getItem(UNTIL) || '').split(' ');
      if (whose === account && Number(when) > until) until = Number(when);
    } catch { /* private window: this tab only */ }
  };
  const show = (next, text) => {
    if (stage === next) return;
    stage = next;
    words.textContent = text;
    box.hidden = false;
    button.hidden = next === 'over';
    again.hidden = next === 'soon';
    say(text);
  };
  const look = () => {
    learn();
    const rest = until - Date.now();
    if (rest <= 0) show('over', box.dataset.over);
    else if (rest <= WARN_MS) show('soon', at(box.dataset.soon));
    else { box.hidden = true; stage = ''; }
  };
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html').body.dataset;
      // A sign-in made anew in another tab refuses this page's token, and lasts all the same.
      if (page.account !== account || Number(page.left) * 1000 <= WARN_MS) throw new Error();
      until = Date.now() + Number(page.left) * 1000;
      try { localStorage.setItem(UNTIL, `${account} ${until}`); } catch { /* private window */ }
      const focused = box.contains(document.activeElement);
      look();
      if (focused) document.getElementById('main').focus({ preventScroll: true });
      say(at(box.dataset.extended));
    } catch {
      show('failed', box.dataset.failed);
    }
  });
  const LOOK_EVERY_MS = 5000;
  look();
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
})();
