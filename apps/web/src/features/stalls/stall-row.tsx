import { postStallAcceptance, postStallRefusal, putStallPlot, type StallLine, type StallList } from '@yoriai/api-client';
import { Badge, Button, Facts, NativeSelect, TextArea } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { CallLink } from '../../ui/call-link.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';

const APPLIANCES = ['gas', 'charcoal', 'generator', 'electric', 'hotPlate', 'popcorn', 'candyFloss'] as const;
const EQUIPMENT = ['tents', 'tables', 'chairs', 'watts'] as const;
const ICONS = { applied: 'hourglass', accepted: 'tick-circle', declined: 'cross', withdrawn: 'undo' } as const;

interface StallRowProps {
  readonly stall: StallLine;
  readonly list: StallList;
  readonly done: (list: StallList) => Promise<void>;
}

/** One stall: what it is, who stands behind it, the answer, the plot. Of what is answered the plot alone stands open. */
export function StallRow({ stall, list, done }: StallRowProps): ReactElement {
  const { id, state } = stall;
  return (
    <section className="rowbox" aria-labelledby={`stall-${id}`}>
      <div className="row tight">
        <Badge icon={ICONS[state]}>{t(`app.stalls.state.${state}`)}</Badge>
        {stall.plot === null ? null : <Badge icon="pin">{stall.plot}</Badge>}
      </div>
      <h3 id={`stall-${id}`}>{stall.name}</h3>
      {state === 'accepted' ? <Plot stall={stall} list={list} done={done} /> : null}
      {state === 'applied' ? (
        <>
          <About stall={stall} />
          <Decision stall={stall} done={done} />
        </>
      ) : (
        <details className="dt mt3">
          <summary aria-label={`${t('app.stalls.more')}　${stall.name}`}>{t('app.stalls.more')}</summary>
          <About stall={stall} />
          {state === 'withdrawn' ? null : <Decision stall={stall} done={done} />}
        </details>
      )}
    </section>
  );
}

function About({ stall }: { readonly stall: StallLine }): ReactElement {
  const pieces = stall.appliances as Readonly<Record<string, number>>;
  const fire = APPLIANCES.flatMap((each) => (pieces[each] ? [`${t(`stall.appliance.${each}`)} ${pieces[each]}`] : []));
  const wanted = EQUIPMENT.flatMap((each) => (stall[each] > 0 ? [`${t(`stall.${each}`)} ${stall[each]}`] : []));
  const none = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join('、'));
  return (
    <Facts
      rows={[
        { term: t('stall.kind'), detail: t(`stall.kind.${stall.kind}`) },
        { term: t('stall.sells'), detail: <span className="pre">{stall.sells}</span> },
        { term: t('stall.contact'), detail: stall.contactName },
        { term: t('stall.phone'), detail: stall.phone === null ? null : <CallLink number={stall.phone} /> },
        { term: t('stall.email'), detail: <a href={`mailto:${stall.email}`} className="more">{stall.email}</a> },
        { term: t('stall.food'), detail: stall.foodBy === null ? null : t(`stall.food.${stall.foodBy}`) },
        { term: t('stall.fire'), detail: none(fire) },
        { term: t('stall.extinguishers'), detail: stall.extinguishers === 0 ? null : t('stall.extinguishers.need', { count: stall.extinguishers }) },
        { term: t('stall.equipment'), detail: none(wanted) },
        { term: t('stall.reply'), detail: stall.reply === null ? null : <span className="pre">{stall.reply}</span> },
      ]}
    />
  );
}

function Plot({ stall, list, done }: StallRowProps): ReactElement {
  const [chosen, setChosen] = useState(stall.plot ?? '');
  const placing = useAct((plot: string | null, options) => putStallPlot(stall.id, { plot }, options), done);
  const taken = new Set(list.stalls.flatMap(({ plot }) => plot ?? []));
  const free = (list.call?.plots ?? []).filter(({ code }) => code === stall.plot || !taken.has(code));
  return (
    <>
      <FailureBanner error={placing.error} />
      <NativeSelect
        t={t}
        name={`plot-${stall.id}`}
        need="silent"
        width="mid"
        label={t('stall.plot')}
        value={chosen}
        choices={[{ value: '', label: t('app.stalls.plot.none') }, ...free.map(({ code, venue }) => ({ value: code, label: [code, venue].filter(Boolean).join('　') }))]}
        hint={t('app.stalls.plot.hint')}
        onChange={({ target }) => setChosen(target.value)}
      />
      {chosen === (stall.plot ?? '') ? null : (
        <p className="mt3">
          <Button type="button" size="m" about={stall.name} onClick={() => placing.act(chosen || null)}>
            {t(placing.pending ? 'app.sending' : chosen === '' ? 'app.stalls.plot.clear' : 'app.stalls.plot.save')}
          </Button>
        </p>
      )}
    </>
  );
}

function Decision({ stall, done }: Pick<StallRowProps, 'stall' | 'done'>): ReactElement {
  const [words, setWords] = useState('');
  const acceptance = useAct((said: string | null, options) => postStallAcceptance(stall.id, { words: said }, options), done);
  const refusal = useAct((said: string | null, options) => postStallRefusal(stall.id, { words: said }, options), done);
  const said = words.trim() || null;
  return (
    <div className="mt4">
      <FailureBanner error={acceptance.error ?? refusal.error} />
      <TextArea t={t} name={`words-${stall.id}`} need="optional" rows={2} maxLength={500} label={t('app.stalls.words')} hint={t('app.stalls.words.hint')} value={words} onChange={({ target }) => setWords(target.value)} />
      <div className="btns mt3">
        {stall.state === 'accepted' ? null : (
          <Button type="button" size="m" about={stall.name} onClick={() => acceptance.act(said)}>
            {t(acceptance.pending ? 'app.sending' : 'app.stalls.accept')}
          </Button>
        )}
        {stall.state === 'declined' ? null : <ConfirmedButton label={t('app.stalls.decline')} kind="outline" what={t('app.stalls.words.hint')} pending={refusal.pending} onYes={() => refusal.act(said)} />}
      </div>
    </div>
  );
}
