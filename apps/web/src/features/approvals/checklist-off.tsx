import { postEventChecklistFile, type EventChecklistItem, type EventDetail } from '@yoriai/api-client';
import { Badge, procedureIn } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { isOwnLook, offWord } from './checklist-words.js';
import { Evidence } from './evidence.js';
import { LastWord } from './last-word.js';

/** 手続き of an event that is off: nothing is due any more; what was handed in is taken back, and the way to tick that off. */
export function ChecklistOff({ event }: { readonly event: EventDetail }): ReactElement | null {
  const asked = event.checklist.filter((item) => !isOwnLook(item));
  if (asked.length === 0) return null;
  return (
    <section id="checklist" aria-labelledby="checklist-title">
      <h2 id="checklist-title" className="mb2">
        {t('app.checklist.title')}
      </h2>
      <ul className="papers">
        {asked.map((item) => (
          <Item key={item.code} of={item} eventId={event.id} />
        ))}
      </ul>
      {asked.some((item) => offWord(item) === 'take-back') ? (
        <p className="mt3">
          <AppLink href={`${paths.event(event.id)}#to-withdraw`} className="more">
            {t('app.checklist.off.whom')}
          </AppLink>
        </p>
      ) : null}
    </section>
  );
}

function Item({ of, eventId }: { readonly of: EventChecklistItem; readonly eventId: string }): ReactElement {
  const { code, title, authority, state, last, files } = procedureIn(t, of);
  const word = offWord(of);
  return (
    <li id={`checklist.${code}`} tabIndex={-1}>
      <Badge icon="slash">{t(word === undefined ? `app.checklist.state.${state === 'waived' ? 'waived' : 'withdrawn'}` : `app.checklist.off.${word}`)}</Badge>
      <p className="strong mt2">{title}</p>
      <p className="sub mt0">{authority}</p>
      {last === null ? null : <LastWord kind={t(`app.checklist.said.${last.kind}`)} at={last.at} words={last.words} />}
      <Evidence eventId={eventId} files={files} mayAttach={false} send={(file) => postEventChecklistFile(eventId, code, file)} />
    </li>
  );
}
