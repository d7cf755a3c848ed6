import { getEventDayProposal, type EventDetail } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';

const proposalQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'day-proposal'], queryFn: ({ signal }) => getEventDayProposal(id, { signal }), refetchInterval: 600_000 });

/** What the weather that stands proposes, and the rule that fired; nothing where nothing does. Whoever reads it decides: the alerts above say so. */
export function Proposed({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { data } = useQuery({ ...proposalQuery(event.id), enabled: event.can.postpone === true });
  const proposal = data?.proposal;
  if (!proposal) return null;
  return (
    <Banner kind="note" className="mt5" title={t('weather.proposal', { what: t(`weather.proposal.${proposal.kind}`) })}>
      <p>{t(`weather.rule.${proposal.rule}`, { because: proposal.because.join(t('weather.and')) })}</p>
    </Banner>
  );
}
