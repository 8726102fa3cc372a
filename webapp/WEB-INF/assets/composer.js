// The form for a comment: how long it is, which passages it cites, and that nothing typed is lost. It works without.
(() => {
  'use strict';
  const form = document.querySelector('form.composer');
  const { account } = document.body.dataset;
  if (!form || !account) return;
  const $ = id => document.getElementById(id);
  const say = words => document.dispatchEvent(new CustomEvent('contested:say', { detail: words }));
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, n) => number.format(values[n]));
  const later = (act, ms) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(act, ms); }; };
  const PAUSE_MS = 1200;
  const text = $('text');
  const key = form.elements.key;
  const boxes = [...form.querySelectorAll('input[name=citations]')];
  const picks = [...form.querySelectorAll('input[name=position]')];

  // ---- How long it is, counted as everybody counts who does not program
  const counter = $('counter');
  const { min, max, short, left, over } = counter.dataset;
  const NEARLY_FULL = 100;
  let spoken = '';
  const length = () => {
    const all = [...text.value].length;
    if (all > max) return ['over', fill(over, all - max), true];
    const seen = [...text.value.trim()].length;
    if (seen < min) return ['short', fill(short, min - seen), false];
    return ['left', fill(left, max - all), max - all <= NEARLY_FULL];
  };
  const showLength = () => {
    const [kind, words] = length();
    counter.textContent = words;
    counter.dataset.kind = kind;
  };
  // Spoken in a pause, and only when it matters: not at every key.
  const speakLength = later(() => {
    const [kind, words, urgent] = length();
    if (urgent || (spoken && kind !== spoken)) say(words);
    spoken = kind;
  }, PAUSE_MS);

  // ---- Which passages it cites
  const chosen = $('chosen');
  const found = $('found');
  const find = $('find-passage');
  const plain = words => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const rows = boxes.map(box => {
    const row = box.closest('li');
    return { box, row, words: plain(row.textContent), paragraph: row.dataset.paragraph, fits: true };
  });
  const showChosen = () => {
    const count = boxes.filter(box => box.checked).length;
    const { none, one, many } = chosen.dataset;
    chosen.textContent = count === 0 ? none : count === 1 ? one : fill(many, count);
  };
  const shown = () => rows.filter(({ row }) => !row.hidden).map(({ box }) => box);
  // A number is that of a paragraph: the years in the words would match it everywhere.
  const meant = word => word.replace(/^¶/, '');
  const isIn = (entry, word) => /^\d+$/.test(word) ? entry.paragraph === word : entry.words.includes(word);
  const speakFound = later(() => say(found.textContent), PAUSE_MS / 2);
  const filter = () => {
    const wanted = plain(find.value).split(/\s+/).map(meant).filter(Boolean);
    for (const entry of rows) {
      entry.fits = wanted.every(word => isIn(entry, word));
      entry.row.hidden = !entry.fits && !entry.box.checked;
    }
    const matches = rows.filter(entry => entry.fits).length;
    const stay = rows.some(entry => !entry.fits && entry.box.checked) ? ` ${found.dataset.stay}` : '';
    found.textContent = wanted.length ? fill(found.dataset.found, matches, rows.length) + stay : found.dataset.hint;
    if (wanted.length) speakFound();
  };
  find.addEventListener('input', filter);
  find.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      // One that was chosen earlier may stand above it, and a key meant for the match would take it away.
      const first = rows.find(({ row, fits }) => fits && !row.hidden);
      if (first) first.box.focus();
      else say(found.textContent);
    } else if (event.key === 'Escape' && find.value) {
      event.preventDefault();
      find.value = '';
      filter();
    }
  });
  $('passages').addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = shown();
    (all[all.indexOf(event.target) + step] || (step < 0 ? find : event.target)).focus();
  });
  $('passages').addEventListener('change', () => { showChosen(); say(chosen.textContent); });

  // ---- What is typed stays in this browser, under the mark of the account that typed it
  const DAY_MS = 24 * 60 * 60 * 1000;
  const name = `contested.draft.${account}.${form.dataset.draft}`;
  const ownKey = key.value;
  const now = () => ({
    text: text.value,
    position: (picks.find(pick => pick.checked) || { value: '' }).value,
    citations: boxes.filter(box => box.checked).map(box => box.value).sort()
  });
  const same = (one, other) => JSON.stringify([one.text, one.position, one.citations])
    === JSON.stringify([other.text, other.position, other.citations]);
  const asLoaded = now();
  const forget = () => { try { localStorage.removeItem(name); } catch { /* private window */ } };
  const keep = sent => {
    const draft = now();
    if (!sent && !form.dataset.typed && same(draft, asLoaded)) {
      forget();
      return;
    }
    try {
      localStorage.setItem(name, JSON.stringify({ ...draft, key: key.value, sent, at: Date.now() }));
    } catch { /* private window, or no room: the page itself still has it */ }
  };
  const kept = () => {
    try {
      const draft = JSON.parse(localStorage.getItem(name));
      return draft && Date.now() - draft.at < DAY_MS ? draft : null;
    } catch { return null; }
  };
  const show = () => { showLength(); showChosen(); filter(); };
  const restored = $('restored');
  const restore = () => {
    const draft = kept();
    if (!draft || same(draft, asLoaded)) return;
    text.value = draft.text;
    for (const pick of picks) pick.checked = pick.value === draft.position;
    // What was just chosen by "cite this" joins what had been typed before.
    for (const box of boxes) box.checked = draft.citations.includes(box.value) || asLoaded.citations.includes(box.value);
    // Sent, and no answer came: the same words under the same key are one comment, whatever had happened.
    if (draft.sent) key.value = draft.key;
    restored.hidden = false;
    say(restored.querySelector('p').textContent);
  };
  restored.querySelector('button').addEventListener('click', () => {
    forget();
    form.reset();
    key.value = ownKey;
    restored.hidden = true;
    show();
    text.focus();
  });

  const changed = () => { key.value = ownKey; keep(false); };
  form.addEventListener('input', event => {
    if (event.target === find) return;
    changed();
    if (event.target === text) { showLength(); speakLength(); }
  });
  // What is being put right is not wrong any more until it is sent again.
  const mend = ({ target }) => {
    const field = target.closest('.field-error');
    if (!field || target === find) return;
    field.classList.remove('field-error');
    field.querySelectorAll('.error').forEach(words => words.remove());
    field.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
  };
  form.addEventListener('input', mend);
  form.addEventListener('change', mend);
  form.addEventListener('submit', event => keep(!event.submitter || event.submitter.value !== 'preview'));

  if (form.dataset.typed) keep(false);
  else restore();
  show();
})();
