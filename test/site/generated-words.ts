/** The words generated articles are made of. Names of people and firms are invented. */
export interface Vocabulary {
  readonly lang: string;
  readonly mark: string;
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly ends: readonly string[];
  readonly joint: string;
  readonly stop: string;
}

const ENGLISH: Vocabulary = {
  lang: 'en',
  mark: 'Generated: ',
  subjects: [
    'The research team',
    'A small laboratory',
    'The regulator',
    'An open-source maintainer',
    'The chip maker',
    'A hospital network',
    'The standards body',
    'Early users',
    'The company’s auditors',
    'Engineers on call',
    'A city council',
    'The compiler group',
  ],
  verbs: [
    'published',
    'withdrew',
    'measured',
    'questioned',
    'rebuilt',
    'postponed',
    'benchmarked',
    'licensed',
    'audited',
    'translated',
    'reproduced',
    'shipped',
  ],
  objects: [
    'a small language model',
    'the inference budget',
    'an agent’s memory file',
    'the evaluation suite',
    'a training corpus of court records',
    'the review queue',
    'a retrieval pipeline',
    'its safety report',
    'the data-centre contract',
    'a proof assistant',
    'the voice interface',
    'an older graphics card',
  ],
  ends: [
    'after a week of testing',
    'without telling its partners',
    'at half the former cost',
    'in front of 40 reporters',
    'because latency had doubled',
    'although the figures were preliminary',
    'for the second time this year',
    'under a permissive licence',
    'on hardware from 2019',
    'before the vote in parliament',
  ],
  joint: ' ',
  stop: '.',
};

const GERMAN: Vocabulary = {
  lang: 'de',
  mark: 'Generated: ',
  subjects: ['Die Aufsichtsbehörde', 'Ein Forschungsteam aus Zürich', 'Der Chiphersteller', 'Die Prüfer'],
  verbs: ['verschob', 'veröffentlichte', 'überprüfte', 'übersetzte'],
  objects: ['das Sprachmodell', 'die Größe des Datensatzes', 'den Sicherheitsbericht', 'die Rückverfolgbarkeit'],
  ends: ['nach einer Woche', 'ohne Ankündigung', 'trotz höherer Kosten', 'vor der Abstimmung'],
  joint: ' ',
  stop: '.',
};

const CHINESE: Vocabulary = {
  lang: 'zh',
  mark: 'Generated: ',
  subjects: ['研究团队', '监管机构', '芯片制造商', '开源社区'],
  verbs: ['发布了', '推迟了', '测试了', '重建了'],
  objects: ['大型语言模型', '推理预算', '安全评估报告', '数据中心合同'],
  ends: ['，成本降低一半', '，数据仍属初步', '，并采用宽松许可', '，引发广泛讨论'],
  joint: '',
  stop: '。',
};

const JAPANESE: Vocabulary = {
  lang: 'ja',
  mark: 'Generated: ',
  subjects: ['研究チームは', '規制当局は', '半導体メーカーは'],
  verbs: ['言語モデルを', '評価スイートを', '推論予算を'],
  objects: ['公開した', '延期した', '見直した'],
  ends: ['（速報値）', '（再現済み）', '（半年ぶり）'],
  joint: '',
  stop: '。',
};

const ARABIC: Vocabulary = {
  lang: 'ar',
  mark: 'Generated: ',
  subjects: ['فريق البحث', 'الهيئة التنظيمية', 'شركة الرقائق', 'المطورون'],
  verbs: ['أعلن عن', 'راجع', 'أجّل', 'اختبر'],
  objects: ['النموذج اللغوي الصغير', 'تقرير السلامة', 'ميزانية الاستدلال', 'عقد مركز البيانات'],
  ends: ['بعد أسبوع من الاختبار', 'بنصف التكلفة', 'قبل التصويت', 'دون إعلان مسبق'],
  joint: ' ',
  stop: '.',
};

/** Three of four articles are English; the others follow in turn. */
export const VOCABULARIES: readonly Vocabulary[] = [
  ...Array.from({ length: 12 }, () => ENGLISH),
  GERMAN,
  CHINESE,
  JAPANESE,
  ARABIC,
];

/** The three topics known from the real site first, then invented ones. */
export const TOPICS = [
  'artificial-intelligence',
  'ai-policy',
  'ai-safety',
  'developer-tools',
  'hardware',
  'research-papers',
  'open-source',
  'robotics',
  'security',
  'startups',
  'agents',
  'compilers',
] as const;

export const ENTITIES = [
  'Ada Merriweather',
  'Brightmoor Labs',
  'Tomás Quiñones',
  'Erdős Institute',
  'Kestrel Compute',
  'North Harbour',
  'Zhang Weilan',
  'دار النور',
  '東都電子',
  'O’Dwyer & Sons',
  'Quill, the editor',
  'Model Q-7',
  'constructor',
  'Ministry of Weights',
  'Fjordhaven',
  'Ilse van Dam',
] as const;

export const SOURCES = [
  'dev.example',
  'letsdatascience.example',
  'papers.example',
  'news.example',
  'hardware.example',
] as const;
