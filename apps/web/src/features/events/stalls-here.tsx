import type { EventDetail } from '@yoriai/api-client';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';

/** That the event calls for stalls, on the page of the form that asks who comes; a template may have brought the call. Nothing where there is none. */
export function StallsHere({ event }: { readonly event: EventDetail }): ReactElement | null {
  if (event.stalls === null) return null;
  return (
    <section className="mt6" aria-labelledby="stalls-here">
      <h2 id="stalls-here" className="fs-18">
        {t('stall.label')}
      </h2>
      <p className="mt2 num">
        {t('app.stalls.here')}
        <br />
        {t('app.stalls.planned', { count: event.stalls.places })}
      </p>
      {event.can.seeApplications === true ? (
        <p className="mt2">
          <AppLink href={paths.stalls(event.id)} className="more">
            {t('app.stalls.see')}
          </AppLink>
        </p>
      ) : null}
    </section>
  );
}
