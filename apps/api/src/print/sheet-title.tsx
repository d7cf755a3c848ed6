import type { ReactElement } from 'react';
import { Phrases, titleSize, withReading, type Translate } from '@yoriai/ui';
import { stampOf, type SheetFacts } from './event-rows.js';

/** The title of an event with its readings, and what must stand over it. */
export function SheetTitle({ t, event, now }: { readonly t: Translate; readonly event: SheetFacts; readonly now: Date }): ReactElement {
  const stamp = stampOf(t, event, now);
  return (
    <h1 className={titleSize(event.title)}>
      {stamp === null ? null : <span className="stamp">{stamp}</span>}
      <Phrases text={withReading(event.title, event.kana)} />
    </h1>
  );
}
