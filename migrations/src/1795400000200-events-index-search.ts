import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search that finds one and two letters: every letter, and every two that follow each other in a line, of a text that
 * is written in one form already (search.rules.ts). An index over them is kept by the database; trigrams can't find 手話.
 * The cost tells the planner that it is dear to make them for rows one by one.
 */
const GRAMS = `
create function events.search_grams(text) returns text[] language sql immutable strict parallel safe cost 2000 as $$
  select coalesce(array_agg(distinct gram), '{}')
  from (select letter, lead(letter) over (order by place) as next from string_to_table($1, null) with ordinality as t(letter, place)) letters,
    lateral (values (letter), (letter || nullif(next, E'\\n'))) as grams(gram)
  where letter <> E'\\n' and gram is not null
$$`;

/** The readings of names of the ward as they were known on this day. */
const NAMES = `(values ('連合振興町会', 'れんごうしんこうちょうかい'), ('地域活動協議会', 'ちいきかつどうきょうぎかい'), ('社会福祉協議会', 'しゃかいふくしきょうぎかい'),
  ('西区役所', 'にしくやくしょ'), ('西区民', 'にしくみん'), ('高台橋公園', 'たかきやばしこうえん'), ('松島公園', 'まつしまこうえん'), ('新町北公園', 'しんまちきたこうえん'),
  ('靱本町', 'うつぼほんまち'), ('靱公園', 'うつぼこうえん'), ('西船場', 'にしせんば'), ('西本町', 'にしほんまち'), ('京町堀', 'きょうまちぼり'), ('江戸堀', 'えどぼり'),
  ('土佐堀', 'とさぼり'), ('立売堀', 'いたちぼり'), ('江之子島', 'えのこじま'), ('阿波座', 'あわざ'), ('北堀江', 'きたほりえ'), ('南堀江', 'みなみほりえ'),
  ('千代崎', 'ちよざき'), ('安治川', 'あじがわ'), ('花乃井', 'はなのい'), ('境川', 'さかいがわ'), ('九条', 'くじょう'), ('日吉', 'ひよし'), ('堀江', 'ほりえ'),
  ('川口', 'かわぐち'), ('新町', 'しんまち'), ('地活協', 'ちかつきょう'), ('町会', 'ちょうかい'), ('西区', 'にしく'), ('靱', 'うつぼ')) as name(written, reading)`;

/** A text in the form in which it is searched. */
const inOneForm = (text: string): string => `
  regexp_replace(regexp_replace(translate(lower(normalize(translate(${text}, '゛゜', U&'\\3099\\309A'), NFKC)),
    '靭髙﨑濵濱邊邉澤國廣學會區圖體龍櫻嶋ヶヵゖゕァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヽヾ',
    '靱高崎浜浜辺辺沢国広学会区図体竜桜島けかけかぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゝゞ'),
    '([ぁ-ゖー])[-‐-―−~〜─]', '\\1ー', 'g'),
    '[\\u0001-\\u0009\\u000B-\\u002F\\u003A-\\u0060\\u007B-\\u00A9\\u2000-\\u206F\\u2190-\\u2BFF\\u3000-\\u3004\\u3008-\\u3020\\u3030\\uFE30-\\uFE4F・゠]', '', 'g')`;

const withReadings = (text: string): string => `${inOneForm(`concat_ws(E'\\n', ${text}, (select string_agg(reading, E'\\n') from ${NAMES} where position(written in concat_ws(E'\\n', ${text})) > 0))`)}`;

const field = (name: string): string => `revision.snapshot->>'${name}'`;
const host = (name: string): string => `revision.snapshot->'organisation'->>'${name}'`;

/** Older rows in the form of today: revisions by what they tell, live rows by what stands in them. */
const REVISIONS = `
update events.event_revision revision set search_text = ${withReadings(['event.number', field('title'), field('kana'), field('placeName'), field('placeAddress'), field('summary'), host('name'), host('kana'), host('areaName')].join(', '))}
from events.event event where event.id = revision.event_id`;
const EVENTS = `
update events.event event set search_text = ${withReadings('event.number, event.title, event.kana, event.place_name, event.place_address, event.summary, organisation.name, organisation.kana, area.name')}
from associations.organisation organisation left join associations.area area on area.id = organisation.area_id
where organisation.id = event.organisation_id`;

export class EventsIndexSearch1795400000200 implements MigrationInterface {
  readonly name = 'EventsIndexSearch1795400000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GRAMS);
    await runner.query(REVISIONS);
    await runner.query(EVENTS);
    await runner.query('create index event_revision_search on events.event_revision using gin (events.search_grams(search_text)) with (fastupdate = off)');
    await runner.query('create index event_public_end on events.event (ends_at) where public_revision is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.event_public_end, events.event_revision_search');
    await runner.query('drop function events.search_grams');
  }
}
