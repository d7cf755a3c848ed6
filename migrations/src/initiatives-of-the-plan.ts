/** An initiative of the ward's plan, as it is first written down; the ward corrects it on its own screen. */
export interface PlannedInitiative {
  /** Lines of docs/acceptance.md that it is. */
  rows: readonly string[];
  code: string;
  name: string;
  kana: string;
  nameEn: string;
  words: string;
  wordsEn: string;
  kind: 'programme' | 'campaign';
  field: 'bousai' | 'kodomo' | 'fukushi' | 'kenkou' | 'kankyo' | 'bunka';
  category: string;
  fromDay?: string;
}

type Told = Pick<PlannedInitiative, 'name' | 'kana' | 'nameEn' | 'words' | 'wordsEn'>;
const programme = (rows: string, code: string, field: PlannedInitiative['field'], category: string, told: Told): PlannedInitiative => ({ rows: rows.split(' '), code, field, category, kind: 'programme', ...told });
const campaign = (rows: string, code: string, field: PlannedInitiative['field'], category: string, fromDay: string, told: Told): PlannedInitiative => ({ ...programme(rows, code, field, category, told), kind: 'campaign', fromDay });

/** Programmes and campaigns of the plan that are events, by field. */
export const INITIATIVES_OF_THE_PLAN: readonly PlannedInitiative[] = [
  programme('S20', 'joint-drill', 'bousai', 'drill', { name: '西区全地域合同防災訓練', kana: 'にしくぜんちいきごうどうぼうさいくんれん', nameEn: 'Joint disaster drill of all areas', words: 'すべての地域が、同じ日に防災の訓練をします。', wordsEn: 'All areas of the ward hold their disaster drill on one day.' }),
  programme('S22', 'school-disaster-lessons', 'bousai', 'class', { name: '防災・減災教育', kana: 'ぼうさい・げんさいきょういく', nameEn: 'Disaster lessons at school', words: '学校で、災害から身を守る方法を学びます。', wordsEn: 'Children learn at school how to stay safe in a disaster.' }),
  programme('S26', 'disaster-leaders', 'bousai', 'meeting', { name: '地域防災リーダーの情報共有会', kana: 'ちいきぼうさいりーだーのじょうほうきょうゆうかい', nameEn: 'Meetings of community disaster leaders', words: '地域防災リーダーが集まり、訓練や備えのことを話します。', wordsEn: 'Community disaster leaders meet and talk about drills and preparations.' }),
  programme('S27', 'headquarters-drill', 'bousai', 'drill', { name: '災害対策本部設置・運用訓練', kana: 'さいがいたいさくほんぶせっち・うんようくんれん', nameEn: 'Disaster headquarters drill', words: '災害対策本部を立ち上げ、情報を集める練習をします。', wordsEn: 'The disaster headquarters is set up and practises gathering news.' }),
  programme('S28', 'rescue-drill', 'bousai', 'drill', { name: '負傷者救出訓練', kana: 'ふしょうしゃきゅうしゅつくんれん', nameEn: 'Rescue drill', words: 'けがをした人を助け出し、運ぶ練習をします。', wordsEn: 'People practise how to rescue and carry the injured.' }),
  programme('S29', 'bicycle-theft', 'bousai', 'patrol', { name: '自転車盗難防止啓発', kana: 'じてんしゃとうなんぼうしけいはつ', nameEn: 'Campaign against bicycle theft', words: '二つのかぎをかけるよう、駅前などでよびかけます。', wordsEn: 'People at stations and shops are asked to lock their bicycles twice.' }),
  programme('S32', 'school-watch', 'bousai', 'patrol', { name: '下校見守り活動', kana: 'げこうみまもりかつどう', nameEn: 'Watch on the way home from school', words: '学校の帰り道に立ち、こどもを見守ります。', wordsEn: 'Volunteers watch over children on their way home from school.' }),
  programme('S34', 'traffic-safety', 'bousai', 'patrol', { name: '交通安全運動', kana: 'こうつうあんぜんうんどう', nameEn: 'Traffic safety campaign', words: '季節ごとの運動の期間に、道に立って安全をよびかけます。', wordsEn: 'In the weeks of each season’s campaign, volunteers stand at the road for safety.' }),
  programme('S06', 'kite-flying', 'kodomo', 'sports', { name: 'たこあげ大会', kana: 'たこあげたいかい', nameEn: 'Kite-flying contest', words: 'こどもが手づくりのたこをあげ、高さやできばえをきそいます。', wordsEn: 'Children fly kites that they made, and are judged for height and looks.' }),
  programme('S07', 'film-show', 'kodomo', 'concert', { name: 'こどもワクワク映画会', kana: 'こどもわくわくえいがかい', nameEn: 'Children’s film show', words: '大きな画面で、親子いっしょに映画を見ます。', wordsEn: 'Parents and children watch a film together on a large screen.' }),
  programme('S08', 'youth', 'kodomo', 'class', { name: '児童・青少年育成事業', kana: 'じどう・せいしょうねんいくせいじぎょう', nameEn: 'Youth programme', words: 'こどもと若者が、地域の人といっしょに体験し、学びます。', wordsEn: 'Children and young people try and learn things together with their neighbours.' }),
  programme('S49', 'childcare-fair', 'kodomo', 'other', { name: 'きらぽか保育情報フェア', kana: 'きらぽかほいくじょうほうふぇあ', nameEn: 'Kirapoka childcare fair', words: '保育所や幼稚園の話を、一つの会場で聞けます。', wordsEn: 'Nurseries and kindergartens tell about themselves in one place.' }),
  programme('S50', 'parent-training', 'kodomo', 'class', { name: 'ペアレントトレーニング', kana: 'ぺあれんととれーにんぐ', nameEn: 'Parent training', words: '子育てのこつを、少ない人数で学びます。', wordsEn: 'Parents learn about bringing up children, in small groups.' }),
  programme('S54', 'sick-child-care', 'kodomo', 'meeting', { name: '訪問型病児保育の周知', kana: 'ほうもんがたびょうじほいくのしゅうち', nameEn: 'Telling about care for sick children at home', words: 'こどもが病気のときに家で預かるしくみを、知らせます。', wordsEn: 'Parents hear how a sick child can be looked after at home.' }),
  programme('S56', 'help-lines', 'kodomo', 'meeting', { name: '児童虐待防止・相談窓口の周知', kana: 'じどうぎゃくたいぼうし・そうだんまどぐちのしゅうち', nameEn: 'Telling where children and parents find help', words: 'こどもや子育てのことを相談できる所を、知らせます。', wordsEn: 'Children and parents hear whom they can ask for help.' }),
  programme('S58', 'nisshi-plaza', 'kodomo', 'meeting', { name: 'にっしー広場', kana: 'にっしーひろば', nameEn: 'Nisshi plaza', words: 'マンションの集会室などで、小さなこどもと保護者が遊びます。', wordsEn: 'Small children and their parents play in meeting rooms of condominiums.' }),
  programme('S59', 'nisshi-park', 'kodomo', 'meeting', { name: 'にっしー広場（公園版）', kana: 'にっしーひろば（こうえんばん）', nameEn: 'Nisshi plaza in the park', words: '公園で、親子いっしょに外遊びをします。', wordsEn: 'Parents and children play together in the park.' }),
  programme('S60', 'school-liaison', 'kodomo', 'meeting', { name: '教育行政連絡会', kana: 'きょういくぎょうせいれんらくかい', nameEn: 'Liaison of schools and ward office', words: '校長と区役所が、学校のことを話し合います。', wordsEn: 'Head teachers and the ward office talk about schools.' }),
  programme('S61', 'education-council', 'kodomo', 'meeting', { name: '西区教育会議', kana: 'にしくきょういくかいぎ', nameEn: 'Ward education council', words: '学校と町のことを、住民と区役所が話し合います。', wordsEn: 'Residents and the ward office talk about schools and the neighbourhood.' }),
  programme('S62', 'school-council', 'kodomo', 'meeting', { name: '学校協議会', kana: 'がっこうきょうぎかい', nameEn: 'School council', words: '学校の目標とふりかえりを、地域の委員が話し合います。', wordsEn: 'Members from the area talk about the aims of a school and what came of them.' }),
  programme('S63', 'school-information', 'kodomo', 'meeting', { name: '就学の説明会', kana: 'しゅうがくのせつめいかい', nameEn: 'Information on entering school', words: '入学する学校のことを、保護者に説明します。', wordsEn: 'Parents hear about the school that their child will go to.' }),
  programme('S64', 'school-absence-talks', 'kodomo', 'meeting', { name: '不登校を知る講演会', kana: 'ふとうこうをしるこうえんかい', nameEn: 'Talks on children who can’t go to school', words: '学校に行きづらいこどものことを、経験した人から聞きます。', wordsEn: 'People with experience talk about children who find it hard to go to school.' }),
  programme('S66', 'extra-lessons', 'kodomo', 'class', { name: '課外授業', kana: 'かがいじゅぎょう', nameEn: 'Extra lessons', words: '専門学校などの先生が、長い休みに授業をします。', wordsEn: 'Teachers of vocational and private schools give lessons in the holidays.' }),
  programme('S67a', 'sports-coaches', 'kodomo', 'sports', { name: '体育専門家派遣', kana: 'たいいくせんもんかはけん', nameEn: 'Sports coaches at school', words: '体育の専門家が学校に行き、体の動かしかたを教えます。', wordsEn: 'Coaches come to schools and teach children how to move.' }),
  programme('S67b', 'teacher-training', 'kodomo', 'class', { name: '実技指導研修', kana: 'じつぎしどうけんしゅう', nameEn: 'Training for teachers', words: '学校の先生が、体育の教えかたを習います。', wordsEn: 'Teachers learn how to teach sports.' }),
  programme('S39', 'salons', 'fukushi', 'meeting', { name: 'サロン・交流の場', kana: 'さろん・こうりゅうのば', nameEn: 'Salons and meeting places', words: '年や障がいにかかわらず、集まって話し、楽しみます。', wordsEn: 'People of any age, with or without disabilities, meet, talk and enjoy themselves.' }),
  programme('S40 S80', 'smartphone-class', 'fukushi', 'class', { name: 'スマホ体験教室', kana: 'すまほたいけんきょうしつ', nameEn: 'Smartphone class', words: 'スマートフォンをはじめて使う方が、ゆっくり習います。', wordsEn: 'Beginners learn to use a smartphone at their own pace.' }),
  programme('S41', 'dementia-care', 'fukushi', 'meeting', { name: '認知症・高齢者支援の周知', kana: 'にんちしょう・こうれいしゃしえんのしゅうち', nameEn: 'Telling about help for older people', words: '認知症や高齢の方の暮らしと、相談できる所を知ります。', wordsEn: 'People learn about dementia, life in old age and where to find help.' }),
  programme('S42', 'home-medical-care', 'fukushi', 'meeting', { name: '在宅医療・介護連携', kana: 'ざいたくいりょう・かいごれんけい', nameEn: 'Medical care at home', words: '家で受ける医療と介護のことを、専門の人から聞きます。', wordsEn: 'Doctors and nurses tell about medical care and help at home.' }),
  programme('S43', 'health-corner', 'kenkou', 'other', { name: '健康づくり啓発', kana: 'けんこうづくりけいはつ', nameEn: 'Health corner', words: '地域の行事で体を測り、健康のことを知ります。', wordsEn: 'At events of the area, people have their health measured and learn about it.' }),
  programme('S45', 'hyakusai-exercise', 'kenkou', 'sports', { name: 'いきいき百歳体操', kana: 'いきいきひゃくさいたいそう', nameEn: '100-year exercise', words: '近くの会場で、いすにすわってできる体操を続けます。', wordsEn: 'Gentle exercise on chairs, again and again, close to home.' }),
  programme('S46', 'health-checks', 'kenkou', 'meeting', { name: '健診受診勧奨', kana: 'けんしんじゅしんかんしょう', nameEn: 'Go to your health check', words: '健診とがん検診を受けるよう、よびかけます。', wordsEn: 'People are asked to go to health checks and cancer screening.' }),
  programme('S30', 'graffiti', 'kankyo', 'cleaning', { name: '落書き消去活動', kana: 'らくがきしょうきょかつどう', nameEn: 'Graffiti removal', words: '持ち主の許しをもらい、かべの落書きをみんなで消します。', wordsEn: 'With the owner’s consent, neighbours remove graffiti from walls.' }),
  programme('S36', 'bicycle-manners', 'kankyo', 'patrol', { name: '自転車マナー啓発・放置自転車対策', kana: 'じてんしゃまなーけいはつ・ほうちじてんしゃたいさく', nameEn: 'Bicycle manners', words: '自転車の置きかたと乗りかた、ヘルメットのことをよびかけます。', wordsEn: 'People are asked to park and ride their bicycles well, and to wear helmets.' }),
  programme('S75', 'agency-liaison', 'kankyo', 'meeting', { name: '行政連絡調整会議', kana: 'ぎょうせいれんらくちょうせいかいぎ', nameEn: 'Liaison of public offices', words: '区内の役所と事業所が、仕事の予定を合わせます。', wordsEn: 'Public offices in the ward agree on what they plan.' }),
  programme('S83b', 'project-team', 'kankyo', 'other', { name: 'プロジェクトチームの参加', kana: 'ぷろじぇくとちーむのさんか', nameEn: 'The ward’s project team takes part', words: '区役所の職員のチームが、地域や会社の行事に加わります。', wordsEn: 'A team of the ward office takes part in events of the area and of companies.' }),
  programme('S05', 'ward-festival', 'bunka', 'festival', { name: '区民まつり', kana: 'くみんまつり', nameEn: 'Ward festival', words: '舞台とお店が並ぶ、区でいちばん大きなまつりです。', wordsEn: 'The largest festival of the ward, with stages and stalls.' }),
  programme('S15', 'rose-concert', 'bunka', 'concert', { name: '靱公園バラ園コンサート', kana: 'うつぼこうえんばらえんこんさーと', nameEn: 'Rose-garden concert', words: '靱公園のバラ園で、音楽を聞きます。', wordsEn: 'Music in the rose garden of Utsubo Park.' }),
  programme('S16', 'nishikoi-marche', 'bunka', 'market', { name: 'にし恋マルシェ', kana: 'にしこいまるしぇ', nameEn: 'Nishikoi Marche', words: '地域のお店や団体が、食べ物や手づくりの物を並べます。', wordsEn: 'Shops and groups of the ward sell food and things they made.' }),
  programme('S82', 'compliance-training', 'bunka', 'class', { name: 'コンプライアンス研修', kana: 'こんぷらいあんすけんしゅう', nameEn: 'Compliance training', words: '職員が、きまりと情報の守りかたを学びます。', wordsEn: 'Staff learn to keep rules and to protect information.' }),
  programme('S84', 'world-food-bar', 'bunka', 'meal', { name: '世界の食文化バル', kana: 'せかいのしょくぶんかばる', nameEn: 'World food bar', words: '区内の店をまわり、世界の料理を味わいます。', wordsEn: 'Food of the world at the restaurants of the ward.' }),
  campaign('S83a', 'nishi-expo', 'bunka', 'other', '2026-04-01', { name: '西区万博', kana: 'にしくばんぱく', nameEn: 'Nishi Ward Expo', words: '世界の文化に、区のいろいろな場所で出会います。団体や店の行事が集まります。', wordsEn: 'Meet the cultures of the world all over the ward, at events of associations and shops.' }),
];
