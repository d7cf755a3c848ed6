import { postApplicationCancellation, postApplicationPromotion, type ApplicationLine, type EventDetail } from '@yoriai/api-client';
import { Button, LinkButton } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { AnswerBadge } from '../weather/answer-marks.js';
import { Heard } from '../weather/heard.js';
import type { StillAnswer } from '../weather/still-answers.js';
import { lackingSeats, stillWaits } from './people.js';
import { PersonFacts, PersonName } from './person-facts.js';
import { RecordConsent } from './record-consent.js';

/** One application with what can be done about it. */
export function Person({ event, person, answer }: { readonly event: EventDetail; readonly person: ApplicationLine; readonly answer?: StillAnswer | undefined }): ReactElement {
  const client = useQueryClient();
  const [open, setOpen] = useState<'more' | 'promotion' | null>(null);
  const refreshed = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['event', event.id] });
  };
  const promotion = useAct((id: string, options) => postApplicationPromotion(id, options), refreshed);
  const cancellation = useAct((id: string, options) => postApplicationCancellation(id, { reason: null }, options), refreshed);
  const waits = person.status === 'waitlisted' || person.status === 'offered';
  const active = waits || person.status === 'confirmed' || person.status === 'guardian_pending' || person.status === 'applied';
  const answersByMail = person.status === 'offered' && person.email !== null;
  const still = stillWaits(person);
  const promoteWhy = waits ? (still === undefined ? whyNot(person.can.promote) : t(`app.people.wait.${still}`)) : undefined;
  const lacking = still === 'others-asked' ? undefined : lackingSeats(event, person);
  return (
    <li>
      <div>
        <PersonName person={person} />
      </div>
      <AnswerBadge answer={answer} />
      <PersonFacts event={event} person={person} />
      {active ? (
        <div className="acts">
          {answer === 'none' ? <Heard eventId={event.id} ids={[person.id]} name={person.name} /> : null}
          {waits && promoteWhy === undefined ? (
            <Button type="button" size="m" kind={answersByMail ? 'outline' : 'filled'} icon="tick" about={person.name} aria-expanded={open === 'promotion'} onClick={() => setOpen('promotion')}>
              {t(person.status === 'offered' ? 'app.people.accept' : 'app.people.promote')}
            </Button>
          ) : null}
          <Button type="button" kind="text" size="s" about={person.name} aria-expanded={open === 'more'} onClick={() => setOpen(open === 'more' ? null : 'more')}>
            {t('app.people.more')}
          </Button>
        </div>
      ) : null}
      <FailureLine error={promotion.error ?? cancellation.error} />
      {promoteWhy === undefined || (person.waitlistPosition !== 1 && open === null) ? null : (
        <p className="full sub num">
          {promoteWhy}
          {lacking === undefined ? null : <b className="strong blk">{t('app.people.lacking', lacking)}</b>}
        </p>
      )}
      {open === 'promotion' && waits ? <Promotion person={person} pending={promotion.pending} onYes={() => promotion.act(person.id)} onNo={() => setOpen(null)} /> : null}
      {active && person.guardian?.state === 'asked' ? <RecordConsent person={person} done={refreshed} /> : null}
      {open === 'more' && active ? (
        <More event={event} person={person} pending={cancellation.pending} onCancel={() => cancellation.act(person.id)} />
      ) : null}
    </li>
  );
}

interface MoreProps {
  readonly event: EventDetail;
  readonly person: ApplicationLine;
  readonly pending: boolean;
  readonly onCancel: () => void;
}

/** What is done more rarely: changing it for who telephones, and cancelling. */
function More({ event, person, pending, onCancel }: MoreProps): ReactElement {
  return (
    <div className="full">
      {whyNot(person.can.amend) === undefined ? (
        <p className="mb3">
          <LinkButton href={paths.amend(event.id, person.id)} kind="outline" size="s" about={person.name} renderLink={appLink}>
            {t('app.amend')}
          </LinkButton>
        </p>
      ) : null}
      <Confirm label={t('app.people.cancel')} about={person.name} question={t('app.people.cancel.question', { name: person.name, heads: person.heads })} yes={t('app.people.cancel.yes')} pending={pending} onYes={onCancel} />
    </div>
  );
}

interface PromotionProps {
  readonly person: ApplicationLine;
  readonly pending: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asked before it is done: the lists move afterwards, and the next person's button would lie under the same finger. */
function Promotion({ person, pending, onYes, onNo }: PromotionProps): ReactElement {
  return (
    <div className="full">
      <div className="ask note" role="group" aria-label={t('app.people.promote')}>
        <p>{t('app.people.promote.question', { name: person.name, heads: person.heads })}</p>
        <div className="btns mt2">
          <Button type="button" size="s" autoFocus onClick={onYes}>
            {t(pending ? 'app.sending' : 'app.people.promote.yes')}
          </Button>
          <Button type="button" kind="text" size="s" onClick={onNo}>
            {t('app.not-now')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function FailureLine({ error }: { readonly error: Error | null }): ReactElement | null {
  return error === null ? null : (
    <div className="full">
      <FailureBanner error={error} />
    </div>
  );
}
