import { postEventWithdrawal, type EventDetail } from '@yoriai/api-client';
import { Banner, Button, dateTime, isStatus, LinkButton, shortDate, StatusBadge } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { CheckLine } from '../approvals/check-note.js';
import { Checklist } from '../approvals/checklist.js';
import { Conditions } from '../approvals/conditions.js';
import { Decisions } from '../approvals/decisions.js';
import { caseQuery } from '../approvals/queries.js';
import { CaseWords } from '../centre/comments.js';
import { ChangeBadge } from './change-badge.js';
import { WrittenChange } from './change-step.js';
import { ChangesSince } from './changes-since.js';
import { eventTitle } from './event-title.js';
import { nextOf } from './hub.js';
import { eventQuery, useEventChanged } from './queries.js';
import { ReturnedNote } from './returned-note.js';
import { VenueNotesBanner } from './venue-notes-banner.js';
import { asWritten, mayWrite } from './writing.js';

/** Where the approval stands, what the ward said, and the way to take it back. */
export function EventApprovalScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/approval' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Approval event={found} />}</Answer>;
}

function Approval({ event }: { readonly event: EventDetail }): ReactElement {
  const { approval, state } = event;
  const written = asWritten(event);
  const waits = state === 'submitted' || event.changeState === 'pending';
  return (
    <Screen
      title={t(waits ? 'app.approval.sent' : 'app.hub.approval')}
      width="narrow"
      back={{ href: paths.event(event.id), label: eventTitle(event) }}
      eyebrow={
        <>
          {isStatus(state) ? <StatusBadge t={t} status={state} /> : null} <ChangeBadge of={event} />
        </>
      }
    >
      {approval === null ? <p className="mt4">{t('app.approval.not-yet')}</p> : null}
      {approval !== null && waits ? (
        <Banner kind="info" className="mt4" title={approval.check?.outcome === null ? t('app.check.waits', { council: approval.check.councilName }) : t('app.approval.waits')} role="status">
          <CheckLine of={approval.check} due={approval.dueOn} />
          {event.changeState === 'pending' ? <p>{t(state === 'published' ? 'app.change.stays.published' : 'app.change.stays.approved')}</p> : null}
          {approval.check?.outcome === null ? null : <p className="num">{t('app.approval.sent.body', { at: dateTime(t, approval.submittedAt), due: shortDate(t, approval.dueOn) })}</p>}
        </Banner>
      ) : null}
      {approval !== null && approval.rule !== null && !waits && approval.status === 'approved' ? (
        <Banner kind="good" className="mt4" title={t('app.rule.title')} role="status">
          <p>{t('app.rule.body')}</p>
        </Banner>
      ) : null}
      {approval !== null && waits ? <CaseWords caseId={approval.caseId} /> : null}
      <ReturnedNote event={event} />
      {waits ? <VenueNotesBanner event={written} venues={written.venues ?? []} onlyOver /> : null}
      <Ways event={event} />
      <div className="mt6 stack-l">
        <Conditions event={event} />
        <Checklist event={event} />
        <ChangesSince event={event} />
        <WrittenChange event={event} />
      </div>
      {approval === null ? null : <Story caseId={approval.caseId} />}
    </Screen>
  );
}

function Ways({ event }: { readonly event: EventDetail }): ReactElement {
  const changed = useEventChanged();
  const withdrawal = useAct((_: null, options) => postEventWithdrawal(event.id, options), changed);
  const { state } = event;
  const next = nextOf(event, undefined, new Date(0));
  const writing = state === 'draft' || state === 'returned' || (event.changeState !== null && event.changeState !== 'pending');
  const waits = state === 'submitted' || event.changeState === 'pending';
  return (
    <div className="mt5">
      <FailureBanner error={withdrawal.error} />
      <div className="btns">
        {writing && mayWrite(event) === true && event.can.submit !== 'event.host-only' ? (
          <LinkButton href={paths.edit(event.id, 'check')} renderLink={appLink}>
            {t(state === 'returned' || event.changeState === 'returned' ? 'app.next.repair.button' : 'app.next.submit.button')}
          </LinkButton>
        ) : null}
        {(next.kind === 'decide' || next.kind === 'decide-change') && next.href !== undefined ? (
          <LinkButton href={next.href} renderLink={appLink}>
            {t('app.next.decide.button')}
          </LinkButton>
        ) : null}
        {state === 'approved' && event.can.publish === true ? (
          <LinkButton href={paths.publication(event.id)} renderLink={appLink}>
            {t('app.next.publish.button')}
          </LinkButton>
        ) : null}
        {waits ? (
          <Button type="button" kind="outline" onClick={() => withdrawal.act(null)}>
            {t('app.approval.withdraw')}
          </Button>
        ) : null}
      </div>
      {waits && whyNot(event.can.withdraw) !== undefined ? <p className="sub mt3">{whyNot(event.can.withdraw)}</p> : null}
      {writing && mayWrite(event) !== true ? <p className="sub mt3">{whyNot(mayWrite(event))}</p> : null}
    </div>
  );
}

function Story({ caseId }: { readonly caseId: string }): ReactElement {
  const found = useQuery(caseQuery(caseId));
  return (
    <section className="mt6" aria-labelledby="story">
      <h2 id="story" className="mb3">
        {t('app.approval.story')}
      </h2>
      <Answer of={found} inside>
        {(each) => <Decisions of={each} />}
      </Answer>
    </section>
  );
}
