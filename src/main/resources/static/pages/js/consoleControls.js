/**
 * Keeps the console usable without eyes and without a mouse: Swagger UI leaves its fields without names, and long answers
 * beyond the reach of the keyboard.
 */
export function labelControls(sheet) {
  new MutationObserver(() => label(sheet)).observe(sheet, { childList: true, subtree: true });
}

function label(sheet) {
  for (const field of sheet.querySelectorAll('select:not([aria-label]), input:not([aria-label]), textarea:not([aria-label])')) {
    field.setAttribute('aria-label', nameOf(field));
  }
  for (const answers of sheet.querySelectorAll('[role="region"]:not([aria-label])')) {
    answers.setAttribute('aria-label', `Answers of ${operationOf(answers)}`);
  }
  for (const code of sheet.querySelectorAll('pre:not([tabindex])')) {
    code.tabIndex = 0;
  }
}

function operationOf(part) {
  const summary = part.closest('.opblock')?.querySelector('.opblock-summary');
  return [...(summary?.querySelectorAll('.opblock-summary-method, .opblock-summary-path') ?? [])]
    .map((piece) => piece.textContent)
    .join(' ');
}

function nameOf(field) {
  const parameter = field.closest('tr[data-param-name]')?.dataset.paramName;
  return parameter ?? (field.closest('.body-param') ? 'Body of the request' : 'Media type');
}
