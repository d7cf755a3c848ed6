import type { ApplicationLine, EventDetail } from '@yoriai/api-client';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { headsOf } from './people.js';
import { PersonFacts, PersonName } from './person-facts.js';

/** How those stood who had applied, in the order they are told; whoever was let go but not told comes last. */
const STOOD = ['confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied', 'declined'] as const;

/** Of an event that was called off: who had applied, struck through, and how each stood. Nothing can be done any more; the telephone numbers stay. */
export function CalledOffPeople({ event, people }: { readonly event: EventDetail; readonly people: readonly ApplicationLine[] }): ReactElement {
  const ended = STOOD.map((stood) => ({ stood, those: people.filter((each) => each.stood === stood) })).filter(({ those }) => those.length > 0);
  const declined = people.filter(({ stood, status }) => stood === null && status === 'declined');
  return (
    <>
      <p className="mt4">{t(ended.length === 0 ? 'app.people.off.nobody' : 'app.people.off.body')}</p>
      {ended.map(({ stood, those }) => (
        <Those key={stood} event={event} id={`off-${stood}`} title={t(`app.people.off.${stood}`, { count: those.length, heads: headsOf(those) })} people={those} />
      ))}
      {declined.length === 0 ? null : <Those event={event} id="declined" title={t('app.people.declined', { count: declined.length })} people={declined} />}
    </>
  );
}

function Those({ event, id, title, people }: { readonly event: EventDetail; readonly id: string; readonly title: string; readonly people: readonly ApplicationLine[] }): ReactElement {
  return (
    <section className="mt6" aria-labelledby={id}>
      <h2 id={id} className="num mb3">
        {title}
      </h2>
      <ul className="recp names">
        {people.map((person) => (
          <li key={person.id}>
            <s>
              <PersonName person={person} />
            </s>
            <PersonFacts event={event} person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}
