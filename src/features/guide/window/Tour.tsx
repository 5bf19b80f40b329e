import { Button, CloseButton, Group, Paper, Text, Title } from '@mantine/core';
import { useViewportSize } from '@mantine/hooks';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import { keepFocus } from '../../../renderer/components/keep-focus';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { screenAt } from '../../screens';
import { useDatasets } from '../../../renderer/stores/engine-data';
import { setTour, TOUR_STEPS, type TourStep, usePreferences } from '../../../renderer/stores/preferences';
import { placeBeside } from './place-beside';
import { type Anchor, useAnchor } from './use-anchor';
import { TOUR_PLACES, useTourMoves } from './use-tour-moves';
import classes from './Tour.module.css';

/** The step on screen, or null. */
function useStep(): TourStep | null {
  const tour = usePreferences((state) => state.tour);
  const { data: datasets } = useDatasets();
  const [place] = useLocation();
  if (tour === 'left') return null;
  if (tour !== 'new') return tour;
  return datasets?.length === 0 && screenAt(place) === 'week' ? 'open' : null;
}

/** Advances the tour when the user opens the screen of a later step himself. */
function useFollowing(step: TourStep | null): void {
  const [place] = useLocation();
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (step === null) return;
    const later = TOUR_STEPS.slice(TOUR_STEPS.indexOf(step) + 1).find(
      (one) => screenAt(TOUR_PLACES[one]) === screenAt(place),
    );
    if (later !== undefined) setTour(later);
  }, [place, step]);
}

/**
 * Returns the focus when the tour ends: to the element that had it before, or else to the screen. Leaves the focus
 * alone if the user has moved it elsewhere.
 * @returns a function that records the element from which the tour took the focus
 */
function useFocusAfterwards(isOn: boolean): (left: HTMLElement) => void {
  const before = useRef<HTMLElement | null>(null);
  const wasOn = useRef(isOn);
  useEffect(() => {
    const hasEnded = wasOn.current && !isOn;
    wasOn.current = isOn;
    if (!hasEnded) return;
    if (document.activeElement === document.body) before.current?.focus({ preventScroll: true });
    before.current = null;
    keepFocus();
  }, [isOn]);
  return useCallback((left) => {
    before.current = left;
  }, []);
}

/**
 * The tour: eight steps on the sample, each a popover beside what it explains. It is not modal: everything behind it
 * stays usable, and using it advances the tour.
 */
export function Tour(): ReactNode {
  const step = useStep();
  useFollowing(step);
  const onTaken = useFocusAfterwards(step !== null);
  return step === null ? null : <Step key={step} step={step} onTaken={onTaken} />;
}

interface StepProps {
  step: TourStep;
  /** Called with the element from which the tour took the focus. */
  onTaken: (from: HTMLElement) => void;
}

function Step({ step, onTaken }: StepProps): ReactNode {
  const pointed = useAnchor(step);
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape' && isIdle(document.activeElement)) setTour('left');
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
  if (pointed === null) return null;
  const { anchor, told } = pointed;
  return (
    <>
      <div className={classes.ring} style={anchor} aria-hidden />
      <Beside anchor={anchor} told={told} step={step} onTaken={onTaken} />
    </>
  );
}

function Beside({ anchor, told, step, onTaken }: StepProps & { anchor: Anchor; told: readonly Anchor[] }): ReactNode {
  const t = useTexts();
  const { next, back, waitsFor } = useTourMoves(step);
  const room = useViewportSize();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = (): void => setSize({ width: element.offsetWidth, height: element.offsetHeight });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    // Does not interrupt a user who is doing something on the screen.
    if (isIdle(document.activeElement)) box.current?.focus({ preventScroll: true });
  }, []);
  const number = TOUR_STEPS.indexOf(step) + 1;
  return (
    <Paper
      ref={box}
      className={classes.beside}
      style={placeBeside(anchor, told, size, ...besideRail(room))}
      shadow="md"
      withBorder
      role="dialog"
      aria-labelledby="tour-title"
      aria-describedby="tour-body"
      data-region
      tabIndex={-1}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) onTaken(relatedTarget);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setTour('left');
      }}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('tour.step', { number, of: TOUR_STEPS.length })}
        </Text>
        <CloseButton size="sm" aria-label={t('tour.leave')} onClick={() => setTour('left')} />
      </Group>
      <Title order={2} size="h4" id="tour-title">
        {t(`tour.steps.${step}.title`)}
      </Title>
      <Text size="sm" mt="2xs" id="tour-body">
        {t(`tour.steps.${step}.body`)}
      </Text>
      <Group mt="sm" gap="xs" justify="flex-end">
        {back !== null && (
          <Button size="compact-sm" variant="default" onClick={back}>
            {t('tour.back')}
          </Button>
        )}
        <ReasonedButton
          size="compact-sm"
          below
          reason={waitsFor === null ? null : t(`tour.first.${waitsFor}`)}
          onClick={next}
        >
          {t(step === 'open' ? 'welcome.sample' : step === 'export' ? 'tour.done' : 'tour.next')}
        </ReasonedButton>
      </Group>
    </Paper>
  );
}

/** The room that the rail leaves, and where it begins at the left: in a narrow window the rail is a bar at the bottom. */
function besideRail(room: { readonly width: number; readonly height: number }): [typeof room, number] {
  const rail = document.querySelector('nav')?.getBoundingClientRect();
  if (rail === undefined) return [room, 0];
  return rail.width < room.width ? [room, rail.right] : [{ width: room.width, height: rail.top }, 0];
}

/** True if only the page, a region or the tour itself has the focus. */
const isIdle = (focused: Element | null): boolean =>
  focused === null || focused === document.body || (focused instanceof HTMLElement && 'region' in focused.dataset);
