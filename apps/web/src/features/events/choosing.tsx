import {
  postEventHostAnswer,
  postEventHostAnswersUndo,
  type ApplicationLine,
  type ApplicationList,
  type EventDetail,
  type HostAnswersRequest,
} from '@yoriai/api-client';
import { gapIn, Banner, Button, Checkbox, shortDate, timeOfDay, WholeName } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { t, whyNot } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct, type Act } from '../../ui/use-act.js';
import { DeclineForm } from './decline-form.js';
import { fitAll, freeToGive, headsOf, toAnswerOf, untoldOf } from './people.js';
import { PersonFacts, PersonName } from './person-facts.js';

interface Props {
  readonly event: EventDetail;
  readonly list: ApplicationList;
}

interface Parts extends Props {
  readonly answering: Act<HostAnswersRequest>;
  readonly undoing: Act<readonly string[]>;
}

/** Who gets a place is for the host to say: those who wait for it in the order they came, one or several at once; what was said a moment ago can be taken back. */
export function Choosing({ event, list }: Props): ReactElement {
  const client = useQueryClient();
  const [last, setLast] = useState<HostAnswersRequest | null>(null);
  const fresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['event', event.id] });
    await client.invalidateQueries({ queryKey: ['events'] });
  };
  const answering = useAct(
    (said: HostAnswersRequest, options) => postEventHostAnswer(event.id, said, options),
    async (_answer, said) => {
      await fresh();
      setLast(said);
    },
  );
  const undoing = useAct(
    (ids: readonly string[], options) => postEventHostAnswersUndo(event.id, { ids: [...ids] }, options),
    async () => {
      await fresh();
      setLast(null);
    },
  );
  const parts = { event, list, answering, undoing };
  const error = answering.error ?? undoing.error;
  const untold = untoldOf(list.items).filter(({ id }) => last?.ids.includes(id));
  return (
    <>
      {error === null ? null : <FailureBanner error={error} />}
      {last === null || error !== null || untold.length === 0 ? null : <Done key={last.ids.join()} choice={last.choice} people={untold} undoing={undoing} />}
      <Waiting {...parts} />
      <Untold {...parts} />
    </>
  );
}

/** What was just done, and the way back while there is one. */
function Done({ choice, people, undoing }: { readonly choice: HostAnswersRequest['choice']; readonly people: readonly ApplicationLine[]; readonly undoing: Act<readonly string[]> }): ReactElement {
  return (
    <Banner kind="good" role="status" className="mt5" title={t(`app.choosing.done.${choice}`, { count: people.length })}>
      <p>{people.map(({ name }) => t('app.name-san', { name })).join('、')}</p>
      <p className="mt2">
        <Button type="button" kind="outline" size="s" icon="undo" autoFocus onClick={() => undoing.act(people.map(({ id }) => id))}>
          {t(undoing.pending ? 'app.sending' : 'app.choosing.undo')}
        </Button>
      </p>
    </Banner>
  );
}

function Waiting({ event, list, answering }: Parts): ReactElement {
  const people = toAnswerOf(list.items, event.frames);
  const open = people.filter(({ can }) => can.answer === true);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const picked = open.filter(({ id }) => marked.has(id));
  const mark = (ids: readonly string[], on: boolean): void => setMarked(new Set(on ? [...marked, ...ids] : [...marked].filter((id) => !ids.includes(id))));
  const places = freeToGive(event);
  const by = event.toAnswer?.by ?? null;
  return (
    <section className="mt6" aria-labelledby="to-answer">
      <h2 id="to-answer" className="num mb3">
        {t('app.choosing.title', { count: people.length, heads: headsOf(people) })}
      </h2>
      {places.map(({ id, name, free, capacity }) => (
        <p key={id} className="num">
          {places.length > 1 ? `${name}　` : ''}
          <b className="strong">{t('app.choosing.free', { free, capacity })}</b>
        </p>
      ))}
      {people.length === 0 ? (
        <p>{t('app.choosing.none')}</p>
      ) : (
        <>
          <p>
            {by === null ? '' : `${t('app.choosing.by', { day: shortDate(t, by) })}${gapIn(t)}`}
            {t('app.choosing.body')}
          </p>
          <Rest places={places} people={open} answering={answering} />
          {open.length < 2 ? null : <Several people={open} picked={picked} mark={mark} places={places} answering={answering} />}
          <ul className="recp names mt3">
            {people.map((each) => (
              <Applicant
                key={each.id}
                event={event}
                person={each}
                {...(open.length > 1 && each.can.answer === true && { marked: marked.has(each.id), mark })}
                fits={fitAll([each], places)}
                answering={answering}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Nothing is free any more, or others wait already: the rest can wait in the order they came. */
function Rest({
  places,
  people,
  answering,
}: {
  readonly places: ReturnType<typeof freeToGive>;
  readonly people: readonly ApplicationLine[];
  readonly answering: Parts['answering'];
}): ReactElement | null {
  const full = new Set(places.filter(({ free }) => free === 0).map(({ id }) => id));
  const rest = people.filter(({ frameId }) => full.has(frameId));
  if (rest.length === 0) return null;
  return (
    <Banner kind="wait" className="mt4" title={t(places.some(({ waiting }) => waiting > 0) ? 'app.choosing.others-wait' : 'app.choosing.full')}>
      <p className="mt2">
        <Button type="button" kind="outline" size="m" onClick={() => answering.act({ choice: 'waitlisted', ids: rest.map(({ id }) => id) })}>
          {t(answering.pending ? 'app.sending' : 'app.choosing.rest', { count: rest.length })}
        </Button>
      </p>
    </Banner>
  );
}

interface SeveralProps {
  readonly people: readonly ApplicationLine[];
  readonly picked: readonly ApplicationLine[];
  readonly mark: (ids: readonly string[], on: boolean) => void;
  readonly places: readonly { id: string; free: number }[];
  readonly answering: Parts['answering'];
}

/** One answer for all who are marked. */
function Several({ people, picked, mark, places, answering }: SeveralProps): ReactElement {
  const [declining, setDeclining] = useState(false);
  const ids = picked.map(({ id }) => id);
  const all = picked.length === people.length;
  const fits = fitAll(picked, places);
  return (
    <div className={picked.length > 0 && !declining ? 'soft mt4 kept-by' : 'soft mt4'} role="group" aria-label={t('app.choosing.several')}>
      <Checkbox
        name="all"
        label={t('app.choosing.all')}
        checked={all}
        onChange={() =>
          mark(
            people.map(({ id }) => id),
            !all,
          )
        }
      />
      {picked.length === 0 ? null : (
        <>
          <p className="num mt2" role="status">
            {t('app.choosing.picked', { count: picked.length, heads: headsOf(picked) })}
            {fits ? null : <b className="strong blk">{t('app.choosing.too-many')}</b>}
          </p>
          <div className="btns mt2">
            {fits ? (
              <Button type="button" size="m" icon="tick" onClick={() => answering.act({ choice: 'accepted', ids })}>
                {t(answering.pending ? 'app.sending' : 'app.choosing.accept')}
              </Button>
            ) : null}
            {picked.some((each) => fitAll([each], places)) ? null : (
              <Button type="button" kind="outline" size="m" onClick={() => answering.act({ choice: 'waitlisted', ids })}>
                {t('app.choosing.wait')}
              </Button>
            )}
            <Button type="button" kind="outline" size="m" aria-expanded={declining} onClick={() => setDeclining(!declining)}>
              {t('app.choosing.decline')}
            </Button>
          </div>
          {declining ? (
            <DeclineForm
              id="several"
              pending={answering.pending}
              onYes={(words) => answering.act({ choice: 'declined', ids, words })}
              onNo={() => setDeclining(false)}
            />
          ) : null}
        </>
      )}
    </div>
  );
}

interface ApplicantProps {
  readonly event: EventDetail;
  readonly person: ApplicationLine;
  readonly marked?: boolean;
  readonly mark?: SeveralProps['mark'];
  readonly fits: boolean;
  readonly answering: Parts['answering'];
}

/** One who waits for an answer, with what they said. */
function Applicant({ event, person, marked = false, mark, fits, answering }: ApplicantProps): ReactElement {
  const [declining, setDeclining] = useState(false);
  const { id, name } = person;
  const why = whyNot(person.can.answer);
  const whole = <PersonName person={person} />;
  return (
    <li>
      <div>{mark === undefined ? whole : <Checkbox name="applicant" value={id} label={whole} checked={marked} onChange={() => mark([id], !marked)} />}</div>
      <PersonFacts event={event} person={person} />
      {why === undefined ? (
        <div className="acts">
          {fits ? (
            <Button type="button" size="m" icon="tick" about={name} onClick={() => answering.act({ choice: 'accepted', ids: [id] })}>
              {t(answering.pending && answering.variables?.ids[0] === id ? 'app.sending' : 'app.choosing.accept')}
            </Button>
          ) : (
            <Button type="button" kind="outline" size="m" about={name} onClick={() => answering.act({ choice: 'waitlisted', ids: [id] })}>
              {t('app.choosing.wait')}
            </Button>
          )}
          <Button type="button" kind="text" size="s" about={name} aria-expanded={declining} onClick={() => setDeclining(!declining)}>
            {t('app.choosing.decline')}
          </Button>
        </div>
      ) : (
        <p className="sub full">{why}</p>
      )}
      {declining ? (
        <div className="full">
          <DeclineForm
            id={id}
            pending={answering.pending}
            onYes={(words) => answering.act({ choice: 'declined', ids: [id], words })}
            onNo={() => setDeclining(false)}
          />
        </div>
      ) : null}
    </li>
  );
}

/** Who was answered and does not know it yet. */
function Untold({ list, undoing }: Parts): ReactElement | null {
  const people = untoldOf(list.items);
  if (people.length === 0) return null;
  return (
    <section className="mt6" aria-labelledby="untold">
      <h2 id="untold" className="num mb3">
        {t('app.choosing.untold', { count: people.length })}
      </h2>
      <p>{t('app.choosing.untold.body')}</p>
      <ul className="recp names mt3">
        {people.map(({ id, name, status, heads, undoUntil }) => (
          <li key={id}>
            <div>
              <b><WholeName text={name} /></b>
              <span className="num blk">{`${t(status === 'declined' || status === 'waitlisted' ? `app.choosing.said.${status}` : 'app.choosing.said.accepted')}　${t('app.unit.heads', { count: heads })}`}</span>
              <span className="sub num blk">{undoUntil === null ? '' : t('app.choosing.tells', { time: timeOfDay(t, undoUntil) })}</span>
            </div>
            <div className="acts">
              <Button type="button" kind="outline" size="s" icon="undo" about={name} onClick={() => undoing.act([id])}>
                {t('app.choosing.undo')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
