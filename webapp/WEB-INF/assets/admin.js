// The administrators' pages: says at once what the server would say after a long upload.
(() => {
  'use strict';
  const file = document.getElementById('document');
  if (!file) return;
  file.addEventListener('change', () => {
    const tooLarge = file.files.length > 0 && file.files[0].size > Number(file.dataset.maxBytes);
    file.setCustomValidity(tooLarge ? file.dataset.tooLarge : '');
    if (tooLarge) file.reportValidity();
  });
})();
