import type { ReactElement } from 'react';
import { LANGS, LANG_NAMES, LinkButton, PAPER_SIZES, POSTER_LOOKS, htmlLang, type Translate } from '@yoriai/ui';
import type { PaperChoices } from './paper-choices.js';

export interface ToolsProps {
  readonly t: Translate;
  readonly back: string;
  readonly choices: PaperChoices;
  /** A Chromium of ours makes the PDF; otherwise the browser's own print dialog. */
  readonly pdf: boolean;
  /** What can be chosen: nothing for lists of names. */
  readonly offer?: 'poster' | 'language';
}

/** Words over the preview: how to print, what else can be chosen, the way back. */
export function Tools({ t, back, choices, pdf, offer }: ToolsProps): ReactElement {
  return (
    <>
      <ul className="tool-row">
        {pdf ? (
          <li>
            <LinkButton href={choices.address({ pdf: true })} size="s" icon="print">
              {t('print.pdf')}
            </LinkButton>
          </li>
        ) : null}
        <li>
          <a href={back}>{t('print.back')}</a>
        </li>
      </ul>
      {offer === 'poster' ? (
        <>
          <Choice label={t('print.size')} options={PAPER_SIZES.map((size) => ({ key: size, label: t(`print.size.${size}`), href: choices.address({ size }), on: size === choices.size }))} />
          <Choice label={t('print.look')} options={POSTER_LOOKS.map((look) => ({ key: look, label: t(`print.look.${look}`), href: choices.address({ look }), on: look === choices.look }))} />
        </>
      ) : null}
      {offer === undefined ? null : <Languages choices={choices} />}
      <p>{t(pdf ? 'print.how.pdf' : 'print.how')}</p>
    </>
  );
}

/** In which language the sheet is; each is named in itself. */
function Languages({ choices }: { readonly choices: PaperChoices }): ReactElement {
  const options = LANGS.map((lang) => ({ key: lang, label: LANG_NAMES[lang], href: choices.address({ lang }), on: lang === choices.t.lang, lang: htmlLang(lang) }));
  return <Choice label={choices.t('print.language')} options={options} />;
}

interface Option {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly on: boolean;
  readonly lang?: string;
}

function Choice({ label, options }: { readonly label: string; readonly options: readonly Option[] }): ReactElement {
  return (
    <ul className="tool-row" aria-label={label}>
      <li aria-hidden="true">{label}</li>
      {options.map((option) => (
        <li key={option.key} lang={option.lang}>
          {option.on ? <b aria-current="true">{option.label}</b> : <a href={option.href}>{option.label}</a>}
        </li>
      ))}
    </ul>
  );
}
