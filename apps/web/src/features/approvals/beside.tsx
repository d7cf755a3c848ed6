import type { EventDetail } from '@yoriai/api-client';
import { TextArea } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { clashesQuery } from '../events/queries.js';
import { VenueClashes } from '../events/venue-clashes.js';
import { PlannedDates } from '../series/planned-dates.js';

interface Beside {
  readonly event: EventDetail;
  /** Whether an approved event is there at the same time. */
  readonly taken: boolean;
  readonly text: string;
  readonly write: (text: string) => void;
  /** Sent with the approval; null where nothing has to be said. */
  readonly reason: string | null;
  readonly missing: Readonly<Record<string, string>>;
}

/** Why an event may be where another is at the same time; what was said at an earlier approval stands there already. */
export function useBeside(event: EventDetail): Beside {
  const { data } = useQuery(clashesQuery(event));
  const [written, write] = useState<string>();
  const taken = data?.items.some(({ isApproved }) => isApproved) ?? false;
  const text = written ?? data?.besideReason ?? '';
  const reason = taken && text.trim() !== '' ? text.trim() : null;
  return { event, taken, text, write, reason, missing: taken && reason === null ? { besideReason: sentence('event.venue-taken') } : {} };
}

/** The other events there, and the box for the reason where one is needed. */
export function BesideBox({ of, error }: { readonly of: Beside; readonly error: string | undefined }): ReactElement {
  return (
    <>
      <PlannedDates of={of.event} />
      <VenueClashes of={of.event} reader="ward" />
      {of.taken ? (
        <TextArea t={t} name="besideReason" rows={2} maxLength={500} label={t('app.case.beside')} hint={t('app.case.beside.hint')} {...(error === undefined ? {} : { error })} value={of.text} onChange={(box) => of.write(box.target.value)} />
      ) : null}
    </>
  );
}
