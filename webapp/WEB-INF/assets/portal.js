// What reading pages do with script. Each of them works without it; what needs it is hidden until it runs.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');

  // The theme is a choice of this browser, kept in it and sent nowhere.
  const THEME = 'contested.theme';
  const kept = (() => { try { return localStorage.getItem(THEME); } catch { return null; } })();
  if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  const isDark = () => root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

  const say = words => {
    const live = document.getElementById('live');
    if (!live) return;
    live.textContent = '';
    setTimeout(() => { live.textContent = words; }, 50);
  };

  document.addEventListener('contested:say', event => say(event.detail));

  // What somebody typed and did not send is theirs for a day, whoever sits here now.
  const DAY_MS = 24 * 60 * 60 * 1000;
  try {
    for (const name of Object.keys(localStorage).filter(n => n.startsWith('contested.draft.'))) {
      let at = 0;
      try { ({ at } = JSON.parse(localStorage.getItem(name))); } catch { /* none of ours, or broken */ }
      if (!(Date.now() - at < DAY_MS)) localStorage.removeItem(name);
    }
  } catch { /* private window: nothing is kept */ }

  // What a button did stands on it in place of its word, and then the word again.
  const SAID_MS = 2000;
  const flashing = new WeakSet();
  const flash = (button, words) => {
    if (flashing.has(button)) return;
    const word = [...button.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const before = word.data;
    flashing.add(button);
    word.data = words;
    setTimeout(() => { word.data = before; flashing.delete(button); }, SAID_MS);
  };

  const doings = {
    theme(button) {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      button.setAttribute('aria-pressed', String(isDark()));
      try { localStorage.setItem(THEME, root.dataset.theme); } catch { /* private window: for this page only */ }
    },
    print() { window.print(); },
    fill(button, event) {
      event.preventDefault();
      const into = document.getElementById(button.dataset.into);
      into.value = button.value;
      into.focus();
    },
    async copy(button) {
      const from = document.getElementById(button.dataset.from);
      button.parentNode.querySelectorAll('.copy-failed').forEach(note => note.remove());
      try {
        await navigator.clipboard.writeText(from.textContent);
        flash(button, button.dataset.said);
        say(button.dataset.said);
      } catch {
        // No clipboard without https: select it, so that one key copies it.
        from.focus();
        getSelection().selectAllChildren(from);
        const { copyFailed } = document.getElementById('live').dataset;
        const note = document.createElement('span');
        note.className = 'copy-failed';
        note.textContent = copyFailed;
        button.after(note);
        say(copyFailed);
      }
    }
  };

  // The alert of a refused form leads to a field by its id; to a choice among several by its name.
  const leadToFields = () => {
    for (const link of document.querySelectorAll('.wrong-fields a')) {
      link.addEventListener('click', event => {
        const form = link.closest('form');
        const name = decodeURIComponent(link.hash.slice(1));
        const field = form && (form.querySelector(`[id="${name}"]`) || form.querySelector(`[name="${name}"]`));
        if (!field) return;
        event.preventDefault();
        field.scrollIntoView({ block: 'center' });
        field.focus();
      });
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    leadToFields();
    for (const box of document.querySelectorAll('[data-shows]')) {
      box.addEventListener('change', () => {
        document.getElementById(box.dataset.shows).type = box.checked ? 'text' : 'password';
      });
      // Sent as a passphrase, so that the browser offers to keep it and shows it to nobody later.
      box.form.addEventListener('submit', () => { document.getElementById(box.dataset.shows).type = 'password'; });
    }
    // What is to be read before all else: why a form was refused, or that a link leads nowhere.
    const first = document.querySelector('[data-first]');
    if (first) first.focus();
    for (const button of document.querySelectorAll('[data-do=theme]')) button.setAttribute('aria-pressed', String(isDark()));
    // Sent twice, such a form would be refused for what it did the first time. Coming back to the page begins anew.
    for (const form of document.querySelectorAll('form[data-once]')) {
      let sent = false;
      form.addEventListener('submit', event => { if (sent) event.preventDefault(); sent = true; });
      window.addEventListener('pageshow', () => { sent = false; });
    }
    // Another language, the same place: what is behind # never reaches the server.
    for (const link of document.querySelectorAll('.lang a')) link.addEventListener('click', () => { link.hash = location.hash; });
    document.addEventListener('click', event => {
      const button = event.target.closest('button[data-do]');
      if (button && doings[button.dataset.do]) doings[button.dataset.do](button, event);
    });
  });
})();
