import type { ReactNode } from 'react';
import type { AssignmentResponse } from '@yoriai/rosters';
import type { Translate } from '@yoriai/ui';
import { When } from '../page/when.js';

/** What a duty is, when and where: for every page about it. */
export function dutyRows(t: Translate, duty: AssignmentResponse): { term: string; detail: ReactNode }[] {
  return [
    { term: t('site.ticket.event-name'), detail: <b>{duty.eventTitle}</b> },
    { term: t('site.duty.duty'), detail: <b>{duty.duty}</b> },
    {
      term: t('site.event.facts.when'),
      detail: (
        <b className="num">
          <When t={t} startsAt={duty.startsAt} endsAt={duty.endsAt} long />
        </b>
      ),
    },
    { term: t('site.event.facts.where'), detail: [duty.eventPlace, duty.place].filter(Boolean).join('　') },
  ];
}
