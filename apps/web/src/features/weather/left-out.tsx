import type { EventDetail } from '@yoriai/api-client';
import { Checkbox } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { asDropped, sameItem, withDropped, type Proposal } from './proposal.js';

export interface LeftOutProps {
  readonly event: EventDetail;
  readonly proposal: Proposal;
  readonly write: (proposal: Proposal) => void;
}

/** What of the programme is left out, each ticked; without a programme the words below say it. */
export function LeftOut({ event, proposal, write }: LeftOutProps): ReactElement {
  const items = (event.programme ?? []).map(asDropped);
  if (items.length === 0) return <p className="mt4">{t('weather.reduce.no-programme')}</p>;
  return (
    <fieldset className="fld mt4">
      <legend className="lab">{t('weather.reduce.dropped')}</legend>
      <p className="hint">{t('weather.reduce.dropped.hint')}</p>
      {items.map((item, index) => (
        <Checkbox
          key={`${item.day} ${item.start} ${item.title}`}
          name={`dropped.${index}`}
          label={[item.start, item.title, item.place].filter(Boolean).join('　')}
          checked={(proposal.dropped ?? []).some((each) => sameItem(each, item))}
          onChange={(box) => write(withDropped(proposal, item, box.target.checked))}
        />
      ))}
    </fieldset>
  );
}
