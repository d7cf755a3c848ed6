import type { ReactElement, ReactNode } from 'react';
import type { PublicFrameFacts } from '../events/standing.js';

interface OfSeatProps {
  /** All that can be chosen, in the order of the rows. */
  readonly frames: readonly PublicFrameFacts[];
  /** Those that this part is about. */
  readonly of: readonly PublicFrameFacts[];
  /** Inside of a line: a word of a label. */
  readonly inline?: boolean;
  readonly children: ReactNode;
}

/**
 * A part of the form that only some seats ask for. It is shown while one of them is marked: site.css does so by the
 * place of the row, without a script. What is hidden is sent along, and the reader of the form leaves it out.
 */
export function OfSeat({ frames, of, inline = false, children }: OfSeatProps): ReactElement | null {
  if (of.length === 0) return null;
  if (of.length === frames.length) return <>{children}</>;
  const className = ['of-seat', ...of.map(({ id }) => `s${frames.findIndex((frame) => frame.id === id) + 1}`)].join(' ');
  return inline ? <span className={className}>{children}</span> : <div className={className}>{children}</div>;
}

/** Seats that are the same in one thing, in the order of the rows: a part of the form for each kind. */
export function alike<K>(frames: readonly PublicFrameFacts[], by: (frame: PublicFrameFacts) => K): [K, PublicFrameFacts[]][] {
  return [...new Set(frames.map(by))].map((kind) => [kind, frames.filter((frame) => by(frame) === kind)]);
}
