/** Milliseconds that a card needs to leave. */
const LEAVES = 180;

/** Lets the card of a deck leave to the left, over the one that is there already. Nothing moves where motion is off. */
export function leaveToTheLeft(stage: HTMLElement | null): void {
  const card = stage?.querySelector<HTMLElement>('[data-profile]');
  if (stage == null || card == null || document.documentElement.dataset['motion'] !== 'on') return;
  const leaving = card.cloneNode(true) as HTMLElement;
  leaving.inert = true;
  leaving.ariaHidden = 'true';
  delete leaving.dataset['profile'];
  Object.assign(leaving.style, { position: 'absolute', inset: '0', zIndex: '1' });
  stage.append(leaving);
  const end = (): void => leaving.remove();
  leaving
    .animate(
      [
        { transform: 'none', opacity: 1 },
        { transform: 'translateX(-48px)', opacity: 0 },
      ],
      {
        duration: LEAVES,
        easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
      },
    )
    .finished.then(end, end);
}
