import type { ReactElement } from 'react';
import { SitePage } from '../page/site-page.js';
import { translator } from '../texts/index.js';
import { EventParts } from './event-parts.js';
import { FormParts } from './form-parts.js';
import { LookParts } from './look-parts.js';
import { StateParts } from './state-parts.js';
import { WorkParts } from './work-parts.js';

/** Every part in its states, as a whole page: for the eyes of those who build, in development only. */
export function Gallery(): ReactElement {
  const t = translator('ja');
  return (
    <SitePage
      t={t}
      title="部品の見本"
      path="/dev/gallery"
      demo
      signedIn={false}
      wardName="西区"
      support={{ phone: '06-0000-0120', hours: '平日 9時から17時30分（架空）' }}
      noindex
    >
      <h1>部品の見本</h1>
      <LookParts t={t} />
      <EventParts t={t} />
      <FormParts t={t} />
      <StateParts t={t} />
      <WorkParts t={t} />
    </SitePage>
  );
}
