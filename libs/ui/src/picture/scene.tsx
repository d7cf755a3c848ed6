import type { ReactElement } from 'react';
import type { Translate } from '../texts/index.js';

/** Where the files of `src/theme` are served, by the Site and for the App alike. */
export const THEME_PATH = '/theme';

export interface SceneProps {
  readonly t: Translate;
  /** The event's field; music and roses for `bunka`, neighbours in the park for the others. */
  readonly field: string;
}

/** The wide picture over an event page: one per page, with a sentence for readers. */
export function Scene({ t, field }: SceneProps): ReactElement {
  const [file, alt] =
    field === 'bunka'
      ? (['scene-rose-concert', t('ui.scene.concert')] as const)
      : (['scene-yoriai-wide', t('ui.scene.park')] as const);
  return (
    <div className="scene">
      <img src={`${THEME_PATH}/motifs/${file}.svg`} alt={alt} width="1280" height="300" />
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
