import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import type { Translate } from '@yoriai/ui';
import { AreaLinks } from './home-view.js';

/** The areas of the ward, each leading to what is on there. */
export function AreasView({ t, areas }: { readonly t: Translate; readonly areas: readonly Area[] }): ReactElement {
  return (
    <>
      <h1>{t('site.home.areas')}</h1>
      <p className="mb5">{t('site.home.areas.text')}</p>
      <AreaLinks areas={areas} />
    </>
  );
}
