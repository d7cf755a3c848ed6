import { postStartRequestAcceptance, postStartRequestCall, postStartRequestRefusal, postStartRequestTalk, postStartRequestWithdrawal, type StartLine, type StartList } from '@yoriai/api-client';
import { Badge, Banner, Button, Facts, LinkButton, TextArea, areaName, shortDate, startWhen } from '@yoriai/ui';
import { useState, type ReactElement, type ReactNode } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { CallLink } from '../../ui/call-link.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';

const ICONS = { waiting: 'bell', talking: 'phone', accepted: 'tick-circle', declined: 'cross', withdrawn: 'undo' } as const;

interface StartRowProps {
  readonly of: StartLine;
  readonly done: (list: StartList) => void;
}

/** One request: what, where and when, and what comes next; who asks and the answer are opened. */
export function StartRow({ of, done }: StartRowProps): ReactElement {
  const { id, state } = of;
  const title = t(`app.template.${of.programme}`);
  const answers = of.can.decline === true;
  return (
    <article className="rowbox" aria-labelledby={`start-${id} start-where-${id}`} id={id}>
      <div className="row tight">
        <Badge icon={ICONS[state]} tone={state === 'waiting' ? 'note' : 'plain'}>
          {t(`app.starts.state.${state}`)}
        </Badge>
        <span className="sub num">{t('app.starts.asked', { day: shortDate(t, of.createdAt) })}</span>
      </div>
      <h2 id={`start-${id}`} className="fs-20 mt2">
        {title}
      </h2>
      <p id={`start-where-${id}`} className="num mt1">
        {[of.venue, of.place].filter(Boolean).join('　')}
      </p>
      <p className="sub num">{`${t('start.people.about', { count: of.people })}　${startWhen(t, of)}`}</p>
      {of.toCall ? <ToCall of={of} done={done} /> : null}
      {of.can.begin === true ? (
        <div className="mt3">
          <LinkButton href={paths.newEvent({ start: id })} renderLink={appLink}>
            {t('app.starts.begin')}
          </LinkButton>
          <p className="sub mt2">{t('app.starts.begin.body')}</p>
        </div>
      ) : null}
      {of.begun && of.eventId === null ? <p className="mt3">{t('app.starts.begun')}</p> : null}
      {of.eventId === null ? null : (
        <p className="mt3">
          <LinkButton href={paths.event(of.eventId)} kind="outline" size="m" renderLink={appLink}>
            {t('app.starts.event')}
          </LinkButton>
        </p>
      )}
      <Fold summary={t('app.starts.more')} of={title}>
        <About of={of} />
      </Fold>
      {answers ? (
        <Fold key={state} summary={t(state === 'accepted' ? 'app.starts.again' : 'app.starts.answering')} of={title}>
          <Answering of={of} done={done} />
        </Fold>
      ) : null}
      {of.can.withdraw === true ? <Withdrawing of={of} done={done} /> : null}
    </article>
  );
}

/** What is looked at one by one: ten requests are ten lines. */
function Fold({ summary, of, children }: { readonly summary: string; readonly of: string; readonly children: ReactNode }): ReactElement {
  return (
    <details className="dt mt3">
      <summary aria-label={`${summary}　${of}`}>{summary}</summary>
      {children}
    </details>
  );
}

function About({ of }: { readonly of: StartLine }): ReactElement {
  const { contact } = of;
  const area = of.areaName !== null && of.areaSlug !== null ? areaName(t, { name: of.areaName, slug: of.areaSlug }) : null;
  return (
    <>
      <Facts
        rows={[
          { term: t('app.starts.organisation'), detail: of.organisationName },
          { term: t('start.area'), detail: area },
          { term: t('start.note'), detail: of.note === null ? null : <span className="pre">{of.note}</span> },
          { term: t('start.contact'), detail: contact?.name ?? null },
          { term: t('app.starts.phone'), detail: contact?.phone ? <CallLink number={contact.phone} /> : null },
          { term: t('app.starts.mail'), detail: contact?.email ? <a href={`mailto:${contact.email}`} className="more">{contact.email}</a> : null },
          { term: t('app.starts.answer'), detail: of.reply === null ? null : <span className="pre">{of.reply}</span> },
          { term: t('app.starts.answered-by'), detail: of.answeredBy === null || of.answeredAt === null ? null : t('app.starts.answered', { name: of.answeredBy, day: shortDate(t, of.answeredAt) }) },
        ]}
      />
      {contact === null ? <p className="sub mt2">{t(of.can.withdraw === 'start.leaders-only' && of.can.accept === 'start.staff-only' ? 'app.starts.unseen' : 'app.starts.forgotten')}</p> : null}
    </>
  );
}

/** Nobody can write to them: who telephones says so. */
function ToCall({ of, done }: StartRowProps): ReactElement {
  const calling = useAct((_: null, options) => postStartRequestCall(of.id, options), done);
  return (
    <Banner kind="note" level={3} className="mt3" title={t('app.starts.to-call')}>
      <p>{t('app.starts.to-call.body')}</p>
      <FailureBanner error={calling.error} />
      <p className="row mt3">
        {of.contact?.phone ? <CallLink number={of.contact.phone} /> : null}
        <Button type="button" kind="outline" size="m" onClick={() => calling.act(null)}>
          {t(calling.pending ? 'app.sending' : 'app.starts.called')}
        </Button>
      </p>
    </Banner>
  );
}

/** The ward office's answer. Words that are not sent yet stay in this tab. */
function Answering({ of, done }: StartRowProps): ReactElement {
  const { value: words, write, sent } = useDraft(`start-answer/${of.id}`, '');
  const after = (list: StartList): void => {
    sent();
    done(list);
  };
  const said = { words: words.trim() || null };
  const talk = useAct((_: null, options) => postStartRequestTalk(of.id, said, options), after);
  const accept = useAct((_: null, options) => postStartRequestAcceptance(of.id, said, options), after);
  const decline = useAct((_: null, options) => postStartRequestRefusal(of.id, said, options), after);
  const error = talk.error ?? accept.error ?? decline.error;
  const box = `words-${of.id}`;
  const wrong = decline.errors['words'];
  // One question at a time: asking one takes the other back.
  const [taken, setTaken] = useState({ accept: 0, decline: 0 });
  const back = (...which: ('accept' | 'decline')[]): boolean => {
    setTaken((before) => which.reduce((after, each) => ({ ...after, [each]: after[each] + 1 }), before));
    return true;
  };
  return (
    <div className="mt2">
      {wrong === undefined ? <FailureBanner error={error} /> : <FormErrors errors={{ [box]: wrong }} />}
      <TextArea t={t} name={box} need="silent" rows={2} maxLength={500} label={t('app.starts.words')} hint={t('app.starts.words.hint')} {...(wrong === undefined ? {} : { error: wrong })} value={words} onChange={({ target }) => write(target.value)} />
      <div className="btns mt3">
        {of.can.talk === true ? (
          <Button type="button" kind="outline" size="m" onClick={() => back('accept', 'decline') && talk.act(null)}>
            {t(talk.pending ? 'app.sending' : 'app.starts.talk')}
          </Button>
        ) : null}
        {of.can.accept === true ? <ConfirmedButton key={`accept-${taken.accept}`} label={t('app.starts.accept')} ready={() => back('decline')} pending={accept.pending} onYes={() => accept.act(null)} /> : null}
        <ConfirmedButton key={`decline-${taken.decline}`} label={t('app.starts.decline')} kind="stop" ready={() => back('accept')} pending={decline.pending} onYes={() => decline.act(null)} />
      </div>
    </div>
  );
}

function Withdrawing({ of, done }: StartRowProps): ReactElement {
  const withdrawing = useAct((_: null, options) => postStartRequestWithdrawal(of.id, options), done);
  return (
    <div className="mt4">
      <FailureBanner error={withdrawing.error} />
      <ConfirmedButton label={t('app.starts.withdraw')} kind="stop" pending={withdrawing.pending} onYes={() => withdrawing.act(null)} />
    </div>
  );
}
