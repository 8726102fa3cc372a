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

  // What was done before this page is spoken, and the focus stands on what comes next.
  const done = $('[data-say]');
  if (done) say(done.dataset.say);
  const wrong = $('.decide .error, .desk-bulk .error, .desk-ask .error');
  const head = $('#detail');
  if (wrong && $('#decide')) ($('#decide [role=alert]') || wrong).scrollIntoView({ block: 'nearest' });
  else if (location.hash === '#detail') head.focus();

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
  if (undo) setTimeout(() => { undo.hidden = true; undo.disabled = true; }, Number(undo.dataset.leftMs));

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
  const decide = kind => {
    const pressed = button(kind);
    if (!pressed) return false;
    const needsRule = kind !== 'PUBLISH';
    const reply = $('#reply');
    if (needsRule && !rules.some(rule => rule.checked) && !(reply && reply.value)) {
      wanted = kind;
      rules[0].focus();
      return true;
    }
    pressed.click();
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
      return true;
    },
    a: () => decide('PUBLISH'),
    s: () => decide('SEND_BACK'),
    r: () => decide('DECLINE'),
    h: () => decide('HIDE'),
    q: () => open($('.desk-ask'), 'textarea'),
    '/': () => { $('#search').focus(); $('#search').select(); return true; },
    u: () => { if (undo) undo.click(); return !!undo; },
    '?': () => { help.showModal(); return true; }
  };

  const isTyping = element => element.matches('textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable]');

  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isTyping(event.target) || help.open) return;
    if (event.key === 'Enter' && wanted && event.target.name === 'rule') {
      event.preventDefault();
      decide(wanted);
      return;
    }
    if (!choice.checked) return;
    const key = event.key.toLowerCase();
    const act = keys[key] || (/^[1-9]$/.test(key) ? () => choose(Number(key)) : null);
    if (act && act()) event.preventDefault();
  });
})();
