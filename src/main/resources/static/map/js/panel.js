/** On narrow screens the panel lies over the map and is folded away at first. */
const NARROW = window.matchMedia('(max-width: 760px)');

export function panelToggle(button, panel) {
  const show = (shown) => {
    panel.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
  };
  button.addEventListener('click', () => show(panel.hidden));
  NARROW.addEventListener('change', () => show(!NARROW.matches));
  show(!NARROW.matches);
}
