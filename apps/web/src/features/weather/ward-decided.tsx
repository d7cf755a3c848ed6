import { postEventWardDecisionReading, type EventDetail, type WardDecision } from '@yoriai/api-client';
import { Banner, Button, dateTime, LinkButton, type BannerKind } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow, useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { CallLink } from '../../ui/call-link.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct, type Act } from '../../ui/use-act.js';
import { eventTitle } from '../events/event-title.js';
import { decidedLines, unread } from './decided-lines.js';
import { wardDecisionsQuery } from './ward-decisions.js';

/** Of kinds on which a press can be read; on the red of what is off none can. */
export const LOOKS: Readonly<Record<WardDecision['kind'], BannerKind>> = { cancelled: 'note', postponed: 'note', held: 'good', reduced: 'note' };

/** At the top of home: what the ward office decided about an event of mine, until I open the event or say that I have read it. */
export function WardDecided({ items }: { readonly items: readonly WardDecision[] }): ReactElement {
  const now = useNow();
  const reading = useReading();
  return (
    <>
      <FailureBanner error={reading.error} />
      {unread(items, now).map((each) => (
        <Decided key={each.eventId} of={each} reading={reading} />
      ))}
    </>
  );
}

function Decided({ of, reading }: { readonly of: WardDecision; readonly reading: Act<string> }): ReactElement {
  const { ward } = useSession();
  const title = t(`app.ward-decided.${of.kind}`, { title: eventTitle(of) });
  return (
    <Banner kind={LOOKS[of.kind]} className="mb4" title={title}>
      {decidedLines(t, of, ward.name).map((line) => (
        <p key={line} className="num">
          {line}
        </p>
      ))}
      <div className="btns mt3">
        <LinkButton href={paths.event(of.eventId)} size="m" kind="outline" renderLink={appLink}>
          {t('app.ward-decided.open')}
        </LinkButton>
        <Button type="button" size="m" kind="text" about={`${of.title}：`} onClick={() => reading.act(of.eventId)}>
          {t(reading.pending && reading.variables === of.eventId ? 'app.sending' : 'app.ward-decided.read')}
        </Button>
      </div>
    </Banner>
  );
}

/** On the event's own page: that it was the ward office, who there, and where to ask. To open it is to have read it. */
export function ByWard({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { ward } = useSession();
  const { data } = useQuery(wardDecisionsQuery);
  const { act } = useReading();
  const found = data?.items.find(({ eventId }) => eventId === event.id);
  const isNew = found?.isRead === false;
  useEffect(() => {
    if (isNew) act(event.id);
  }, [act, event.id, isNew]);
  if (!found) return null;
  return (
    <p className="num">
      {t('app.ward-decided.by', { ward: ward.name, name: found.by, when: dateTime(t, found.decidedAt) })} <CallLink number={ward.officePhone} />
    </p>
  );
}

function useReading(): Act<string> {
  const client = useQueryClient();
  return useAct(
    (eventId: string, options) => postEventWardDecisionReading(eventId, options),
    (answer) => {
      client.setQueryData(wardDecisionsQuery.queryKey, answer);
    },
  );
}
