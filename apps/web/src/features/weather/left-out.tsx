import type { EventDetail } from '@yoriai/api-client';
import { CheckboxList } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { asDropped, sameItem, withDropped, type Proposal } from './proposal.js';

export interface LeftOutProps {
  readonly event: Pick<EventDetail, 'programme'>;
  readonly proposal: Proposal;
  readonly write: (proposal: Proposal) => void;
}

/** What of the programme is left out, each ticked; without a programme the words below say it. */
export function LeftOut({ event, proposal, write }: LeftOutProps): ReactElement {
  const items = (event.programme ?? []).map(asDropped);
  if (items.length === 0) return <p className="mt4">{t('weather.reduce.no-programme')}</p>;
  const off = items.flatMap((item, index) => ((proposal.dropped ?? []).some((each) => sameItem(each, item)) ? [String(index)] : []));
  return (
    <CheckboxList
      t={t}
      name="dropped"
      need="optional"
      label={t('weather.reduce.dropped')}
      hint={t('weather.reduce.dropped.hint')}
      choices={items.map(({ start, title, place }, index) => ({ value: String(index), label: [start, title, place].filter(Boolean).join('　') }))}
      values={off}
      onChange={({ target }) => {
        const item = items[Number(target.value)];
        if (item) write(withDropped(proposal, item, target.checked));
      }}
    />
  );
}
