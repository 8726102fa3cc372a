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

  const doings = {
    theme(button) {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      button.setAttribute('aria-pressed', String(isDark()));
      try { localStorage.setItem(THEME, root.dataset.theme); } catch { /* private window: for this page only */ }
    },
    print() { window.print(); },
    async copy(button) {
      const from = document.getElementById(button.dataset.from);
      try {
        await navigator.clipboard.writeText(from.textContent);
        say(button.dataset.said);
      } catch {
        // No clipboard without https: select it, so that one key copies it.
        getSelection().selectAllChildren(from);
        from.focus();
      }
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll('[data-do=theme]')) button.setAttribute('aria-pressed', String(isDark()));
    document.addEventListener('click', event => {
      const button = event.target.closest('button[data-do]');
      if (button && doings[button.dataset.do]) doings[button.dataset.do](button);
    });
  });
})();
