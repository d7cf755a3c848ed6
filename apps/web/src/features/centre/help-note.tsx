import type { EventDetail, EventHelp } from '@yoriai/api-client';
import { Banner } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';

/** Who of a community centre wrote at it, in one sentence. */
export function helpWords({ began, centreName, name }: EventHelp): string {
  return t(began ? 'app.centre.wrote' : 'app.centre.helped', { centre: centreName, name });
}

/** Who of a community centre wrote at the draft, until it is handed in; to the host, that it is theirs to look at and to hand in. */
export function HelpNote({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { help, organisation } = event;
  const helps = event.can.edit === true && event.can.submit === 'event.host-only';
  if (help === null) return helps ? <Banner kind="info" className="mt5" title={t('app.centre.theirs', { organisation: organisation.name })} /> : null;
  return (
    <Banner kind="info" className="mt5" title={helpWords(help)}>
      <p>{helps ? t('app.centre.theirs', { organisation: organisation.name }) : t('app.centre.host')}</p>
    </Banner>
  );
}
