import type { ApplicationLine, EventDetail } from '@yoriai/api-client';
import { Badge, StatusBadge, WholeName, ageWords, answerLines, consentWords, dateTime, spokenNumber } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Contact } from './contacts.js';

/** 小2, 67歳; and that they are not among those any more for whom it is. */
function ageOf(age: NonNullable<ApplicationLine['age']>): string {
  return age.outside ? `${ageWords(t, age)}（${t('asks.outside')}）` : ageWords(t, age);
}

/** One who comes along, with their age where it was asked. */
const withAge = ({ name, age }: ApplicationLine['companions'][number]): string => (age === null ? name : `${name}（${ageOf(age)}）`);

/** 人数：3人 → 2人、電話番号. */
export const whatChanged = ({ headsBefore, headsAfter, what }: ApplicationLine['amended'][number]): string =>
  what.map((each) => (each === 'heads' ? t('amend.done.heads', { before: headsBefore, after: headsAfter }) : t(`amend.what.${each}`))).join('、');

/** Whose application it is: a group by its name first, for that is what a leader looks for. */
export function PersonName({ person: { name, kana, groupName, withoutApplicant, companions } }: { readonly person: ApplicationLine }): ReactElement {
  return (
    <>
      {groupName === null ? null : <b className="blk">{groupName}</b>}
      <span className="sub blk"><WholeName text={kana} /></span>
      <b><WholeName text={withoutApplicant ? t('app.people.without', { name }) : name} /></b>
      {companions.length === 0 ? null : <span className="sub blk">{t('app.people.with', { names: companions.map(withAge).join('、') })}</span>}
    </>
  );
}

/** Of changes, the latest first: each thing with its latest change. */
function eachOnce(changes: ApplicationLine['amended']): ApplicationLine['amended'] {
  const told = new Set<string>();
  return changes.flatMap((change) => {
    const what = change.what.filter((each) => !told.has(each));
    for (const each of what) told.add(each);
    return what.length === 0 ? [] : [{ ...change, what }];
  });
}

/** Until when a place waits for a guardian's yes; once that is past it is as good as gone, and nobody says that it is kept. */
function KeptUntil({ at }: { readonly at: string }): ReactElement {
  const isPast = useNow() >= new Date(at);
  return (
    <Badge icon="hourglass" tone="wait">
      {t(isPast ? 'consent.until.past' : 'consent.until', { when: dateTime(t, at) })}
    </Badge>
  );
}

/** What is known of an application: how it stands, how many, what they answered, how to reach them. */
export function PersonFacts({ event, person }: { readonly event: EventDetail; readonly person: ApplicationLine }): ReactElement {
  const { status } = person;
  return (
    <div className="facts">
      {person.photos === 'no' || person.photos === 'unanswered' ? <Badge icon="cross-circle">{t(person.photos === 'no' ? 'asks.photos.no-mark' : 'asks.photos.unanswered')}</Badge> : null}
      {status === 'waitlisted' ? (
        <Badge icon="hourglass" tone="wait">
          {t('app.people.waits', { n: person.waitlistPosition ?? 0 })}
        </Badge>
      ) : null}
      {status === 'offered' && person.offerEndsAt !== null ? (
        <Badge icon="bell" tone="note">
          {t('app.people.offered', { until: dateTime(t, person.offerEndsAt) })}
        </Badge>
      ) : null}
      {status === 'declined' ? <StatusBadge t={t} status="declined" /> : null}
      {status === 'expired' ? <Badge icon="clock">{t('app.people.ran-out')}</Badge> : null}
      {status === 'cancelled_by_host' ? <StatusBadge t={t} status="cancelled-by-host" /> : null}
      {status === 'cancelled_by_applicant' ? <StatusBadge t={t} status="cancelled-by-applicant" /> : null}
      {person.entries.length === 0 ? null : <Badge icon="tick">{person.entries.map((number) => t('contest.number', { number })).join('、')}</Badge>}
      <span className="num strong">{t('app.unit.heads', { count: person.heads })}</span>
      {answerLines(t, person.said).map((line) => (
        <span key={line} className="blk">
          {line}
        </span>
      ))}
      {person.guardian === null ? null : <span className="sub blk">{consentWords(t, person.guardian)}</span>}
      {status === 'guardian_pending' && person.guardian?.releaseAt ? <KeptUntil at={person.guardian.releaseAt} /> : null}
      {person.age === null ? null : <span className="sub">{ageOf(person.age)}</span>}
      {person.amended.length === 0 ? null : (
        <span className="sub num">
          {eachOnce(person.amended).map((each) => (
            <span key={each.at} className="blk">
              {t('app.amend.line', { what: whatChanged(each), when: dateTime(t, each.at), who: t(`app.amend.by.${each.by}`) })}
            </span>
          ))}
        </span>
      )}
      {person.partIsFine && status === 'waitlisted' ? <span className="sub">{t('app.people.part-is-fine')}</span> : null}
      <span className="sub num">
        {event.frames.length > 1 ? `${person.frameName}　` : ''}
        {spokenNumber(person.number)}
        {person.channel === 'web' ? '' : `　${t(`events.application.channel.${person.channel}`)}`}
      </span>
      <Contact person={person} />
    </div>
  );
}
