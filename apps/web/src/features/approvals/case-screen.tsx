import type { CaseDetail, CaseRevisionSnapshot, EventDetail } from '@yoriai/api-client';
import { BackLink, Badge, Counted, dateTime, Icon, longDate, Phrases, shortDate, StatusBadge, WholeDays } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { useScreen } from '../../ui/screen.js';
import { Jump } from '../../ui/jump.js';
import { BesideList } from '../calendar/beside-list.js';
import { CoHostNames } from '../co-hosts/co-host-names.js';
import { ChangeList } from '../events/change-list.js';
import { compare, type ComparedRow } from '../events/changes.js';
import { useInitiativeNames } from '../events/initiatives.js';
import { contentFrom } from '../events/content.js';
import { eventTitle } from '../events/event-title.js';
import { eventQuery } from '../events/queries.js';
import { isLate } from '../events/tasks.js';
import { unansweredIn } from '../events/unanswered.js';
import { UnansweredList } from '../events/unanswered-note.js';
import { VenueNotesBanner } from '../events/venue-notes-banner.js';
import { asWritten } from '../events/writing.js';
import { CommentForm } from '../centre/comment-form.js';
import { Comments } from '../centre/comments.js';
import { Answered, CheckForm, ForwardForm, type CouncilAnswer } from './check-form.js';
import { CheckNote } from './check-note.js';
import { CaseHandouts } from '../handouts/case-handouts.js';
import { Checklist } from './checklist.js';
import { Conditions } from './conditions.js';
import { DecisionForm, type DecisionFormProps } from './decision-form.js';
import { Decisions } from './decisions.js';
import { caseQuery } from './queries.js';
import { RemarkBox } from './remark-box.js';
import { useConditions } from './use-conditions.js';
import { useRemarks, type Remarks } from './use-remarks.js';

/** Of no community centre that helps the host. */
const NOT_OF_CENTRE = 'comment.centre-only';

/** One application for approval: left what was handed in and what changed, right the decision and under it what it rests on. */
export function CaseScreen(): ReactElement {
  const { caseId } = useParams({ from: '/approvals/$caseId' });
  // Kept with its case: another one on the same screen was not answered.
  const [answered, setAnswered] = useState<{ of: CaseDetail; answer: CouncilAnswer }>();
  const over = answered?.of.id === caseId;
  const found = useQuery({ ...caseQuery(caseId), enabled: !over });
  if (over) return <Answered {...answered} />;
  return <Answer of={found}>{(each) => <Case key={`${each.id} ${each.revision}`} of={each} onAnswered={(answer) => setAnswered({ of: each, answer })} />}</Answer>;
}

interface CaseProps {
  readonly of: CaseDetail;
  readonly onAnswered: (answer: CouncilAnswer) => void;
}

function Case({ of, onAnswered }: CaseProps): ReactElement {
  const staff = useLevel('staff');
  const event = useQuery(eventQuery(of.subjectId));
  const remarks = useRemarks(of);
  const conditions = useConditions(of);
  const today = jstOf(useNow()).date;
  // Who has it for the council sees what the ward sees, and answers for the council alone.
  const withCouncil = of.check?.outcome === null;
  const forCouncil = event.data !== undefined && !staff && event.data.can.withdraw !== true && of.check !== null;
  const forCentre = of.can.comment !== NOT_OF_CENTRE;
  const has = (code: string): boolean => conditions.all.some(({ item }) => item === code);
  return (
    <>
      <BackLink t={t} href={staff ? paths.desk() : forCouncil || forCentre ? paths.home : paths.event(of.subjectId)} renderLink={appLink}>
        {t(staff ? 'app.desk.title' : forCouncil || forCentre ? 'app.home.title' : 'app.hub.approval')}
      </BackLink>
      <Head of={of} />
      {of.isChange && of.status === 'pending' ? <p className="mt4">{t('app.case.of-change.body')}</p> : null}
      {of.status === 'pending' && event.data ? <Jump to="answering">{t(forCouncil ? 'app.check.jump' : forCentre ? 'app.comment.jump' : 'app.case.jump')}</Jump> : null}
      <div className="desk">
        <Handed of={of} remarks={remarks} pins={of.status === 'pending' && event.data?.can.return === true} />
        <aside className="stack-l" aria-label={t('app.case.decision')}>
          <OverVenue of={of} event={event.data} />
          <CheckNote of={of.check} />
          <Comments of={of} />
          <div id="answering">{forCentre ? <CommentForm of={of} /> : null}{event.data && (!forCentre || staff || forCouncil) ? <Answering of={of} event={event.data} remarks={remarks} conditions={conditions} withCouncil={withCouncil} forCouncil={forCouncil} onAnswered={onAnswered} /> : null}</div>
          {forCouncil || (forCentre && !staff) ? null : <CoHostNames eventId={of.subjectId} />}
          {staff ? <BesideList eventId={of.subjectId} /> : null}
          {staff ? <CaseHandouts eventId={of.subjectId} /> : null}
          {event.data ? <Conditions event={event.data} /> : null}
          {event.data ? <Checklist event={event.data} {...(of.status === 'pending' && event.data.can.approve === true ? { condition: { has, add: (item) => conditions.addFor(item, event.data.publicRevision === null, today) } } : {})} /> : null}
          <section className="ckb" aria-labelledby="case-story">
            <h2 id="case-story" className="fs-18 mb3">
              {t('app.approval.story')}
            </h2>
            <Decisions of={of} />
            {forCouncil || (forCentre && !staff) ? null : (
              <p className="mt3">
                <AppLink href={paths.event(of.subjectId)} className="more">
                  {t('app.case.to-event')}
                </AppLink>
              </p>
            )}
          </section>
        </aside>
      </div>
    </>
  );
}

/** What the list of venues says of what was handed in: for everybody who looks at it, whether or not they decide. */
function OverVenue({ of, event }: { readonly of: CaseDetail; readonly event: EventDetail | undefined }): ReactElement | null {
  if (of.status !== 'pending' || event === undefined) return null;
  const written = asWritten(event);
  return <VenueNotesBanner event={written} venues={written.venues ?? []} />;
}

interface AnsweringProps extends DecisionFormProps, Pick<CaseProps, 'onAnswered'> {
  readonly withCouncil: boolean;
  readonly forCouncil: boolean;
}

/** The council answers while it has it; the ward decides, or does not wait. */
function Answering({ withCouncil, forCouncil, onAnswered, ...props }: AnsweringProps): ReactElement | null {
  const { of, event, remarks } = props;
  const pending = of.status === 'pending';
  if (pending && withCouncil && (event.can.check === true || (forCouncil && event.can.check === 'event.own-plan'))) return <CheckForm of={of} event={event} remarks={remarks} onAnswered={onAnswered} />;
  if (pending && withCouncil && event.can.forward === true) return <ForwardForm event={event} />;
  return forCouncil ? null : <DecisionForm {...props} />;
}

function Head({ of }: { readonly of: CaseDetail }): ReactElement {
  const title = eventTitle(of);
  const heading = useScreen(title);
  const pending = of.status === 'pending';
  const { startsAt } = contentFrom(of.revisions[0]?.snapshot ?? {});
  const late = isLate(of.dueOn, useNow());
  const withCouncil = pending && of.check?.outcome === null;
  return (
    <div className="row between top">
      <div>
        <div className="row tight">
          <StatusBadge t={t} status={of.status === 'pending' ? 'submitted' : of.status} />
          {withCouncil ? <Badge icon="clock">{t('app.check.badge')}</Badge> : null}
          {of.isChange ? <Badge icon="pencil">{t('app.case.of-change')}</Badge> : null}
          {of.revision > 1 && !of.isChange ? <Badge icon="undo">{t('app.case.again', { n: of.revision })}</Badge> : null}
        </div>
        <h1 ref={heading} tabIndex={-1} className="mt1">
          <Phrases text={title} />
        </h1>
        <p className="sub num">
          <WholeDays text={t('app.case.submitted', { organisation: of.organisation.name, name: of.submittedBy.name, at: dateTime(t, of.submittedAt) })} />
          {startsAt === null ? null : (
            <>
              <br />
              {t('app.case.held', { date: longDate(t, startsAt) })}
            </>
          )}
        </p>
      </div>
      {pending && !withCouncil ? (
        <p className={late ? 'due over num' : 'due num'}>
          {t(late ? 'app.case.late' : of.businessDaysLeft === 0 ? 'app.desk.due-today' : 'app.case.due')}
          <br />
          {late || of.businessDaysLeft === 0 ? (
            <b>{shortDate(t, of.dueOn)}</b>
          ) : (
            <>
              <Counted text={t('app.case.business-days', { count: of.businessDaysLeft })} />
              <br />
              {shortDate(t, of.dueOn)}
            </>
          )}
        </p>
      ) : null}
    </div>
  );
}

/** What the newest revision is laid beside: what was decided on last, what stands approved, or nothing. */
type Beside = 'decided' | 'approved' | 'nothing';

function Handed({ of, remarks, pins }: { readonly of: CaseDetail; readonly remarks: Remarks; /** Whether this person may hand it back. */ readonly pins: boolean }): ReactElement {
  const newest = of.revisions[0];
  const nameOf = useInitiativeNames();
  const contentOf = (number: number | null) => of.revisions.find((each) => each.number === number)?.snapshot;
  const decided = contentOf(of.comparedWith);
  const approved = of.isChange && of.approvedRevision !== of.comparedWith ? contentOf(of.approvedRevision) : undefined;
  const [beside, setBeside] = useState<Beside>(decided === undefined ? 'nothing' : 'decided');
  if (!newest) return <p>{t('app.case.empty')}</p>;
  const rowsBeside = (before: CaseRevisionSnapshot | undefined): ComparedRow[] => compare(contentFrom(before ?? newest.snapshot), contentFrom(newest.snapshot), nameOf);
  const changedSince = (before: CaseRevisionSnapshot | undefined): ComparedRow[] => rowsBeside(before).filter((row) => row.kind !== 'same');
  const shown = beside === 'nothing' ? rowsBeside(decided).filter((row) => row.kind !== 'same' || row.value !== '') : changedSince(beside === 'approved' ? approved : decided);
  const choice = (name: Beside, label: string): ReactElement => (
    <button type="button" aria-pressed={beside === name} onClick={() => setBeside(name)}>
      {label}
    </button>
  );
  return (
    <section aria-labelledby="handed">
      <div className="row between mb3">
        <h2 id="handed">{t('app.case.content')}</h2>
        {decided === undefined ? null : (
          <div className="seg" role="group" aria-label={t('app.case.show')}>
            {choice('decided', t('app.case.changed', { count: changedSince(decided).length }))}
            {approved === undefined ? null : choice('approved', t('app.case.changed-approved', { count: changedSince(approved).length }))}
            {choice('nothing', t('app.case.all'))}
          </div>
        )}
      </div>
      {of.status === 'pending' ? <UnansweredList lines={unansweredIn(of, contentFrom(newest.snapshot), nameOf)} /> : null}
      {pins ? (
        <p className="pin mb3">
          <Icon name="chat" small />
          <span>{t('app.remark.how')}</span>
        </p>
      ) : null}
      {shown.length === 0 ? <p>{t('app.case.nothing-changed')}</p> : <ChangeList rows={shown} {...(pins ? { under: (row: ComparedRow) => <RemarkBox row={row} remarks={remarks} /> } : {})} />}
    </section>
  );
}
