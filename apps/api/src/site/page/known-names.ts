/**
 * Names of places and bodies of the ward that even neighbours misread. Longer ones stand before what they
 * contain; what is also another word or a surname (高台, 本田) is left out.
 */
const NAMES: readonly (readonly [name: string, reading: string])[] = [
  ['連合振興町会', 'れんごうしんこうちょうかい'],
  ['地域活動協議会', 'ちいきかつどうきょうぎかい'],
  ['社会福祉協議会', 'しゃかいふくしきょうぎかい'],
  ['西区役所', 'にしくやくしょ'],
  ['西区民', 'にしくみん'],
  ['高台橋公園', 'たかきやばしこうえん'],
  ['松島公園', 'まつしまこうえん'],
  ['新町北公園', 'しんまちきたこうえん'],
  ['靱本町', 'うつぼほんまち'],
  ['靱公園', 'うつぼこうえん'],
  ['西船場', 'にしせんば'],
  ['西本町', 'にしほんまち'],
  ['京町堀', 'きょうまちぼり'],
  ['江戸堀', 'えどぼり'],
  ['土佐堀', 'とさぼり'],
  ['立売堀', 'いたちぼり'],
  ['江之子島', 'えのこじま'],
  ['阿波座', 'あわざ'],
  ['北堀江', 'きたほりえ'],
  ['南堀江', 'みなみほりえ'],
  ['千代崎', 'ちよざき'],
  ['安治川', 'あじがわ'],
  ['花乃井', 'はなのい'],
  ['境川', 'さかいがわ'],
  ['九条', 'くじょう'],
  ['日吉', 'ひよし'],
  ['堀江', 'ほりえ'],
  ['川口', 'かわぐち'],
  ['新町', 'しんまち'],
  ['地活協', 'ちかつきょう'],
  ['町会', 'ちょうかい'],
  ['西区', 'にしく'],
  ['靱', 'うつぼ'],
];

const READINGS = new Map(NAMES);
const NAME = NAMES.map(([name]) => name).join('|');
const EACH = new RegExp(NAME, 'gu');
/** Names one after another, unless kanji before them make another word: 東九条, 全町会. */
const RUN = new RegExp(`(?<!\\p{Script=Han})(?:${NAME})+`, 'gu');
/** A tag, or the text between two. */
const TOKEN = /<(\/?)([a-z][\w-]*)[^>]*>|[^<]+/g;
/** Inside these a name stays as it is: it has its reading already, or can't carry one. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['ruby', 'title', 'option', 'textarea', 'svg', 'script', 'style']);

/**
 * A page with the readings of known names above them. Only these: automatic readers get place names wrong,
 * and no reading is better than a wrong one. Works on the finished page, so that no view has to remember it.
 */
export function readKnownNames(html: string): string {
  const inside: string[] = [];
  return html.replace(TOKEN, (token: string, closing: string | undefined, tag: string | undefined) => {
    if (tag === undefined) return inside.length > 0 ? token : token.replace(RUN, (run) => run.replace(EACH, (name) => ruby(name, READINGS.get(name) ?? '')));
    if (LEFT_ALONE.has(tag) && !token.endsWith('/>')) {
      if (closing === '') inside.push(tag);
      else if (inside.at(-1) === tag) inside.pop();
    }
    return token;
  });
}

const ruby = (name: string, reading: string): string => `<ruby>${name}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
