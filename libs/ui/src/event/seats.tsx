import type { ReactElement, ReactNode } from 'react';
import type { Translate } from '../texts/translate.js';
import { Counted } from './counted.js';
import { Meter } from './meter.js';

export interface SeatsProps {
  readonly taken: number;
  readonly capacity: number;
}

const MOST = 20;

/** Seats round the light: filled blue, empty dashed orange. Above 20 a bar says it better. */
export function Seats({ taken, capacity }: SeatsProps): ReactElement {
  if (capacity > MOST) return <Meter value={taken} of={capacity} tone="warm" className="seats-bar" />;
  return (
    <p className="seats" aria-hidden="true">
      {Array.from({ length: capacity }, (_, seat) => (
        <i key={seat} className={seat < taken ? undefined : 'e'} />
      ))}
    </p>
  );
}

export interface RemainingProps {
  readonly t: Translate;
  readonly id: string;
  readonly taken: number;
  readonly capacity: number;
  /** The one filled button, then what it costs in time and the deadline. */
  readonly children?: ReactNode;
}

/** The box with the number of free places and the one thing to do. */
export function Remaining({
  t,
  id,
  taken,
  capacity,
  children,
}: RemainingProps): ReactElement {
  return (
    <section className="rem" aria-labelledby={id}>
      <h2 id={id} className="vh">
        {t('ui.seats.label')}
      </h2>
      <div className="row between base">
        <p className="num">
          <span className="nb">
            <Counted text={t('ui.seats.left', { count: Math.max(0, capacity - taken) })} className="big" />
          </span>
        </p>
        <p className="num sub">
          {t('ui.seats.of', { capacity })}
          <br />
          {t('ui.seats.taken', { taken })}
        </p>
      </div>
      <Meter value={taken} of={capacity} className="mt3" />
      {children}
    </section>
  );
}
