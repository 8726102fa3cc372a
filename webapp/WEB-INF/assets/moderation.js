// The moderators' desk by keyboard. Every key does what a link or a button on the page does as well.
(() => {
  'use strict';
  const OFF = 'contested.keys';
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = selector => [...document.querySelectorAll(selector)];
  const kept = () => { try { return localStorage.getItem(OFF); } catch { return null; } };

  const say = words => {
    const live = $('#live');
    live.textContent = '';
    setTimeout(() => { live.textContent = words; }, 100);
  };

  // What was done before this page is spoken, and the focus stands on what comes next, or on what went wrong.
  const done = $('[data-say]');
  if (done && done.dataset.say) say(done.dataset.say);
  const wrong = $('.desk-bulk .error, .desk-not-done .error, .desk-ask .error, .decide .field .error')
    || $('.pane-detail [role=alert]');
  const head = $('#detail');
  if (wrong) {
    wrong.tabIndex = -1;
    wrong.focus();
  } else if (location.hash === '#detail') head.focus();

  const choice = $('#single-keys');
  choice.checked = kept() !== 'off';
  choice.addEventListener('change', () => {
    try { localStorage.setItem(OFF, choice.checked ? 'on' : 'off'); } catch { /* private window: for this page only */ }
  });

  const help = $('#keys');
  $('#keys-open').addEventListener('click', () => help.showModal());

  // A saved reply goes to the words, where it can still be changed, and brings its rule.
  const reply = $('#reply');
  if (reply) reply.addEventListener('change', () => {
    const taken = reply.selectedOptions[0];
    if (!taken.value) return;
    const words = $('#words');
    words.value = words.value.trim() ? words.value.trimEnd() + '\n' + taken.dataset.words : taken.dataset.words;
    const rule = $$('#decide input[name=rule]').find(radio => radio.value === taken.dataset.rule);
    if (rule && !$$('#decide input[name=rule]').some(radio => radio.checked)) rule.checked = true;
    reply.value = '';
    words.focus();
    say(reply.dataset.said);
  });

  // What can be undone for some minutes is not offered longer.
  const undo = $('[data-key=u]');
  if (undo) setTimeout(() => { undo.disabled = true; undo.closest('form').hidden = true; }, Number(undo.dataset.leftMs));

  // A form goes once: a second key or click while the answer is on its way decides nothing more.
  let sent = false;
  document.addEventListener('submit', event => {
    if (event.target.method !== 'post') return;
    if (sent) event.preventDefault();
    else {
      sent = true;
      setTimeout(() => { sent = false; }, 8000);
    }
  });
  addEventListener('pageshow', () => { sent = false; });

  // What is selected stays so while one walks through the comments, until it is decided together.
  const MARKS = 'contested.marks';
  const marked = () => { try { return JSON.parse(sessionStorage.getItem(MARKS)) || []; } catch { return []; } };
  const keep = marks => { try { sessionStorage.setItem(MARKS, JSON.stringify(marks)); } catch { /* this page only */ } };
  const boxes = $$('.qitem input[name=mark]');
  const here = boxes.map(box => box.value);
  const keepBoxes = () => keep(marked().filter(mark => !here.includes(mark))
    .concat(boxes.filter(box => box.checked).map(box => box.value)));
  const before = marked();
  boxes.forEach(box => { if (before.includes(box.value)) box.checked = true; });
  keepBoxes();
  const marks = $('.desk-marks');
  marks.addEventListener('change', keepBoxes);
  marks.addEventListener('submit', event => {
    if (event.submitter && event.submitter.value.startsWith('bulk-')) keep(marked().filter(mark => !here.includes(mark)));
  });

  const items = $$('.qitem');
  const current = () => items.findIndex(item => item.classList.contains('is-current'));
  const walk = step => {
    const next = items[current() + step];
    if (next) $('.why a', next).click();
  };
  const button = kind => $(`#decide button[name=do][value=${kind}]`);
  const rules = $$('#decide input[name=rule]');

  // Taking away needs a rule: the key leads to the rules first, and Enter or the same key again decides.
  let wanted = '';
  const armed = $('#armed');
  const tell = words => {
    armed.textContent = words;
    armed.hidden = !words;
    if (words) say(words);
  };
  const disarm = () => {
    wanted = '';
    tell('');
  };
  const isRuled = () => rules.some(rule => rule.checked) || $('#reply').value;
  const confirmWanted = () => {
    if (isRuled()) button(wanted).click();
    else tell(armed.dataset.ruleless);
  };
  const decide = kind => {
    const pressed = button(kind);
    if (!pressed) return false;
    if (kind === 'PUBLISH') pressed.click();
    else {
      wanted = kind;
      (rules.find(rule => rule.checked) || rules[0]).focus();
      tell(pressed.dataset.armed);
    }
    return true;
  };
  const choose = number => {
    const rule = rules[number - 1];
    if (!rule) return false;
    rule.checked = true;
    rule.focus();
    return true;
  };
  const open = (details, field) => {
    if (!details) return false;
    details.open = true;
    $(field, details).focus();
    return true;
  };

  const keys = {
    j: () => { walk(1); return true; },
    k: () => { walk(-1); return true; },
    x: () => {
      const box = items[current()] && $('input', items[current()]);
      if (!box) return false;
      box.checked = !box.checked;
      keepBoxes();
      return true;
    },
    a: () => decide('PUBLISH'),
    s: () => decide('SEND_BACK'),
    r: () => decide('DECLINE'),
    h: () => decide('HIDE'),
    b: () => {
      const bulk = $('#bulk-rule');
      if (bulk) bulk.focus();
      return !!bulk;
    },
    q: () => open($('.desk-ask'), 'textarea'),
    '/': () => { $('#search').focus(); $('#search').select(); return true; },
    u: () => { if (undo) undo.click(); return !!undo; },
    '?': () => { help.showModal(); return true; }
  };

  const isTyping = element => element.matches('textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable]');

  const LETTERS = { SEND_BACK: 's', DECLINE: 'r', HIDE: 'h' };
  const isRule = element => element.matches('#decide input[name=rule]');
  // Whoever stands on a part of a form means that part; in the list one may still walk on.
  const isBusy = element => element.matches('a, button, input, select, summary') && !!element.closest('form, details');
  const isAllowed = (key, element) => isRule(element) || !isBusy(element)
    || !!element.closest('.queue') && ['j', 'k', '/', '?'].includes(key);

  // While a decision waits for its rule, nothing but the rule, the confirmation and the way back counts.
  const continueWanted = key => {
    if (key === 'escape') disarm();
    else if (key === 'enter' || key === LETTERS[wanted]) confirmWanted();
    else if (/^[1-9]$/.test(key)) return choose(Number(key));
    else return false;
    return true;
  };

  document.addEventListener('keydown', event => {
    const target = event.target;
    const key = event.key.toLowerCase();
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(target) || help.open) return;
    if (key === 'enter' && isRule(target) && !wanted) {
      event.preventDefault();
      tell(armed.dataset.none);
      return;
    }
    if (event.repeat || sent) {
      if (key === 'enter' && isRule(target)) event.preventDefault();
      return;
    }
    if (wanted) {
      if ((isRule(target) || !isBusy(target)) && (choice.checked || key === 'enter' || key === 'escape')
        && continueWanted(key)) event.preventDefault();
      return;
    }
    if (!choice.checked || !isAllowed(key, target)) return;
    const act = keys[key] || (/^[1-9]$/.test(key) ? () => choose(Number(key)) : null);
    if (act && act()) event.preventDefault();
  });
})();
