import type { ReceptionPerson } from '@yoriai/api-client';
import { Badge, Button, Icon, MoreLink, spokenNumber, timeOfDay, WholeName } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { ticked } from './reception.js';
import { doorAct, useDoor } from './use-door.js';

/** One name with a button as large as a thumb. Families can come in part. */
export function TickRow({ eventId, person, open }: { readonly eventId: string; readonly person: ReceptionPerson; readonly open: boolean }): ReactElement {
  const door = useDoor(eventId);
  const [heads, setHeads] = useState(person.heads);
  const [counting, setCounting] = useState(false);
  const { subjectKind, subjectId, present } = person;
  const act = (undo: boolean, anyway = false): void =>
    door.mutate(
      doorAct({
        undo,
        subjectKind,
        subjectId,
        ...(undo ? {} : { heads }),
        ...(anyway ? { anyway } : {}),
        foresee: (list) => ticked(list, { subjectId, heads, present: !undo, at: new Date().toISOString() }),
      }),
    );
  const review = door.data?.answer === 'review' ? door.data.reason : null;
  return (
    <li className={present ? 'came' : undefined}>
      <Who person={person} counting={counting} count={() => setCounting(!counting)} />
      <div className="acts">
        {present ? (
          <Button type="button" kind="text" size="m" about={person.name} onClick={() => act(true)}>
            {t('app.day.undo')}
          </Button>
        ) : (
          <Button type="button" kind="outline" icon="tick" about={person.name} onClick={() => act(false)}>
            {t(heads === person.heads ? 'app.day.tick' : 'app.day.tick-heads', { count: heads })}
          </Button>
        )}
      </div>
      {counting && !present ? <Heads of={person} heads={heads} set={setHeads} /> : null}
      {person.consentMissing && !present ? <ToConsent eventId={eventId} /> : null}
      {review !== null && !present ? (
        <div className="full ask note">
          <p>{sentence(review)}</p>
          {open ? (
            <Button type="button" kind="outline" size="s" about={person.name} onClick={() => act(false, true)}>
              {t('app.day.anyway')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {door.error ? (
        <div className="full">
          <FailureBanner error={door.error} onRetry={() => door.variables && door.mutate(door.variables)} />
        </div>
      ) : null}
    </li>
  );
}

/** What to do about a guardian who has not said yes. */
function ToConsent({ eventId }: { readonly eventId: string }): ReactElement {
  return (
    <div className="full">
      <p className="sub">{t('app.day.consent')}</p>
      <MoreLink href={paths.people(eventId)} renderLink={appLink}>
        {t('app.day.consent.go')}
      </MoreLink>
    </div>
  );
}

/** Name, duty, heads; the heads of a family open the counting. */
function Who({ person, counting, count }: { readonly person: ReceptionPerson; readonly counting: boolean; readonly count: () => void }): ReactElement {
  const heads = t('app.unit.heads', { count: person.heads });
  const family = person.heads > 1 && !person.present;
  return (
    <div>
      <span className="sub blk"><WholeName text={person.kana} /></span>
      <b><WholeName text={person.withoutApplicant ? t('app.people.without', { name: person.name }) : person.name} /></b>
      {person.noPhotos ? <b className="blk">{t('asks.photos.no-mark')}</b> : null}
      {person.consentMissing ? <span className="sub blk">{t('consent.state.asked')}</span> : null}
      {person.groupName === null ? null : <b className="blk">{person.groupName}</b>}
      {person.companions.length === 0 ? null : <span className="sub blk">{t('app.people.with', { names: person.companions.map(({ name }) => name).join('、') })}</span>}
      <span className="row tight">
        {person.duty === null ? null : (
          <Badge icon="hand" tone="warm">
            {person.duty}
            {person.dutyStartsAt === null ? '' : ` ${timeOfDay(t, person.dutyStartsAt)}`}
          </Badge>
        )}
        {family ? (
          <button type="button" className="lnk num" aria-expanded={counting} onClick={count}>
            {heads}
            <span className="vh">{t('app.day.heads', { name: person.name })}</span>
          </button>
        ) : null}
        {!family && person.subjectKind === 'application' ? <span className="num">{heads}</span> : null}
        {person.entries.length === 0 ? null : <Badge icon="flag">{person.entries.map((number) => t('contest.number', { number })).join('、')}</Badge>}
        <span className="sub num nb">{spokenNumber(person.number)}</span>
        {person.bySelf ? <Badge icon="person">{t('app.day.by-self')}</Badge> : null}
        {person.present && person.presentAt !== null ? (
          <span className="num here">
            <Icon name="tick-circle" small />
            {person.presentHeads === person.heads ? timeOfDay(t, person.presentAt) : t('app.day.part', { came: person.presentHeads, of: person.heads })}
          </span>
        ) : null}
      </span>
    </div>
  );
}

function Heads({ of, heads, set }: { readonly of: ReceptionPerson; readonly heads: number; readonly set: (heads: number) => void }): ReactElement {
  return (
    <div className="full stepper" role="group" aria-label={t('app.day.heads', { name: of.name })}>
      <button type="button" onClick={() => set(Math.max(1, heads - 1))} aria-label={t('app.day.fewer')}>
        −
      </button>
      <output className="num">{t('app.unit.heads', { count: heads })}</output>
      <button type="button" onClick={() => set(Math.min(of.heads, heads + 1))} aria-label={t('app.day.more')}>
        ＋
      </button>
    </div>
  );
}
