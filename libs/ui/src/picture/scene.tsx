import type { ReactElement } from 'react';
import type { Translate } from '../texts/translate.js';
import { isActivityField } from './motif.js';

/** Where the files of `src/theme` are served, by the Site and for the App alike. */
export const THEME_PATH = '/theme';

/** Address of the wide picture of an activity field; an unknown field gets the neighbours at tea. */
export function sceneFile(field: string): string {
  const scene = isActivityField(field) ? field : 'fukushi';
  return `${THEME_PATH}/motifs/scene-${scene === 'bunka' ? 'rose-concert' : scene}.svg`;
}

export interface SceneProps {
  readonly t: Translate;
  /** The event's activity field. */
  readonly field: string;
  /** The one that stands below the title where letters are large; the one above it is hidden there. */
  readonly large?: boolean;
}

/** The wide picture over an event page: one that is seen per page, with a sentence for readers. */
export function Scene({ t, field, large = false }: SceneProps): ReactElement {
  return (
    <div className={large ? 'scene lt' : 'scene'}>
      <img
        {...(large ? { loading: 'lazy' } : {})}
        src={sceneFile(field)}
        alt={t(`ui.scene.${isActivityField(field) ? field : 'fukushi'}`)}
        width="1280"
        height="300"
      />
    </div>
  );
}

/** The picture of the home page: under the words on a phone, behind them on a wide screen. */
export function HomeScene({ t }: { readonly t: Translate }): ReactElement {
  return (
    <picture className="hero-i">
      <source media="(min-width:60rem)" srcSet={`${THEME_PATH}/motifs/scene-yoriai-wide.svg`} />
      <img src={`${THEME_PATH}/motifs/scene-yoriai.svg`} alt={t('ui.scene.park')} width="640" height="360" />
    </picture>
  );
}
